"""What leaves upkeep: a job of the timetable, and how it stands."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every so often, or once a day at a time of London; one of the two."""

    every: dt.timedelta | None = None
    at: dt.time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One line of the timetable."""

    name: str
    says: str
    rhythm: Rhythm
    at_most: dt.timedelta
    late_after: dt.timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class JobState:
    """A job, whether somebody has to look after it, and what came of it last; `said` never tells of anybody."""

    name: str
    says: str
    is_late: bool = False
    is_failing: bool = False
    began_at: dt.datetime | None = None
    took: dt.timedelta | None = None
    said: str = ""
    well_at: dt.datetime | None = None
    failed_at: dt.datetime | None = None
    failed_said: str = ""

    @property
    def has_run(self) -> bool:
        return self.began_at is not None

    @property
    def is_well(self) -> bool:
        return self.has_run and not (self.is_late or self.is_failing)
