"""Taking a step of a child's path, and taking the last one out where it was wrong."""

import datetime as dt

from django.db import IntegrityError, transaction

from kith.apps.access.queries import NothingHere, day_of, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.actions import STEP
from kith.apps.cases.models import PathStep
from kith.apps.cases.path import STEPS, CannotStep, require_before_birth, require_delay, require_step
from kith.apps.cases.projections import StepTaken
from kith.apps.cases.services.taking_back import take_birth_back
from kith.apps.cases.sight import CONTACT
from kith.apps.cases.steps import next_number, steps_kept_by, taken_of, to_take_out
from kith.apps.people.queries import still_expected
from kith.apps.records.base import StaleVersion
from kith.kernel.text import LIMITS, cleaned

ELSEWHERE = "This step is for children’s social care to record. Tell the front door what you know."


def take_step(*, by: Actor, child_ref: str, said: StepTaken, expected_version: int, now: dt.datetime) -> str:
    """The ref of the step. Only children's social care takes the steps that the law gives to the council."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    subject_id = target_of(child_ref).id
    taken = taken_of(subject_id)
    step = require_step(taken, said.step, said.on, day_of(now))
    if step.asks_more:
        raise CannotStep("This step has a form of its own on the page.")
    if not steps_kept_by(by)(step.name):
        raise CannotStep(ELSEWHERE)
    if step.is_before_birth:
        require_before_birth(taken, said.on, is_expected=bool(still_expected([child_ref])))
    row = _row(said, subject_id, expected_version + 1)
    with deed(events.STEP_TAKEN, by=by, now=now, decision=decision) as act:
        keep_step(row, by=by, now=now)
        act.changed(child_ref, after={"step": row.step, "on": str(row.on_day), "words": row.words, "delay": row.delay})
    return str(row.ref)


def keep_step(row: PathStep, *, by: Actor, now: dt.datetime) -> None:
    """Inside the deed: the next step of a path, unless somebody else recorded one first."""
    row.recorded_by_id, row.organisation_id, row.recorded_at = by.id, by.agency_id, now
    if next_number(row.subject_id) != row.number:
        raise StaleVersion("Somebody else recorded a step while you were writing. Your words are kept below.")
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise StaleVersion("Somebody else recorded a step at this moment. Your words are kept below.") from None


def _row(said: StepTaken, subject_id: int, number: int) -> PathStep:
    delay, agreed_by = (cleaned(text, limit=LIMITS["name"]) for text in (said.delay, said.agreed_by))
    require_delay(delay, agreed_by)
    words = cleaned(said.words, limit=LIMITS["line"])
    row = PathStep(number=number, step=said.step, on_day=said.on, words=words, delay=delay, agreed_by=agreed_by)
    row.subject_id = subject_id
    return row


def take_out_step(*, by: Actor, child_ref: str, step_ref: str, now: dt.datetime) -> None:
    """Only one after which the path does not jump; it stays, struck through. A birth is taken back with its step."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    with deed(events.STEP_TAKEN_OUT, by=by, now=now, decision=decision) as act:
        standing = PathStep.objects.filter(subject__ref=child_ref, withdrawn_at=None)
        rows = list(standing.select_for_update(of=("self",)).order_by("on_day", "number"))
        row = next((one for one in rows if one.ref == step_ref and one.ref in to_take_out(rows)), None)
        if row is None:
            raise NothingHere
        row.withdrawn_at, row.withdrawn_by_id = now, by.id
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        act.changed(child_ref, before={"step": row.step, "on": str(row.on_day)})
        if STEPS[row.step].asks_more:
            take_birth_back(act, row, by=by, child_ref=child_ref, now=now)
