"""Recording why a clock is late or will be, and taking a reason out that was wrong; both stay on record."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.actions import STEP
from kith.apps.cases.delays import CannotExplain, sound_delay
from kith.apps.cases.models import DelayReason, PathStep
from kith.apps.cases.projections import DelayTold
from kith.apps.cases.queries.delays import clock_on_path
from kith.apps.cases.sight import CONTACT
from kith.apps.cases.steps import steps_kept_by

ELSEWHERE = "This clock is for children’s social care to explain. Tell the front door what you know."


def explain_delay(*, by: Actor, child_ref: str, step_ref: str, rule: str, told: DelayTold, now: dt.datetime) -> None:
    """One more reason beside a clock that runs or is late; the state of the clock stays what it is."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    with deed(events.DELAY_EXPLAINED, by=by, now=now, decision=decision) as act:
        clock = clock_on_path(by, child_ref, step_ref, rule, now=now)
        step = PathStep.objects.get(ref=clock.begun)
        _require_keeper(by, step)
        said = sound_delay(told, clock, day_of(now))
        row = DelayReason(step=step, rule=rule, reason=said.reason, words=said.words, done=said.done)
        row.agreed_by, row.look_again_on = said.agreed_by, said.look_again_on
        row.recorded_by_id, row.recorded_at = by.id, now
        row.save(force_insert=True)
        parts = ("reason", "words", "done", "agreed_by")
        told_of = {part: getattr(row, part) for part in parts} | {"look_again_on": str(row.look_again_on or "")}
        act.changed(child_ref, after={"rule": rule, "delay": row.ref, **told_of})


def take_out_delay(*, by: Actor, child_ref: str, reason_ref: str, now: dt.datetime) -> None:
    """It stays, struck through; what is right is recorded beside it."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    with deed(events.DELAY_TAKEN_OUT, by=by, now=now, decision=decision) as act:
        rows = DelayReason.objects.select_for_update(of=("self",)).select_related("step")
        row = rows.filter(ref=reason_ref, step__subject__ref=child_ref, withdrawn_at=None).first()
        if row is None:
            raise NothingHere
        _require_keeper(by, row.step)
        row.withdrawn_at, row.withdrawn_by_id = now, by.id
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        act.changed(child_ref, before={"rule": row.rule, "delay": row.ref, "reason": row.reason})


def _require_keeper(by: Actor, step: PathStep) -> None:
    if not steps_kept_by(by)(step.step):
        raise CannotExplain(ELSEWHERE)
