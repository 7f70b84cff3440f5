"""Reading pages: find, a child, their picture, one person."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from kith.apps.access.queries import role_may
from kith.apps.cases.queries import may_see_path, most_shown
from kith.apps.chronologies.queries import latest_rows
from kith.apps.exports.projections import ExportedFile
from kith.apps.networks import queries
from kith.apps.networks.projections import ChildPage, PictureFile
from kith.apps.occasions.queries import loop_card
from kith.apps.oversight.actions import ANSWER
from kith.apps.ownpages.queries import own_page_card
from kith.apps.pictures.queries import pictures_note
from kith.apps.pseudonyms.queries import may_begin
from kith.apps.sentences.queries import safeguards_note, sentence_links
from kith.apps.supervision.queries import happened_about, may_ask_about
from kith.apps.teams.queries import team_card
from kith.apps.voices.queries import voices_head
from kith.engines.drawing.output import CannotFitPaper, CannotMakePdf
from kith.web.account.confirming import needs_confirming_for_file
from kith.web.children.marks import child_marks, person_marks
from kith.web.notices import Notice, tell
from kith.web.sent import in_address, typed

MOST_ASKED = 40


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """The words searched for travel in the body, never in an address."""
    asked = typed(request, "asked").strip()[:200] if request.method == "POST" else ""
    page = queries.find_page(request.actor, asked, now=request.now)
    return render(request, "children/find.html", _flat(page))


@require_safe
def child(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.child_page(request.actor, child_ref, now=request.now)
    named = named_on(page)
    own = {
        "thumbnail": Markup(page.thumbnail),  # noqa: S704 our own writer escapes
        "may_answer": role_may(request.actor, ANSWER),
        "latest": latest_rows(request.actor, child_ref, now=request.now),
        "may_see_path": may_see_path(request.actor, child_ref, now=request.now),
        "safeguards": safeguards_note(request.actor, child_ref, now=request.now),
        "voices": voices_head(request.actor, child_ref, called=page.child.first_name, now=request.now),
        "own_page": own_page_card(request.actor, child_ref, called=page.child.first_name, now=request.now),
        "team_card": team_card(request.actor, child_ref, named, now=request.now),
        "pictures_note": pictures_note(request.actor, child_ref, called=page.child.first_name, now=request.now),
        "loop_card": loop_card(request.actor, child_ref, named, now=request.now),
        "may_ask_supervision": may_ask_about(request.actor, child_ref, now=request.now),
        "supervised": happened_about(request.actor, child_ref, now=request.now),
        "most_checks": most_shown(),
        "may_answer_checks": page.status is not None and page.status.may_step,
        "leads": _leads(child_ref, page),
    }
    return render(request, "children/child.html", _flat(page) | child_marks(request, page) | own)


def _leads(child_ref: str, page: ChildPage) -> dict[str, str]:
    """Where each kind of check is answered, by whoever may; nothing where they may not."""
    may_step = page.status is not None and page.status.may_step
    ways = {
        "path": ("contacts:path", page.status is not None),
        "standing": ("standing:record", may_step),
        "add_person": ("children:add_person", page.may_edit),
        "picture": ("children:picture", bool(page.thumbnail)),
        "share": ("sharing:overview", True),
        "loop": ("occasions:loop", True),
        "pictures": ("pictures:all", True),
    }
    return {name: reverse(route, args=[child_ref]) if is_open else "" for name, (route, is_open) in ways.items()}


@require_safe
def picture(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.picture_page(request.actor, child_ref, now=request.now, off=_off(request))
    own = {"svg": Markup(page.svg), "saved": "All saved", "off": ".".join(map(str, _off(request)))}  # noqa: S704
    may_stand_in = may_begin(request.actor, child_ref, now=request.now)
    return render(request, "children/picture.html", _flat(page) | own | {"may_stand_in": may_stand_in})


@require_safe
@needs_confirming_for_file
def picture_svg(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _file(queries.picture_file(request.actor, child_ref, "svg", now=request.now, off=_off(request)))


@require_safe
@needs_confirming_for_file
def picture_png(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _file(queries.picture_file(request.actor, child_ref, "png", now=request.now, off=_off(request)))


@require_safe
@needs_confirming_for_file
def picture_pdf(request: HttpRequest, child_ref: str) -> HttpResponse:
    try:
        return _file(queries.picture_file(request.actor, child_ref, "pdf", now=request.now, off=_off(request)))
    except (CannotMakePdf, CannotFitPaper) as problem:
        tell(request, Notice(problem.message))
        return HttpResponseRedirect(reverse("children:picture", args=[child_ref]))


@require_safe
@needs_confirming_for_file
def people_csv(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _file(queries.people_file(request.actor, child_ref, "csv", now=request.now))


@require_safe
@needs_confirming_for_file
def people_xlsx(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _file(queries.people_file(request.actor, child_ref, "xlsx", now=request.now))


def _off(request: HttpRequest) -> tuple[int, ...]:
    """The layers switched off in the address ("?off=2.5"); anything but short numbers is nothing."""
    asked = in_address(request, "off")[:MOST_ASKED].split(".")
    return tuple(sorted({int(number) for number in asked if number.isascii() and number.isdigit()}))


def _file(file: PictureFile | ExportedFile) -> HttpResponse:
    """Something to take away; its name says nothing about anybody."""
    response = HttpResponse(file.data, content_type=file.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@require_safe
def person(request: HttpRequest, child_ref: str, person_ref: str) -> HttpResponse:
    page = queries.person_page(request.actor, child_ref, person_ref, now=request.now)
    marks = person_marks(request, page)
    own = {"sentence": sentence_links(request.actor, person_ref, marked=list(marks["seals"]), now=request.now)}
    return render(request, "children/person.html", _flat(page) | marks | own)


def named_on(page: ChildPage) -> dict[str, str]:
    """Everybody on a child's page by name."""
    return {line.ref: line.name for generation in page.generations for line in generation.people}


def _flat(page: object) -> dict[str, object]:
    """A page's fields as template names; the records inside stay records."""
    return {name: getattr(page, name) for name in page.__dataclass_fields__}
