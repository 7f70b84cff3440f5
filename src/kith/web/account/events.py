"""What the audit record can say of signing in."""

from django.db import transaction
from django.http import HttpRequest

from kith.apps.access.queries import day_of
from kith.apps.agencies.queries import actor_for
from kith.apps.audit.projections import Entry
from kith.apps.audit.services import append

SIGNED_IN = "account.signed_in"
SIGNED_OUT = "account.signed_out"
LOCKED = "account.locked"
STEP_ADDED = "account.second_step.added"
STEP_REMOVED = "account.second_step.removed"
CODES_MADE = "account.spare_codes.made"
CONFIRMED = "account.confirmed"
OTHERS_ENDED = "account.others_ended"
HANDED_OVER = "account.tablet.handed_over"
TAKEN_BACK = "account.tablet.taken_back"
WRONG_PIN = "account.tablet.wrong_pin"
EVENTS = {
    SIGNED_IN: "Somebody signed in",
    SIGNED_OUT: "Somebody signed out",
    LOCKED: "A page was locked after a time-out",
    STEP_ADDED: "A second step of signing in was added",
    STEP_REMOVED: "A second step of signing in was removed",
    CODES_MADE: "New spare codes were made",
    CONFIRMED: "Somebody confirmed that it is them",
    OTHERS_ENDED: "Somebody signed out everywhere else",
    HANDED_OVER: "A tablet was handed over, locked to one picture",
    TAKEN_BACK: "A tablet that was handed over was opened again with its PIN",
    WRONG_PIN: "A wrong PIN was tried on a tablet that was handed over",
}


def record(request: HttpRequest, event: str, *, user: object = None, **facts: str | int) -> None:
    """One row of its own; facts are kinds and counts, never what somebody typed."""
    by = actor_for(user or request.user, on=day_of(request.now))
    with transaction.atomic():
        append(Entry(event=event, actor=by.ref, agency=by.agency_ref, at=request.now, payload=facts))
