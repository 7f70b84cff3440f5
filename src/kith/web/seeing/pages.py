"""The page "Who sees this, and why"."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.apps.networks import queries


@require_safe
def why(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.seeing_page(request.actor, child_ref, now=request.now)
    return render(
        request,
        "seeing/why.html",
        {"child": page.child, "reasons": page.reasons, "groups": page.watchers, "count": page.count},
    )
