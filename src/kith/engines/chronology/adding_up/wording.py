"""Numbers, months and days as the sentences of aids say them."""

import datetime as dt
from collections.abc import Sequence

from kith.engines.chronology.adding_up.events import Event

_ONE_OR_TWO = {1: "once", 2: "twice"}
_WEEK = 7
_IN_DAYS, _IN_WEEKS = 13, 60
_OPEN = (dt.date.min.toordinal(), dt.date.max.toordinal())


def counted(number: int, noun: str) -> str:
    """A number and what is counted.

    >>> counted(1, "row"), counted(3, "row")
    ('1 row', '3 rows')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def times(number: int) -> str:
    """How often.

    >>> times(2), times(3)
    ('twice', '3 times')
    """
    return _ONE_OR_TWO.get(number, f"{number} times")


def noun_for(events: Sequence[Event]) -> str:
    """What is counted where these are: rows, unless several tell of one event."""
    return "row" if all(len(event.accounts) == 1 for event in events) else "event"


def period(events: Sequence[Event]) -> str:
    """How long it is at most from the first event to the last: “ in 14 months”; nothing where nobody can say."""
    first, last = min([event.first for event in events]), max([event.last for event in events])
    if len(events) == 1 or first == _OPEN[0] or last == _OPEN[1]:
        return ""
    days = last - first + 1
    if days <= _IN_DAYS:
        return f" in {counted(days, 'day')}"
    return f" in {-(-days // _WEEK)} weeks" if days <= _IN_WEEKS else f" in {_months(first, last)} months"


def the_last(events: Sequence[Event], on: dt.date) -> str:
    """When the last was: “, the last in September”; nothing where it is not sure which was last, or in which year."""
    latest = max(events, key=lambda event: event.first)
    is_sure = all(event is latest or event.last <= latest.first for event in events)
    if not is_sure or latest.last == _OPEN[1]:
        return ""
    first, last = dt.date.fromordinal(latest.first), dt.date.fromordinal(latest.last)
    if first.year != last.year:
        return ""
    if first.month != last.month:
        return f", the last in {first.year}"
    return f", the last in {first:%B}" + ("" if first.year == on.year else f" {first.year}")


def _months(first: int, last: int) -> int:
    """Months, a begun one counted as a whole."""
    start, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    return 12 * (end.year - start.year) + end.month - start.month + (end.day > start.day)
