"""The line of help with its whole history."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.apps.cases import queries
from kith.apps.networks.queries import child_head


@require_safe
def history(request: HttpRequest, child_ref: str) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    page = queries.standing_page(request.actor, child_ref, now=request.now)
    return render(request, "standing/history.html", {"child": child, "page": page})
