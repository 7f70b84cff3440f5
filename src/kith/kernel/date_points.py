"""One day, month, season or year as people say it: what an uncertain date is made of."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kith.kernel.errors import KithError

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
FIRST_YEAR, LAST_YEAR = 1, 9999

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(~?)", re.ASCII)
_MARGIN_IN_MONTHS = {"year": 12, "season": 3, "month": 1}
_MARGIN_IN_DAYS = 7


class NotADate(KithError):
    """The words or the code do not say when."""


class Days(NamedTuple):
    """A run of days, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Point:
    """A year, or a month, season (21 to 24) or day of it; `approximate` says "about".

    >>> Point(2019, 21).code, Point(2019, 21).words
    ('2019-21', 'spring 2019')
    """

    year: int
    month: int = 0
    day: int = 0
    approximate: bool = False

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise NotADate(f"There is no year {self.year} here; use a year from {FIRST_YEAR} to {LAST_YEAR}.")
        if self.month and self.month not in SEASONS and not 1 <= self.month <= 12:
            raise NotADate(f"There is no month {self.month}; months go from 1 to 12.")
        if self.day:
            self._check_day()

    def _check_day(self) -> None:
        if not 1 <= self.month <= 12:
            raise NotADate("A day needs a month, for example 5 March 2019.")
        length = monthrange(self.year, self.month)[1]
        if not 1 <= self.day <= length:
            month = f"{MONTHS[self.month - 1]} {self.year:04d}"
            raise NotADate(f"There is no day {self.day} in {month}: it has {length} days.")

    @classmethod
    def from_code(cls, code: str) -> "Point":
        """Read `2019`, `2019-03`, `2019-21`, `2019-03-05`, each with or without a trailing `~`."""
        found = _SHAPE.fullmatch(code)
        if not found:
            raise NotADate(f'"{code[:40]}" is not a date code; codes look like 2019, 2019-03 or 2019-03-05.')
        year, month, day, about = found.groups()
        if month == "00" or day == "00":
            raise NotADate(f'"{code}" is not a date code; leave out the month or day that is not known.')
        return cls(int(year), int(month or 0), int(day or 0), bool(about))

    @property
    def code(self) -> str:
        """The canonical code, a subset of ISO 8601-2 (EDTF)."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts) + "~" * self.approximate

    @property
    def words(self) -> str:
        """The point in British words; the year always has four digits."""
        day = str(self.day) if self.day else ""
        month = SEASONS.get(self.month) or (MONTHS[self.month - 1] if self.month else "")
        about = "about" if self.approximate else ""
        return " ".join(word for word in (about, day, month, f"{self.year:04d}") if word)

    @property
    def precision(self) -> str:
        """One of day, month, season, year."""
        if self.day:
            return "day"
        if self.month in SEASONS:
            return "season"
        return "month" if self.month else "year"

    @property
    def nominal(self) -> date:
        """The first day of the usual reading, by which the point is put in order."""
        return self._plain()[-1].first

    def readings(self) -> tuple[Days, ...]:
        """Every run of days the words may mean.

        Seasons are the meteorological ones. "Winter 2019" is said of both ends of that year, so it
        has two readings. "About" adds the neighbours on either side: a year, a season, a month, or
        seven days.

        >>> [str(days.last) for days in Point(2019, 24).readings()]
        ['2019-02-28', '2020-02-29']
        >>> [days.first.year for days in Point(2014, approximate=True).readings()]
        [2013, 2014, 2015]
        """
        return tuple(self._widened()) if self.approximate else self._plain()

    def neighbour(self, step: int) -> "Point":
        """The next (1) or previous (-1) day, month, season or year.

        >>> Point(2019, 12).neighbour(1).code, Point(2019, 21).neighbour(-1).code
        ('2020-01', '2018-24')
        """
        if self.day:
            day = _day_at(date(self.year, self.month, self.day).toordinal() + step)
            return Point(day.year, day.month, day.day, self.approximate)
        if not self.month:
            return Point(self.year + step, approximate=self.approximate)
        first, length = (21, 4) if self.month in SEASONS else (1, 12)
        years, place = divmod(self.month - first + step, length)
        return Point(self.year + years, first + place, approximate=self.approximate)

    def _plain(self) -> tuple[Days, ...]:
        if self.day:
            day = date(self.year, self.month, self.day)
            return (Days(day, day),)
        return tuple(_days(first, last) for first, last in self._months())

    def _widened(self) -> Iterator[Days]:
        if self.day:
            middle = date(self.year, self.month, self.day).toordinal()
            for shift in (-_MARGIN_IN_DAYS, 0, _MARGIN_IN_DAYS):
                day = _day_at(middle + shift)
                yield Days(day, day)
            return
        margin = _MARGIN_IN_MONTHS[self.precision]
        for shift in (-margin, 0, margin):
            for first, last in self._months():
                yield _days(first + shift, last + shift)

    def _months(self) -> list[tuple[int, int]]:
        """First and last month of each reading, counted from January of year 0."""
        january = self.year * 12
        if not self.month:
            return [(january, january + 11)]
        if self.month == 24:
            return [(january, january + 1), (january + 11, january + 13)]
        if self.month in SEASONS:
            first = january + 2 + 3 * (self.month - 21)
            return [(first, first + 2)]
        return [(january + self.month - 1, january + self.month - 1)]


def _days(first_month: int, last_month: int) -> Days:
    """The days of a run of months, cut off at the ends of the calendar."""
    year, month = divmod(max(first_month, FIRST_YEAR * 12), 12)
    last_year, last = divmod(min(last_month, LAST_YEAR * 12 + 11), 12)
    if last_year < FIRST_YEAR:
        return Days(date.min, date.min)
    if year > LAST_YEAR:
        return Days(date.max, date.max)
    return Days(date(year, month + 1, 1), date(last_year, last + 1, monthrange(last_year, last + 1)[1]))


def _day_at(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
