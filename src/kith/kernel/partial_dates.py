"""Dates as people know them: a day, a month, a season, a year, "about", "before", "after" or "between".

The code is a small subset of ISO 8601-2 (EDTF): `2019`, `2019-03`, `2019-03-05`, seasons `2019-21`
(spring) to `2019-24` (winter), a trailing `~` for "about", intervals `2014/2016`, and open ends
`../2019` for "before 2019" and `2019/..` for "after 2019". One difference from the standard: the
point of an open end is excluded, because nobody who says "before 2019" means some day in 2019.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache

from kith.kernel.ages import Age
from kith.kernel.date_points import NotADate, Point
from kith.kernel.date_words import Ends, read_ends

__all__ = ["Age", "NotADate", "Order", "PartialDate"]

_ONE_DAY = 1


class Order(Enum):
    """How one partial date stands to another, as far as that can be known."""

    BEFORE = "before"
    AFTER = "after"
    SAME = "same"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """When something was, as exactly as it is known and no more exactly.

    Equality is of what was said, not of days: `2019` equals `2019`, and is not "the same day" as
    anything. There is no `<`; use `compare` for what is certain and `sort_key` for display.

    >>> PartialDate("2019-21").compare(PartialDate("2019-12-25"))
    <Order.BEFORE: 'before'>
    >>> PartialDate("2019").compare(PartialDate("2019-12-25"))
    <Order.UNSURE: 'unsure'>
    """

    code: str

    def __post_init__(self) -> None:
        _span(self.code)

    @classmethod
    def parse(cls, words: str) -> "PartialDate":
        """Read what people write, day first, as in British English; GEDCOM words are understood too.

        >>> PartialDate.parse("spring 2019").code, PartialDate.parse("c. 2014").code
        ('2019-21', '2014~')
        >>> PartialDate.parse("BET 1 MAR 2014 AND 2016").code, PartialDate.parse("before 5/3/2019").code
        ('2014-03-01/2016', '../2019-03-05')
        >>> PartialDate.parse("31/02/2020")
        Traceback (most recent call last):
        kith.kernel.date_points.NotADate: There is no day 31 in February 2020: it has 29 days.
        """
        return cls(_code(read_ends(words)))

    @classmethod
    def from_code(cls, code: str) -> "PartialDate":
        """The date of a canonical code; raises NotADate for any other text."""
        return cls(code)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """The partial date that is exactly this day.

        >>> str(PartialDate.of(date(2015, 2, 3)))
        '3 February 2015'
        """
        return cls(Point(day.year, day.month, day.day).code)

    def __str__(self) -> str:
        return _words(self.code)

    @property
    def earliest(self) -> date | None:
        """First possible day, None when open; "about" reaches one year (season, month, week) back."""
        return _span(self.code)[0]

    @property
    def latest(self) -> date | None:
        """Last possible day, None when open; "about" reaches one year (season, month, week) on."""
        return _span(self.code)[1]

    @property
    def year(self) -> int | None:
        """The one calendar year in which it certainly was.

        >>> PartialDate("2019-21").year, PartialDate("2019~").year, PartialDate("2019-24").year
        (2019, None, None)
        """
        first, last = _span(self.code)
        return first.year if first and last and first.year == last.year else None

    @property
    def approximate(self) -> bool:
        """Whether "about" was said of it or of one of its ends."""
        return "~" in self.code

    @property
    def precision(self) -> str:
        """One of day, month, season, year, interval, before, after."""
        start, end = _ends(self.code)
        if start is None or end is None:
            return "after" if start else "before"
        return "interval" if "/" in self.code else start.precision

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """A total, stable order for display; it never contradicts a certain order.

        The usual first day comes first in the key (for "before", the last possible day), then vaguer
        before exact, then the code.
        """
        first, last = _span(self.code)
        start, _ = _ends(self.code)
        day = min(start.nominal, last or date.max) if start and last else first or last or date.min
        width = (last - first).days if first and last else (date.max - date.min).days
        return (day.toordinal(), -width, self.code)

    def compare(self, other: "PartialDate") -> Order:
        """What is certain about the order; SAME only when both are exactly one and the same day."""
        if self.certainly_before(other):
            return Order.BEFORE
        if other.certainly_before(self):
            return Order.AFTER
        days = {*_span(self.code), *_span(other.code)}
        return Order.SAME if len(days) == 1 and None not in days else Order.UNSURE

    def certainly_before(self, other: "PartialDate") -> bool:
        """Whether every possible day lies before every possible day of the other."""
        last, first = self.latest, other.earliest
        return last is not None and first is not None and last < first

    def may_be_same(self, other: "PartialDate") -> bool:
        """Whether some day is possible for both.

        >>> PartialDate("2019").may_be_same(PartialDate("../2019-03"))
        True
        """
        return not self.certainly_before(other) and not other.certainly_before(self)

    def age_on(self, day: date) -> Age:
        """Age in whole years on a day of somebody born on this date; open when it cannot be bounded.

        >>> str(PartialDate("2014-03-05").age_on(date(2025, 3, 4))), str(PartialDate("2014").age_on(date(2025, 3, 4)))
        ('10', '10 or 11')
        """
        return Age.between(self.earliest, self.latest, on=day, approximate=self.approximate)


@lru_cache(maxsize=4096)
def _ends(code: str) -> Ends:
    """The points of a code; raises NotADate unless the code is canonical."""
    if "/" not in code:
        point = Point.from_code(code)
        return point, point
    first, _, second = code.partition("/")
    start = None if first == ".." else Point.from_code(first)
    end = None if second == ".." else Point.from_code(second)
    if start is None and end is None:
        raise NotADate("A date that is open at both ends says nothing; give at least one year.")
    if start and end and _days(start)[0] > _days(end)[1]:
        raise NotADate(f"{end.words} is earlier than {start.words}; write the earlier date first.")
    return start, end


@lru_cache(maxsize=4096)
def _words(code: str) -> str:
    start, end = _ends(code)
    if start is None or end is None:
        return f"after {start.words}" if start else f"before {_sure(end).words}"
    return start.words if start == end and "/" not in code else f"between {start.words} and {end.words}"


def _days(point: Point) -> tuple[date, date]:
    """First and last day of a point, whatever "about" may add."""
    days = replace(point, approximate=False).readings()
    return days[0].first, days[-1].last


@lru_cache(maxsize=4096)
def _span(code: str) -> tuple[date | None, date | None]:
    """First and last possible day, over all readings of both ends."""
    start, end = _ends(code)
    if start and end:
        return min(days.first for days in start.readings()), max(days.last for days in end.readings())
    if start:
        return _beyond(min(days.last for days in start.readings()), _ONE_DAY), None
    return None, _beyond(max(days.first for days in _sure(end).readings()), -_ONE_DAY)


def _beyond(day: date, step: int) -> date:
    """The day after or before; "after 9999" and "before the year 1" leave no day to point to."""
    try:
        return date.fromordinal(day.toordinal() + step)
    except (ValueError, OverflowError):
        raise NotADate("That lies outside the years 1 to 9999.") from None


def _code(ends: Ends) -> str:
    start, end = ends
    if start is not None and start is end:
        return start.code
    return f"{start.code if start else '..'}/{end.code if end else '..'}"


def _sure(point: Point | None) -> Point:
    if point is None:
        raise NotADate("A date needs at least one year.")
    return point
