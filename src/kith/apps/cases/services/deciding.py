"""Deciding a contact: the outcome, the reason, the thresholds; and looking again when the referrer disagrees."""

import datetime as dt

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.cases import events
from kith.apps.cases.models import Challenge, Contact, ContactDecision
from kith.apps.cases.outcomes import DESIGNATED, FRONT_DOOR, TO_DESIGNATED_OFFICER
from kith.apps.cases.rules import (
    ALLEGATION,
    CannotDecide,
    require_other_person,
    require_outcome,
    require_reason,
)
from kith.apps.cases.services.closing_lists import close_to_named
from kith.apps.cases.services.holding import held, keep
from kith.apps.cases.sight import (
    allegations,
    at_front_door,
    require_designated_officer,
    require_front_door,
    require_sender,
    sent_by,
)
from kith.apps.directory.queries import thresholds_in_force


def decide_contact(
    *, by: Actor, contact_ref: str, outcome: str, reason: str, expected_version: int, now: dt.datetime
) -> None:
    """The front door's decision. What turns out to be about an adult who works with children leaves its pages."""
    decision = require_front_door(by, now=now)
    why = require_outcome(FRONT_DOOR, outcome, reason)
    event = events.MOVED if outcome == TO_DESIGNATED_OFFICER else events.DECIDED
    with deed(event, by=by, now=now, decision=decision) as act:
        row = held(at_front_door(by, now=now), contact_ref, expected_version)
        _require_waiting(row, by)
        _add(act, row, outcome, why, by=by, now=now)
        if outcome == TO_DESIGNATED_OFFICER:
            row.kind, row.waits = ALLEGATION, True
            close_to_named(row)
        keep(row)


def decide_allegation(
    *, by: Actor, contact_ref: str, outcome: str, reason: str, expected_version: int, now: dt.datetime
) -> None:
    """The designated officer's decision, which nobody off the closed list hears of."""
    decision = require_designated_officer(by, now=now)
    why = require_outcome(DESIGNATED, outcome, reason)
    with deed(events.ALLEGATION_DECIDED, by=by, now=now, decision=decision) as act:
        row = held(allegations(by), contact_ref, expected_version)
        if not row.waits:
            raise CannotDecide("This is decided already.")
        _add(act, row, outcome, why, by=by, now=now)
        keep(row)


def ask_again(*, by: Actor, contact_ref: str, why: str, expected_version: int, now: dt.datetime) -> None:
    """The referrer challenges the decision: it waits again, for somebody else than whoever decided it first."""
    decision = require_sender(by, now=now)
    reason = require_reason(why)
    with deed(events.ASKED_AGAIN, by=by, now=now, decision=decision) as act:
        row = held(sent_by(by).exclude(kind=ALLEGATION), contact_ref, expected_version)
        if row.waits or Challenge.objects.filter(contact=row).exists():
            raise CannotDecide("You can ask for a second look once, after the front door has decided.")
        Challenge(contact=row, why=reason, asked_by_id=by.id, asked_at=now).save(force_insert=True)
        act.changed(row.ref, after={"why": reason})
        row.waits = True
        keep(row)


def _require_waiting(row: Contact, by: Actor) -> None:
    if not row.waits:
        raise CannotDecide("This is decided already.")
    first = ContactDecision.objects.filter(contact=row).order_by("pk").first()
    if first is not None:
        require_other_person(first.decided_by_id, by.id)


def _add(act: Deed, row: Contact, outcome: str, reason: str, *, by: Actor, now: dt.datetime) -> None:
    threshold = thresholds_in_force(day_of(now)).version
    made = ContactDecision(contact=row, outcome=outcome, reason=reason, threshold=threshold)
    made.decided_by_id, made.decided_at = by.id, now
    made.save(force_insert=True)
    row.waits = False
    act.changed(row.ref, after={"outcome": outcome, "reason": reason, "threshold": threshold})
