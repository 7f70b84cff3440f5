"""A young person's own page: reading it, writing it down with them, and that it is still right."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access.queries import day_of
from kith.apps.networks.queries import child_head
from kith.apps.ownpages import queries, services
from kith.web.children.saving import FORM, saved, shown
from kith.web.notices import Notice, tell
from kith.web.ownpages.forms import WritingForm
from kith.web.pressing import press
from kith.web.sent import posted

STALE = "What stands now is shown above each part that changed."


@require_safe
def page(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    own = queries.own_page(request.actor, child_ref, called=child.first_name, now=request.now)
    return render(request, "ownpages/page.html", {"child": child, "page": own})


@require_http_methods(FORM)
def write(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    offered = queries.own_page_form(request.actor, child_ref, called=child.first_name, now=request.now)

    def deed(form: WritingForm) -> None:
        services.write_page(by=request.actor, child_ref=child_ref, said=form.said(), now=request.now)

    form, is_done = saved(
        request,
        lambda data: WritingForm(data, offered=offered, today=day_of(request.now)),
        deed,
        newer={"seen": offered.seen},
        then=STALE,
    )
    if is_done:
        tell(request, Notice("Written down. What stood before is kept."))
        return to_page(child_ref)
    is_stale = form.is_bound and offered.seen != posted(request, "seen")
    context = {
        "child": child,
        "is_new": offered.is_new,
        "is_stale": is_stale,
        "back": reverse("ownpages:page", args=[child_ref]),
    }
    return shown(request, "ownpages/write.html", form, context)


@require_POST
def still_right(request: HttpRequest, child_ref: str) -> HttpResponse:
    """What they were read is what stood on the page; where that is another now, it is read again first."""
    seen = posted(request, "seen")[:64]
    press(
        request,
        lambda: services.say_still_right(by=request.actor, child_ref=child_ref, seen=seen, now=request.now),
        says="Noted: it is still right, as of today.",
    )
    return to_page(child_ref)


def to_page(child_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("ownpages:page", args=[child_ref]))
