"""Working days: Monday to Friday without bank holidays. The day of the trigger is day 0 and is never counted."""

from datetime import date, timedelta

from kith.engines.timescales.calendars import WorkingCalendar

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working_day(day: date, calendar: WorkingCalendar) -> bool:
    """Whether offices that keep bank holidays are open on a day.

    Raises CalendarNotLoaded outside the calendar. Source: statutory guidance counts in working days, and the
    domain handbook, section 1.5, says which these are.

    >>> from kith.engines.timescales import england
    >>> is_working_day(date(2026, 4, 2), england()), is_working_day(date(2026, 4, 3), england())
    (True, False)
    """
    calendar.require(day)
    return day.weekday() < _SATURDAY and day not in calendar.holidays


def add_working_days(day: date, count: int, calendar: WorkingCalendar) -> date:
    """The day that lies `count` working days after `day`, or before it where `count` is negative.

    Unit: working days. `day` itself is day 0, also when it is no working day, and 0 gives it back as it is.
    Raises CalendarNotLoaded where a step leaves the calendar.

    >>> from kith.engines.timescales import england
    >>> add_working_days(date(2026, 3, 27), 5, england())  # over Good Friday and Easter Monday
    datetime.date(2026, 4, 7)
    >>> add_working_days(date(2026, 4, 7), -5, england())
    datetime.date(2026, 3, 27)
    """
    calendar.require(day)
    step = _ONE_DAY if count > 0 else -_ONE_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day, calendar)
    return day


def working_days_between(start: date, end: date, calendar: WorkingCalendar) -> int:
    """How many working days after `start` it is on `end`, `end` included; negative where `end` comes first.

    Unit: working days. It undoes `add_working_days`: the count to the day that lies n working days on is n.
    Raises CalendarNotLoaded where either day lies outside the calendar.

    >>> from kith.engines.timescales import england
    >>> working_days_between(date(2022, 6, 1), date(2022, 6, 10), england())  # the Jubilee took two of them
    5
    >>> working_days_between(date(2022, 6, 10), date(2022, 6, 1), england())
    -5
    """
    calendar.require(start)
    calendar.require(end)
    if end < start:
        return -_open_days(end, start, calendar)
    return _open_days(start + _ONE_DAY, end + _ONE_DAY, calendar)


def _open_days(since: date, until: date, calendar: WorkingCalendar) -> int:
    """Working days with since <= day < until, all of them within the calendar."""
    days = (since + timedelta(days=n) for n in range((until - since).days))
    return sum(is_working_day(day, calendar) for day in days)
