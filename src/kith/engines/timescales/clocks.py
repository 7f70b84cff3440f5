"""Where a clock stands: from not started to met late, and by how many days."""

from datetime import date, datetime, timedelta

from kith.engines.timescales.calendars import WorkingCalendar
from kith.engines.timescales.clock_states import ENDS, ClockReading, ClockState, Delay, Ending
from kith.engines.timescales.due import Due, day_of
from kith.engines.timescales.limits import Unit
from kith.engines.timescales.wording import moment_words
from kith.engines.timescales.working_days import add_working_days
from kith.kernel.errors import KithError

_LAST_PART = 5
"""A clock in the last fifth of its time is due soon ..."""

_LAST_WORKING_DAYS = 2
"""... and so is one with this many working days left, or fewer."""


class CannotReadClock(KithError):
    """What is recorded about a clock contradicts itself, or leaves out what has to be said."""


def read_clock(
    due: Due | None,
    *,
    now: date,
    calendar: WorkingCalendar,
    completed: date | None = None,
    ending: Ending | None = None,
    delay: Delay | None = None,
) -> ClockReading:
    """The state of a clock `now`; without a `due` its trigger has not happened.

    Shapes: `completed` and the end are days; for a rule in hours, datetimes with their time zone. `now` may be
    such a time for every rule; where days are counted its day counts.
    Unit of the variance: calendar days. Raises CannotReadClock where the facts contradict each other, a reason
    is missing, or days and times are mixed. Source: the domain handbook, section 1.5.

    >>> from kith.engines.timescales import due_by, england, england_rules
    >>> rule = england_rules().in_force("CORE_FIRST", date(2026, 11, 2))
    >>> due = due_by(rule, date(2026, 11, 2), now=date(2026, 11, 2), calendar=england())
    >>> said = Delay("the family was away", agreed_by="the chair")
    >>> late = read_clock(due, now=date(2026, 12, 1), calendar=england(), completed=date(2026, 11, 19), delay=said)
    >>> late.state.value, late.variance_days
    ('met late', 3)
    """
    _check_words(ending, delay)
    _check_one_end(due, completed, ending)
    if due is None:
        return ClockReading(ending.state if ending else ClockState.NOT_STARTED, None, delay, _why(ending))
    now = now if due.limit.unit is Unit.HOURS else day_of(now)
    closed = ending.at if ending else completed
    _check_times(due, now, closed)
    state = ending.state if ending else _state(due, now, completed, calendar)
    is_waiting = state is ClockState.NOT_STARTED
    variance = None if is_waiting else (_day_for(due, closed or now) - due.on).days
    return ClockReading(state, variance, delay, _why(ending))


def _state(due: Due, now: date, completed: date | None, calendar: WorkingCalendar) -> ClockState:
    if completed:
        return ClockState.MET if completed <= due.moment else ClockState.MET_LATE
    return _open_state(due, now, calendar)


def _open_state(due: Due, now: date, calendar: WorkingCalendar) -> ClockState:
    today = _day_for(due, now)
    if now < due.trigger and not due.limit.is_before:
        return ClockState.NOT_STARTED
    if now > due.moment:
        return ClockState.OVERDUE
    if today == due.on:
        return ClockState.DUE_TODAY
    return ClockState.DUE_SOON if _is_soon(due, today, calendar) else ClockState.RUNNING


def _is_soon(due: Due, today: date, calendar: WorkingCalendar) -> bool:
    whole, left = due.on - day_of(due.trigger), due.on - today
    if whole > timedelta(0) and left * _LAST_PART <= whole:
        return True
    return due.on <= add_working_days(today, _LAST_WORKING_DAYS, calendar.open_ended())


def _day_for(due: Due, moment: date) -> date:
    """The day of a moment where the clock runs."""
    if isinstance(moment, datetime) and isinstance(due.moment, datetime):
        return moment.astimezone(due.moment.tzinfo).date()
    return moment


def _why(ending: Ending | None) -> str:
    return ending.reason if ending else ""


def _check_words(ending: Ending | None, delay: Delay | None) -> None:
    if ending and ending.state not in ENDS:
        raise CannotReadClock(f"A clock cannot be ended as {ending.state}; it is {', '.join(ENDS[:-1])} or {ENDS[-1]}.")
    if ending and not ending.reason.strip():
        raise CannotReadClock(f"A clock that is {ending.state} needs a reason.")
    if delay and not (delay.reason.strip() and delay.agreed_by.strip()):
        raise CannotReadClock("A delay needs a reason and the name of whoever agreed to it.")


def _check_one_end(due: Due | None, completed: date | None, ending: Ending | None) -> None:
    if completed and ending:
        raise CannotReadClock(f"A clock cannot be both met and {ending.state}.")
    if completed and due is None:
        raise CannotReadClock("A clock that has not started cannot be met; record its trigger first.")


def _check_times(due: Due, now: date, closed: date | None) -> None:
    for moment in (now, closed):
        if moment and _is_time(moment) != _is_time(due.moment):
            shape = "times with their zone" if _is_time(due.moment) else "days without times"
            raise CannotReadClock(f"{due.rule.id} is counted in {due.limit.unit}, so its clock is read with {shape}.")
    if closed and closed > now:
        raise CannotReadClock(
            f"{moment_words(closed)} has yet to come; a clock is met or ended when that has happened."
        )


def _is_time(moment: date) -> bool:
    return isinstance(moment, datetime) and moment.tzinfo is not None
