"""Support for those who lead: offered by whoever keeps the pool, answered by whom it is for, seen by these two."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.supervision import events
from kith.apps.supervision.actions import TAKE_PART, TRIAGE
from kith.apps.supervision.models import Facilitator, Support
from kith.apps.supervision.rules import one_of
from kith.apps.supervision.vocabulary import words_of


def offer_support(
    *, by: Actor, facilitator_ref: str, kind: str, on_day: dt.date | None = None, now: dt.datetime
) -> str:
    """A network meeting, thinking with a peer, or a debrief; what it is about is not written down."""
    decision = require_by_role(by, TRIAGE, now=now)
    one_of(kind, words_of("support"), "Choose what is offered.")
    with deed(events.SUPPORT_OFFERED, by=by, now=now, decision=decision) as act:
        place = Facilitator.objects.filter(ref=facilitator_ref, left_on=None).first()
        if place is None:
            raise NothingHere
        row = Support(user_id=place.user_id, kind=kind, offered_by_id=by.id, offered_at=now, on_day=on_day)
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
