"""Taking a step of an adult's sentence, and taking the last one out where it was wrong."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import Max

from kith.apps.access.queries import NothingHere, day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.records.base import StaleVersion
from kith.apps.sentences import events
from kith.apps.sentences.actions import KEEP
from kith.apps.sentences.cards import as_taken, steps_of
from kith.apps.sentences.models import SentenceStep
from kith.apps.sentences.projections import StepTaken
from kith.apps.sentences.sight import require_supervising
from kith.apps.sentences.stages import CannotStep, Taken, require_step
from kith.kernel.text import LIMITS, cleaned


def take_step(*, by: Actor, person_ref: str, said: StepTaken, expected_version: int, now: dt.datetime) -> None:
    decision, _ = require_supervising(by, KEEP, person_ref, now=now)
    subject_id, said_by = target_of(person_ref).id, cleaned(said.said_by, limit=LIMITS["name"])
    if not said_by:
        raise CannotStep("Say who said so: a court, a prison, or whoever told you.")
    step = require_step(_taken_of(subject_id), said.step, said.on, day_of(now))
    row = SentenceStep(number=expected_version + 1, step=step.name, on_day=said.on, said_by=said_by, recorded_at=now)
    row.subject_id, row.recorded_by_id = subject_id, by.id
    with deed(events.STEP_TAKEN, by=by, now=now, decision=decision) as act:
        if _last_number(subject_id) != expected_version:
            raise StaleVersion("Somebody else recorded a step while you were writing. Your words are kept below.")
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise StaleVersion("Somebody else recorded a step at this moment. Your words are kept below.") from None
        act.changed(person_ref, after={"step": row.step, "on": str(row.on_day), "said_by": row.said_by})


def take_out_step(*, by: Actor, person_ref: str, step_ref: str, now: dt.datetime) -> None:
    """Only the last one that stands, or the path would jump; it stays, struck through."""
    decision, _ = require_supervising(by, KEEP, person_ref, now=now)
    with deed(events.STEP_TAKEN_OUT, by=by, now=now, decision=decision) as act:
        standing = SentenceStep.objects.filter(subject__ref=person_ref, withdrawn_at=None)
        last = standing.select_for_update(of=("self",)).order_by("-on_day", "-number").first()
        if last is None or last.ref != step_ref:
            raise NothingHere
        last.withdrawn_at, last.withdrawn_by_id = now, by.id
        last.save(update_fields=["withdrawn_at", "withdrawn_by"])
        act.changed(person_ref, before={"step": last.step, "on": str(last.on_day)})


def _taken_of(subject_id: int) -> list[Taken]:
    return [as_taken(row) for row in steps_of([subject_id]).get(subject_id, ())]


def _last_number(subject_id: int) -> int:
    return SentenceStep.objects.filter(subject_id=subject_id).aggregate(last=Max("number"))["last"] or 0
