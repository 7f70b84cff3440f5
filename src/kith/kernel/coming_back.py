"""A question that somebody answered comes back on a day: whether that day is well chosen, and whether it has come."""

import datetime as dt


def has_come(day: dt.date | None, today: dt.date) -> bool:
    """An answer holds up to its day, and the question is open again from that day on.

    >>> has_come(dt.date(2026, 11, 24), dt.date(2026, 11, 24)), has_come(None, dt.date(2026, 11, 24))
    (True, False)
    """
    return day is not None and day <= today


def is_within(day: dt.date, *, first: dt.date, most: dt.timedelta) -> bool:
    """From the first day on, and no longer than is allowed.

    >>> is_within(dt.date(2026, 12, 1), first=dt.date(2026, 11, 24), most=dt.timedelta(days=7))
    True
    """
    return first <= day <= first + most
