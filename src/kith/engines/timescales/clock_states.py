"""What can be said about a clock: its state, how it was ended, and why it is late."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ClockState(StrEnum):
    """Every state that a clock can be in."""

    NOT_STARTED = "not started"
    RUNNING = "running"
    DUE_SOON = "due soon"
    DUE_TODAY = "due today"
    OVERDUE = "overdue"
    MET = "met"
    MET_LATE = "met late"
    STOPPED = "stopped"
    SUPERSEDED = "superseded"
    NOT_APPLICABLE = "not applicable"


ENDS = (ClockState.STOPPED, ClockState.SUPERSEDED, ClockState.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Ending:
    """Somebody ended a clock before it was met: in which state, on which day or at which time, and why."""

    state: ClockState
    at: date
    reason: str


@dataclass(frozen=True, slots=True)
class Delay:
    """Why something is late, and who agreed that it may be; it explains a lateness and never undoes one."""

    reason: str
    agreed_by: str


@dataclass(frozen=True, slots=True)
class ClockReading:
    """The state, the days before (negative) or after the due day in calendar days, and what was said about it.

    A clock that is ended keeps the variance of the day on which it was ended, so that ending hides no lateness.
    """

    state: ClockState
    variance_days: int | None
    delay: Delay | None = None
    ended_because: str = ""
