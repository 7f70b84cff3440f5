"""The emergency look that lasts on the page now shown, for the bar that says so."""

from django.http import HttpRequest

from kith.apps.access.projections import LiveLook
from kith.apps.access.queries import live_look
from kith.apps.agencies.projections import NOBODY


def look_on_page(request: HttpRequest) -> LiveLook | None:
    """The viewer's own look at the child whose page this is."""
    me, match = getattr(request, "actor", NOBODY), request.resolver_match
    child_ref = match.kwargs.get("child_ref", "") if match else ""
    return live_look(me, child_ref, now=request.now) if child_ref and not me.is_nobody else None
