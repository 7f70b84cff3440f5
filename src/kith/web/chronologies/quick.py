"""Writing down what happened: one thumb, half a minute; and what is not sent yet is kept for whoever writes it."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_http_methods

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.chronologies import queries, services
from kith.apps.chronologies.projections import Candidate, RowForm
from kith.apps.networks.projections import ChildFace
from kith.apps.networks.queries import child_head
from kith.kernel.partial_dates import PartialDate
from kith.web.children.fields import said_back
from kith.web.children.saving import FORM, saved, shown
from kith.web.chronologies.quick_form import QuickForm, words_of
from kith.web.chronologies.rows import to_page
from kith.web.jinja import clock
from kith.web.notices import Notice, tell
from kith.web.sent import posted

BY_ITSELF, BY_HAND, AFRESH = "by_itself", "by_hand", "afresh"
"""How the words of the form are kept unsent, or thrown away: what its field `draft` says."""


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
    near = () if came_of or form.is_bound else _near_today(request, child)
    return shown(request, "chronologies/add.html", form, _context(child, offered) | {"near": near})


def _near_today(request: HttpRequest, child: ChildFace) -> tuple[Candidate, ...]:
    """Of another day the page asks as soon as one is chosen."""
    today = PartialDate.of(day_of(request.now))
    return queries.candidates_near(request.actor, child.ref, today, called=child.first_name, now=request.now)


def _unsent(request: HttpRequest, child_ref: str, came_of: str) -> HttpResponse:
    """The script keeps words without leaving the page; without one a press does, and comes back to them."""
    at = {"by": request.actor, "child_ref": child_ref, "came_of": came_of, "now": request.now}
    try:
        if posted(request, "draft") == AFRESH:
            services.drop_row_draft(**at)
        else:
            services.keep_row_draft(words=words_of(request.POST), **at)
    except services.CannotTell as problem:
        return JsonResponse({"says": problem.message})
    if posted(request, "draft") == BY_ITSELF:
        return JsonResponse({"saved_at": clock(request.now)})
    return HttpResponseRedirect(request.path)


def _context(child: ChildFace, offered: RowForm) -> dict[str, object]:
    others = [name for _, name in offered.brothers_and_sisters]
    return {"child": child, "draft": offered.draft, "known": offered.known, "others": others}
