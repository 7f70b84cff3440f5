"""The page of a child who is known here and does not open: whom to ring, and the way to an emergency look."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kith.apps.networks import queries


@require_safe
def known(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.known_page(request.actor, child_ref, now=request.now)
    if page.may_open:
        return HttpResponseRedirect(reverse("children:child", args=[child_ref]))
    return render(request, "seeing/known.html", {"page": page})
