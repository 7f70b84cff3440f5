"""The links that are open about a child, and closing one at once."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kith.apps.access import services
from kith.apps.networks.queries import links_page
from kith.web.pressing import press


@require_safe
def links(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = links_page(request.actor, child_ref, now=request.now)
    context = {"child": page.child, "links": page.links, "ended": page.ended, "may_publish": page.may_publish}
    return render(request, "links/links.html", context)


@require_POST
def close(request: HttpRequest, child_ref: str, link_ref: str) -> HttpResponse:
    press(
        request,
        lambda: services.end_link(by=request.actor, link_ref=link_ref, now=request.now),
        says="Closed. Whoever has the page open sees nothing more from their next click.",
    )
    return HttpResponseRedirect(reverse("links:links", args=[child_ref]))
