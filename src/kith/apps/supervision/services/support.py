"""Support for people at work: offered by their manager or the business unit, answered by whom it is for, seen by both.

It is what is left after the unexpected death of a child: who was offered what, and when. What it is about has no field.
"""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require_by_role, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_ref, actors_by_id
from kith.apps.audit.services import deed
from kith.apps.supervision import events
from kith.apps.supervision.actions import SUPPORT, TAKE_PART, TRIAGE
from kith.apps.supervision.models import Facilitator, Support
from kith.apps.supervision.rules import CannotSupervise, one_of
from kith.apps.supervision.vocabulary import words_of


def offer_support(
    *, by: Actor, facilitator_ref: str, kind: str, on_day: dt.date | None = None, now: dt.datetime
) -> str:
    """To somebody in the pool, by whoever keeps it."""
    require_by_role(by, TRIAGE, now=now)
    place = Facilitator.objects.filter(ref=facilitator_ref, left_on=None).first()
    found = actors_by_id([place.user_id], on=day_of(now)) if place else []
    if not found:
        raise NothingHere
    return _offer(by, found[0], kind, on_day, now)


def offer_support_at_work(
    *, by: Actor, worker_ref: str, kind: str, on_day: dt.date | None = None, now: dt.datetime
) -> str:
    """By a manager to somebody of their own agency, by the business unit to anybody."""
    require_by_role(by, SUPPORT, now=now)
    worker = actor_by_ref(worker_ref, on=day_of(now))
    if worker.is_nobody or not may_offer_to(by, worker):
        raise CannotSupervise("Choose somebody of your own agency who works with Kith.")
    return _offer(by, worker, kind, on_day, now)


def may_offer_to(by: Actor, worker: Actor) -> bool:
    is_theirs = worker.agency_id == by.agency_id or role_may(by, TRIAGE)
    return is_theirs and worker.id != by.id and role_may(worker, TAKE_PART)


def _offer(by: Actor, worker: Actor, kind: str, on_day: dt.date | None, now: dt.datetime) -> str:
    decision = require_by_role(by, SUPPORT, now=now)
    one_of(kind, words_of("support"), "Choose what is offered.")
    with deed(events.SUPPORT_OFFERED, by=by, now=now, decision=decision) as act:
        row = Support(user_id=worker.id, kind=kind, offered_by_id=by.id, offered_at=now, on_day=on_day)
        row.save(force_insert=True)
        act.notes(support=row.ref)
    return str(row.ref)


def answer_support(*, by: Actor, support_ref: str, answer: str, now: dt.datetime) -> None:
    decision = require_by_role(by, TAKE_PART, now=now)
    with deed(events.SUPPORT_ANSWERED, by=by, now=now, decision=decision) as act:
        row = Support.objects.select_for_update(of=("self",)).filter(ref=support_ref, user_id=by.id).first()
        if row is None:
            raise NothingHere
        one_of(answer, words_of("support_answers"), "Choose your answer.")
        row.answer, row.answered_at = answer, now
        row.save()
        act.notes(support=row.ref)
