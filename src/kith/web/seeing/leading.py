"""Where a refusal leads whoever may know that a child is known: to the page that says whom to ring."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.apps.access.queries import NothingHere, OnlyKnown, target_of
from kith.kernel.decisions import Level

KNOWN = "seeing:known"


def led_to_known(request: HttpRequest, refusal: NothingHere) -> HttpResponse | None:
    """Only from a page about the child themselves, and only where the child is known and does not open."""
    if request.method not in ("GET", "HEAD") or not isinstance(refusal, OnlyKnown) or refusal.level >= Level.READ:
        return None
    match = request.resolver_match
    if match is None or match.kwargs.get("child_ref") != refusal.subject_ref or match.view_name == KNOWN:
        return None
    if not target_of(refusal.subject_ref).has_case:
        return None
    return HttpResponseRedirect(reverse(KNOWN, args=[refusal.subject_ref]))
