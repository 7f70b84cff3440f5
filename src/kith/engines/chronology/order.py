"""The one order of a merged chronology, and the days that each date may mean."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from kith.engines.chronology.rows import AnyRow
from kith.kernel.partial_dates import PartialDate

_LAST_MINUTE = dt.time(23, 59)
_EXACT_FIRST = {
    name: rank for rank, name in enumerate(("day", "month", "season", "interval", "year", "before", "after"))
}

Key = tuple[int, int, dt.time, int, str, str]


class Days(NamedTuple):
    """First and last possible day as ordinals, and how exact the date is (0 is a day)."""

    first: int
    last: int
    rank: int


def days_by_code(dates: Iterable[PartialDate]) -> Mapping[str, Days]:
    """The days of every date, by its code; the same few thousand codes stand in all rows of a long chronology.

    An open end is as long as time is: "before 2019" begins on the first day there is, and is ordered by its last.

    >>> days_by_code([PartialDate("2019-03-05")])["2019-03-05"]
    Days(first=737123, last=737123, rank=0)
    """
    return {code: _days(code) for code in {date.code for date in dates}}


@lru_cache(maxsize=16_384)
def _days(code: str) -> Days:
    date = PartialDate(code)
    first, last = date.earliest or dt.date.min, date.latest or dt.date.max
    rank = 2 * _EXACT_FIRST[date.precision] + date.approximate
    return Days(first.toordinal(), last.toordinal(), rank)


def sort_key(row: AnyRow, days: Days) -> Key:
    """Earliest day, exactness, time or the end of the day, sequence, agency, row id: total, as the last two name a row.

    A date that is open towards the past has no earliest day; it stands by its latest.

    >>> from kith.engines.chronology.rows import Row, Subject
    >>> row = Row(agency="School", id="7", subjects=(Subject("mia"),), start=PartialDate("2019-03-05"), fact="Late.")
    >>> sort_key(row, Days(737123, 737123, 0))
    (737123, 0, datetime.time(23, 59), 0, 'School', '7')
    """
    day = days.first if days.first > 1 else days.last
    return day, days.rank, row.start_time or _LAST_MINUTE, row.sequence, row.agency, row.id
