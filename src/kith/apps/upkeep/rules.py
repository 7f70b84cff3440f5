"""When a job is due, whether somebody still has it in hand, and when it is late. Plain functions; `now` is given.

Clocks are not believed beyond a little: of a start or a hold that lies in the future, the clock was wrong, and the
job runs rather than waits.
"""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kith.apps.upkeep.projections import Job, Rhythm

LONDON = ZoneInfo("Europe/London")
A_DAY = dt.timedelta(days=1)
AGAIN = dt.timedelta(minutes=10)  # after it failed, or sooner where its rhythm is quicker
MARGIN = dt.timedelta(minutes=1)  # how much longer a job is held than it may take, so that it never runs twice at once
SKEW = dt.timedelta(minutes=5)  # by how much clocks of two machines may differ


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What is stored of a job: since when it is known, its last start and end, and whoever has it in hand."""

    known_at: dt.datetime
    began_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    held_until: dt.datetime | None = None
    went_well: bool = True
    well_at: dt.datetime | None = None


def next_after(rhythm: Rhythm, moment: dt.datetime) -> dt.datetime:
    """The first time of a rhythm after a start."""
    if rhythm.every is not None:
        return moment + rhythm.every
    assert rhythm.at is not None
    day = moment.astimezone(LONDON).date()
    today = _at(day, rhythm.at)
    return today if today > moment else _at(day + A_DAY, rhythm.at)


def _at(day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time, tzinfo=LONDON).astimezone(dt.UTC)


def due_at(job: Job, past: Past, now: dt.datetime) -> dt.datetime:
    """From when on a worker may take the job; what was missed while none ran is due once, at once."""
    if past.began_at is None or past.began_at > now + SKEW:
        return now
    if past.held_until is not None:
        is_believed = past.held_until <= now + hold_of(job) + SKEW
        return past.held_until if is_believed else now
    regular = next_after(job.rhythm, past.began_at)
    if past.went_well or past.ended_at is None:
        return regular
    return min(regular, past.ended_at + AGAIN)


def hold_of(job: Job) -> dt.timedelta:
    """For how long a worker has a job in hand: when it has not ended by then, the worker was killed."""
    return job.at_most + MARGIN


def is_late(job: Job, past: Past, now: dt.datetime) -> bool:
    """Whether it should have gone well again by now."""
    return now > next_after(job.rhythm, past.well_at or past.known_at) + job.late_after
