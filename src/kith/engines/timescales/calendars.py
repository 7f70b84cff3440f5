"""The bank holidays that a count rests on, and from when to when they are known."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kith.kernel.data_files import toml_of
from kith.kernel.days import day_words
from kith.kernel.errors import KithError


class CalendarNotLoaded(KithError):
    """A count would leave the days for which the holidays are on file; a guess could miss a legal deadline."""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Holidays by day, each with its name; whole from `known_from` to `known_to`, both included."""

    holidays: Mapping[date, str]
    known_from: date
    known_to: date
    version: str
    source: str
    warn_days: int = 0

    def require(self, day: date) -> None:
        """Stop where the holidays are not on file."""
        if not self.known_from <= day <= self.known_to:
            raise CalendarNotLoaded(
                f"Working days cannot be counted for {day_words(day)}. Bank holidays are on file from "
                f"{day_words(self.known_from)} to {day_words(self.known_to)}; a newer list has to be loaded."
            )

    def runs_out_soon(self, today: date) -> bool:
        """Whether a newer list has to be loaded before counts reach the end of this one.

        >>> england().runs_out_soon(date(2026, 11, 24)), england().runs_out_soon(date(2028, 10, 1))
        (False, True)
        """
        return (self.known_to - today).days < self.warn_days

    def open_ended(self) -> "WorkingCalendar":
        """The same holidays without a last day: whoever counts with it says so in a warning."""
        return replace(self, known_to=date.max)


@cache
def england() -> WorkingCalendar:
    """The calendar of England as shipped: bank holidays of England and Wales, up to the last one published.

    >>> england().holidays[date(2026, 12, 28)]
    'Boxing Day (substitute day)'
    """
    data = toml_of("kith.engines.timescales", "data/bank_holidays.toml")
    holidays = {date.fromisoformat(day): str(name) for day, name in data["holidays"].items()}
    return WorkingCalendar(
        holidays, data["valid_from"], max(holidays), data["version"], data["source"], data["warn_days"]
    )
