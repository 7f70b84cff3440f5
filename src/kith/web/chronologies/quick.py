"""Writing down what happened: one thumb, half a minute; and what is not sent yet is kept for whoever writes it."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.chronologies import queries, services
from kith.apps.chronologies.projections import RowForm
from kith.apps.networks.projections import ChildFace
from kith.apps.networks.queries import child_head
from kith.web.children.fields import said_back
from kith.web.children.saving import FORM, saved, shown
from kith.web.chronologies.quick_form import QuickForm
from kith.web.chronologies.rows import to_page
from kith.web.drafting import unsent
from kith.web.notices import Notice, tell
from kith.web.sent import posted


@require_http_methods(FORM)
def add(request: HttpRequest, child_ref: str) -> HttpResponse:
    return _asked(request, child_ref, "")


@require_http_methods(FORM)
def add_known(request: HttpRequest, child_ref: str, source: str, source_ref: str) -> HttpResponse:
    """The same, begun from something that Kith knows."""
    return _asked(request, child_ref, f"{source}:{source_ref}")


def _asked(request: HttpRequest, child_ref: str, came_of: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    called = child.first_name
    offered = queries.row_form(request.actor, child_ref, called=called, came_of=came_of, now=request.now)
    if came_of and not (offered.known or offered.draft or request.method == "POST"):
        raise NothingHere
    if posted(request, "draft"):
        return _unsent(request, child_ref, came_of)

    def deed(form: QuickForm) -> None:
        if offered.known and posted(request, "mark") not in ("", offered.known.mark):
            raise services.CannotTell(services.CHANGED)
        said = replace(form.said(), came_of=came_of if offered.known else "")
        services.add_row(by=request.actor, child_ref=child_ref, said=said, now=request.now, begun_from=came_of)

    form, is_done = saved(
        request,
        lambda data: QuickForm(data, offered=offered, called=called, today=day_of(request.now)),
        deed,
        newer={},
    )
    if is_done:
        tell(request, Notice(f"Saved for {called}.{said_back(form)}"))
        return to_page(child_ref)
    return shown(request, "chronologies/add.html", form, _context(child, offered))


def _unsent(request: HttpRequest, child_ref: str, came_of: str) -> HttpResponse:
    at = {"by": request.actor, "child_ref": child_ref, "came_of": came_of, "now": request.now}
    return unsent(
        request,
        lambda words: services.keep_row_draft(words=words, **at),
        lambda: services.drop_row_draft(**at),
        services.CannotTell,
    )


def _context(child: ChildFace, offered: RowForm) -> dict[str, object]:
    others = [name for _, name in offered.brothers_and_sisters]
    return {"child": child, "draft": offered.draft, "known": offered.known, "others": others}
