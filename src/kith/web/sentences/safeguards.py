"""What keeps a child safe from adults round them, for the child's workers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kith.apps.networks.queries import child_head
from kith.apps.sentences.queries import safeguards_page


@require_safe
def safeguards(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = safeguards_page(request.actor, child_ref, now=request.now)
    child = child_head(request.actor, child_ref, now=request.now)
    return render(request, "sentences/safeguards.html", {"child": child, "page": page})
