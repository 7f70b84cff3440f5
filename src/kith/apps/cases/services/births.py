"""The baby is born, or the pregnancy ended: one press changes the record and goes on with the same path."""

import datetime as dt

from kith.apps.access.queries import day_of, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.actions import STEP
from kith.apps.cases.models import BeforeBirth, PathStep
from kith.apps.cases.path import BORN, PREGNANCY_ENDED, CannotStep, Taken, require_step
from kith.apps.cases.projections import BornTold, EndedTold
from kith.apps.cases.services.stepping import keep_step
from kith.apps.cases.sight import CONTACT
from kith.apps.cases.steps import taken_of
from kith.apps.people import services as people
from kith.apps.people.actions import CHANGE
from kith.kernel.days import day_words
from kith.kernel.decisions import Decision
from kith.kernel.text import LIMITS, cleaned

BEFORE_BIRTH = "before_birth"


def record_birth(*, by: Actor, child_ref: str, told: BornTold, expected_version: int, now: dt.datetime) -> str:
    """The record of the baby becomes the child's: path, clocks, workers, plan and history stay. The step's ref."""
    decision, row = _step(by, child_ref, BORN, told.on, expected_version, now)
    _require_after_booking(taken_of(row.subject_id), told.on)
    newborn = people.Newborn(on=told.on, name=cleaned(told.name, limit=LIMITS["name"]), sex=told.sex)
    with deed(events.BORN, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        stood = people.be_born(act, by=by, person_ref=child_ref, newborn=newborn, now=now)
        keep_step(row, by=by, now=now)
        _keep_before(row, stood)
    return str(row.ref)


def record_pregnancy_ended(
    *, by: Actor, child_ref: str, told: EndedTold, expected_version: int, now: dt.datetime
) -> str:
    """No clock runs on, and none of them was met. The step's ref."""
    decision, row = _step(by, child_ref, PREGNANCY_ENDED, told.on, expected_version, now)
    lost = people.Lost(on=told.on, how=told.how, name=cleaned(told.name, limit=LIMITS["name"]))
    with deed(events.PREGNANCY_ENDED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        stood = people.be_lost(act, by=by, person_ref=child_ref, lost=lost, now=now)
        keep_step(row, by=by, now=now)
        _keep_before(row, stood)
    return str(row.ref)


def _step(
    by: Actor, child_ref: str, name: str, on: dt.date, expected_version: int, now: dt.datetime
) -> tuple[Decision, PathStep]:
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    require(by, CHANGE, child_ref, now=now)
    subject_id = target_of(child_ref).id
    require_step(taken_of(subject_id), name, on, day_of(now))
    row = PathStep(number=expected_version + 1, step=name, on_day=on)
    row.subject_id = subject_id
    return decision, row


def _require_after_booking(taken: list[Taken], on: dt.date) -> None:
    began = next((one.on for one in taken if one.step == BEFORE_BIRTH), None)
    if began is not None and on < began:
        raise CannotStep(
            f"The assessment before birth began on {day_words(began)}, so the baby was not born before. "
            "Look at both days again."
        )


def _keep_before(row: PathStep, stood: people.BeforeBirth) -> None:
    expected = stood.expected.code if stood.expected else ""
    BeforeBirth(step=row, expected=expected, sex=stood.sex, name_ref=stood.name_ref).save(force_insert=True)
