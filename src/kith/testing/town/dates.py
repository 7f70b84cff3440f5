"""Real days of the invented people, and the vaguer dates by which others know them."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random

from kith.kernel.partial_dates import PartialDate
from kith.testing.town.shelf import proportion

_SEASONS = {12: 24, 1: 24, 2: 24, 3: 21, 4: 21, 5: 21, 6: 22, 7: 22, 8: 22, 9: 23, 10: 23, 11: 23}


@cache
def coded(code: str) -> PartialDate:
    """Few dates are used many times, so each is made once."""
    return PartialDate(code)


def exactly(day: date) -> PartialDate:
    return coded(day.isoformat())


def _season(day: date) -> str:
    """January belongs to the winter that people name after the year before."""
    return f"{day.year - (day.month < 3):04d}-{_SEASONS[day.month]}"


_WAYS: dict[str, Callable[[date], str]] = {
    "day": date.isoformat,
    "month": lambda day: f"{day.year:04d}-{day.month:02d}",
    "season": _season,
    "year": lambda day: f"{day.year:04d}",
    "about": lambda day: f"{day.year:04d}~",
}


def known(rng: Random, day: date, table: str) -> PartialDate | None:
    """The day as somebody knows it, drawn from a table of proportions; None where nobody said."""
    way = proportion(table).pick(rng)
    return None if way == "none" else coded(_WAYS[way](day))


def as_known(day: date, way: str) -> PartialDate:
    """The day said in one way: day, month, season, year or about.

    >>> str(as_known(date(2020, 1, 9), "season"))
    'winter 2019'
    """
    return coded(_WAYS[way](day))


def between(rng: Random, first: date, last: date) -> date:
    """A day from first to last, both included; `first` where they are the wrong way round."""
    return first + timedelta(days=int(rng.random() * (max((last - first).days, 0) + 1)))


def since_birth(rng: Random, born: date, days: int, today: date) -> date:
    """A day up to yesterday and at least so many days after a birth, as far as the child is old enough."""
    yesterday = today - timedelta(days=1)
    return between(rng, min(born + timedelta(days=days), yesterday), yesterday)


def years_before(rng: Random, day: date, least: float, most: float) -> date:
    return day - timedelta(days=int((least + (most - least) * rng.random()) * 365.25))


def age_on(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
