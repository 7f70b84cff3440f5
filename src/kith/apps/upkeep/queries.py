"""How the regular jobs stand, and when a worker has to look again."""

import datetime as dt

from kith.apps.upkeep.models import JobRow
from kith.apps.upkeep.projections import Job, JobState
from kith.apps.upkeep.rules import due_at, is_late
from kith.apps.upkeep.timetable import timetable

__all__ = ["job_states", "next_due_at", "timetable"]


def job_states(*, now: dt.datetime) -> tuple[JobState, ...]:
    """Every job of the timetable, also one that has never run."""
    rows = _rows()
    return tuple(_state(job, rows.get(name), now) for name, job in timetable().items())


def next_due_at(*, now: dt.datetime) -> dt.datetime:
    rows = _rows()
    return min(due_at(job, rows[name].past, now) if name in rows else now for name, job in timetable().items())


def _rows() -> dict[str, JobRow]:
    return {row.name: row for row in JobRow.objects.filter(name__in=timetable())}


def _state(job: Job, row: JobRow | None, now: dt.datetime) -> JobState:
    if row is None:
        return JobState(name=job.name, says=job.says)
    return JobState(
        name=job.name,
        says=job.says,
        is_late=is_late(job, row.past, now),
        is_failing=not row.went_well,
        began_at=row.began_at,
        took=row.ended_at - row.began_at if row.began_at and row.ended_at and row.ended_at >= row.began_at else None,
        said=row.said,
        well_at=row.well_at,
        failed_at=row.failed_at,
        failed_said=row.failed_said,
    )
