"""Dates in GEDCOM's words: ABT, BEF, AFT, BET ... AND; what they cannot say is said by the nearest they can."""

from kith.kernel.date_points import MONTHS, SEASONS, Point
from kith.kernel.partial_dates import PartialDate


def date_words(date: PartialDate) -> str:
    """The date in words that GEDCOM 5.5.1 and 7 share.

    >>> [date_words(PartialDate(code)) for code in ("2019-03-05", "2014~", "../2019", "2019-21", "2014~/2016")]
    ['5 MAR 2019', 'ABT 2014', 'BEF 2019', 'BET MAR 2019 AND MAY 2019', 'BET 2014 AND 2016']
    """
    first, is_interval, last = date.code.partition("/")
    if first == "..":
        return f"BEF {_first_of(Point.from_code(last))}"
    if last == "..":
        return f"AFT {_last_of(Point.from_code(first))}"
    start, end = Point.from_code(first), Point.from_code(last or first)
    if is_interval or start.month in SEASONS:
        return f"BET {_first_of(start)} AND {_last_of(end)}"
    return f"ABT {_words(start)}" if start.approximate else _words(start)


def period_words(since: PartialDate | None, until: PartialDate | None) -> str:
    """FROM and TO where both are plain; else the beginning alone, and empty without one.

    >>> period_words(PartialDate("1990"), PartialDate("1995-03")), period_words(PartialDate("1990~"), None)
    ('FROM 1990 TO MAR 1995', 'ABT 1990')
    """
    if any(date and not _is_plain(date) for date in (since, until)):
        return date_words(since) if since else ""
    ends = (("FROM", since), ("TO", until)) if until else (("", since),)
    return " ".join(f"{word} {date_words(date)}".strip() for word, date in ends if date)


def _is_plain(date: PartialDate) -> bool:
    return date.precision in ("day", "month", "year") and not date.approximate


def _first_of(point: Point) -> str:
    if point.month not in SEASONS:
        return _words(point)
    day = Point(point.year, point.month).readings()[0].first
    return _words(Point(day.year, day.month))


def _last_of(point: Point) -> str:
    if point.month not in SEASONS:
        return _words(point)
    day = Point(point.year, point.month).readings()[-1].last
    return _words(Point(day.year, day.month))


def _words(point: Point) -> str:
    month = MONTHS[point.month - 1][:3].upper() if point.month else ""
    return " ".join(part for part in (str(point.day or ""), month, f"{point.year:03d}") if part)
