"""The pool of facilitators: who joins and leaves, what is known of them, and what they say of themselves."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import ids_of_workers
from kith.apps.audit.services import deed
from kith.apps.records.base import require_version
from kith.apps.supervision import events
from kith.apps.supervision.actions import TAKE_PART, TRIAGE
from kith.apps.supervision.models import Away, Facilitator
from kith.apps.supervision.projections import FacilitatorTold
from kith.apps.supervision.rules import CannotSupervise, one_of
from kith.apps.supervision.sight import own_place
from kith.apps.supervision.vocabulary import localities
from kith.kernel.text import LIMITS, cleaned

MOST_AT_ONCE, MOST_LED, LONGEST_AWAY = 9, 999, 400


def join_pool(*, by: Actor, worker_ref: str, told: FacilitatorTold, now: dt.datetime) -> str:
    """Somebody who was trained; whoever left may come back."""
    decision = require_by_role(by, TRIAGE, now=now)
    _check(told, now)
    user_id = ids_of_workers([worker_ref]).get(worker_ref)
    if user_id is None:
        raise CannotSupervise("Choose somebody who works here.")
    with deed(events.JOINED_POOL, by=by, now=now, decision=decision) as act:
        row = Facilitator.objects.select_for_update(of=("self",)).filter(user_id=user_id).first()
        if row is not None and row.left_on is None:
            raise CannotSupervise("They are in the pool already.")
        row = row or Facilitator(user_id=user_id)
        row.left_on = None
        _write(row, told)
        row.save()
        act.notes(facilitator=row.ref)
    return str(row.ref)


def change_facilitator(
    *, by: Actor, facilitator_ref: str, told: FacilitatorTold, expected_version: int, now: dt.datetime
) -> None:
    decision = require_by_role(by, TRIAGE, now=now)
    _check(told, now)
    with deed(events.POOL_CHANGED, by=by, now=now, decision=decision) as act:
        row = _held(facilitator_ref, expected_version)
        _write(row, told)
        row.version += 1
        row.save()
        act.notes(facilitator=row.ref)


def leave_pool(*, by: Actor, facilitator_ref: str, expected_version: int, now: dt.datetime) -> None:
    """From now on nobody is asked to lead with them; what they lead stays theirs until they withdraw."""
    decision = require_by_role(by, TRIAGE, now=now)
    with deed(events.POOL_CHANGED, by=by, now=now, decision=decision) as act:
        row = _held(facilitator_ref, expected_version)
        row.left_on, row.version = day_of(now), row.version + 1
        row.save()
        act.notes(facilitator=row.ref, left=True)


def say_needs(*, by: Actor, needs: str, now: dt.datetime) -> None:
    """What support a facilitator wants, in their own words."""
    decision = require_by_role(by, TAKE_PART, now=now)
    kept = cleaned(needs, limit=LIMITS["line"])
    with deed(events.POOL_CHANGED, by=by, now=now, decision=decision) as act:
        row = _own(by)
        row.needs, row.version = kept, row.version + 1
        row.save()
        act.notes(facilitator=row.ref)


def say_away(*, by: Actor, first: dt.date, last: dt.date, now: dt.datetime) -> None:
    """Days on which a facilitator cannot, the last of them included."""
    decision = require_by_role(by, TAKE_PART, now=now)
    if not 0 <= (last - first).days < LONGEST_AWAY or last < day_of(now):
        raise CannotSupervise("Give the first and the last day, in that order, within about a year.")
    with deed(events.AWAY_TOLD, by=by, now=now, decision=decision) as act:
        row = Away(facilitator=_own(by), since_on=first, until_on=last + dt.timedelta(days=1))
        row.save(force_insert=True)
        act.notes(away=row.ref)


def _own(by: Actor) -> Facilitator:
    row = own_place(by)
    if row is None:
        raise NothingHere
    return row


def _held(ref: str, version: int) -> Facilitator:
    row = Facilitator.objects.select_for_update(of=("self",)).filter(ref=ref, left_on=None).first()
    if row is None:
        raise NothingHere
    require_version(row, version)
    return row


def _check(told: FacilitatorTold, now: dt.datetime) -> None:
    one_of(told.locality, localities(), "Choose where they would go.")
    if told.trained_on > day_of(now):
        raise CannotSupervise("The training lies ahead. Add them once they are trained.")
    if not (0 <= told.led_before <= MOST_LED and 1 <= told.most_at_once <= MOST_AT_ONCE):
        raise CannotSupervise(f"They can hold 1 to {MOST_AT_ONCE} at once, and have led 0 to {MOST_LED} before.")


def _write(row: Facilitator, told: FacilitatorTold) -> None:
    for name in ("trained_on", "led_before", "most_at_once", "locality"):
        setattr(row, name, getattr(told, name))
