"""A worker takes a job that is due, and says what came of it; of several workers, one has a job in hand."""

import datetime as dt
from typing import Any

from django.db import transaction

from kith.apps.upkeep.models import LONGEST_SAID, JobRow
from kith.apps.upkeep.projections import Job
from kith.apps.upkeep.rules import due_at, hold_of

BROKEN_OFF = "It was broken off before it ended."


def take(job: Job, *, holder: str, now: dt.datetime) -> bool:
    """Whether the job is due, and from now on in the hands of this worker.

    It is taken only as it was seen: whoever took it, or ran it to its end, a moment before has changed the row.
    """
    row = _row(job, now)
    if due_at(job, row.past, now) > now:
        return False
    changes: dict[str, Any] = {"holder": holder, "held_until": now + hold_of(job), "began_at": now, "ended_at": None}
    if row.held_until is not None:
        changes |= _failed(BROKEN_OFF, row.began_at or now)
    with transaction.atomic():
        as_seen = JobRow.objects.filter(pk=row.pk, holder=row.holder, began_at=row.began_at)
        return as_seen.update(**changes) == 1


def tell(job: Job, *, holder: str, went_well: bool, said: str, now: dt.datetime) -> bool:
    """What came of a job that this worker took; False where it took so long that somebody else has it by now."""
    said = said[:LONGEST_SAID]
    result = {"went_well": True, "well_at": now} if went_well else _failed(said, now)
    with transaction.atomic():
        held = JobRow.objects.filter(name=job.name, holder=holder)
        return held.update(holder="", held_until=None, ended_at=now, said=said, **result) == 1


def _row(job: Job, now: dt.datetime) -> JobRow:
    """It is made once; of two that make it, one insert wins."""
    row = JobRow.objects.filter(name=job.name).first()
    if row is None:
        JobRow.objects.bulk_create([JobRow(name=job.name, known_at=now)], ignore_conflicts=True)
        row = JobRow.objects.get(name=job.name)
    return row


def _failed(said: str, at: dt.datetime) -> dict[str, Any]:
    return {"went_well": False, "failed_at": at, "failed_said": said}
