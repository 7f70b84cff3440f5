"""Writing down what happened: one thumb, half a minute; and what is not sent yet is kept for whoever writes it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.apps.access.queries import day_of
from kith.apps.chronologies import queries, services
from kith.apps.chronologies.projections import RowForm
from kith.apps.networks.projections import ChildFace
from kith.apps.networks.queries import child_head
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
    child = child_head(request.actor, child_ref, now=request.now)
    if posted(request, "draft"):
        return _unsent(request, child_ref)
    offered = queries.row_form(request.actor, child_ref, called=child.first_name, now=request.now)
    form, is_done = saved(
        request,
        lambda data: QuickForm(data, offered=offered, called=child.first_name, today=day_of(request.now)),
        lambda form: services.add_row(
            by=request.actor, child_ref=child_ref, said=form.said(), now=request.now, is_of_draft=True
        ),
        newer={},
    )
    if is_done:
        tell(request, Notice(f"Saved for {child.first_name}.{said_back(form)}"))
        return to_page(child_ref)
    return shown(request, "chronologies/add.html", form, _context(child, offered))


def _unsent(request: HttpRequest, child_ref: str) -> HttpResponse:
    """The script keeps words without leaving the page; without one a press does, and comes back to them."""
    at = {"by": request.actor, "child_ref": child_ref, "came_of": posted(request, "came_of"), "now": request.now}
    try:
        if posted(request, "draft") == AFRESH:
            services.drop_row_draft(**at)
        else:
            services.keep_row_draft(words=words_of(request.POST), **at)
    except services.CannotTell as problem:
        return JsonResponse({"says": problem.message})
    if posted(request, "draft") == BY_ITSELF:
        return JsonResponse({"saved_at": clock(request.now)})
    return HttpResponseRedirect(reverse("chronologies:add", args=[child_ref]))


def _context(child: ChildFace, offered: RowForm) -> dict[str, object]:
    others = [name for _, name in offered.brothers_and_sisters]
    return {"child": child, "draft": offered.draft, "others": others}
