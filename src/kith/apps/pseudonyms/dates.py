"""Days in copies: moved, told by their month alone, or left; in the fields of rows and within texts. No queries."""

import datetime as dt
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kith.apps.pseudonyms.vocabulary import KEPT, MONTH
from kith.kernel.partial_dates import NotADate, PartialDate

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
NAMED = rf"(?:{MONTHS}|{SHORT})\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
WHOLE_DAYS = (
    r"\d{4}-\d{1,2}-\d{1,2}",
    r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})",
    rf"{DAY}[\s\-](?:of\s)?{NAMED},?[\s\-]\d{{4}}",
    rf"{NAMED}\s{DAY},?\s\d{{4}}",
)
OF_A_YEAR = (rf"{DAY}\s(?:of\s)?{NAMED}", rf"{NAMED}\s{DAY}")
IN_TEXTS = "|".join((*WHOLE_DAYS, rf"{NAMED}\s\d{{4}}", *OF_A_YEAR, r"(?:19|20)\d{2}"))
ENDINGS = re.compile(r"(?<=\d)(st|nd|rd|th)\b|\bof\b|,|\.(?=\s)")
SOME_YEAR = 2000  # of a day without a year: one with a 29 February
SEASONS = ("21", "22", "23", "24")
UNSURE = "[a day]"


@dataclass(frozen=True, slots=True)
class Days:
    """How a set tells days: `how` of them, by how many they are moved, and days of birth that no text may hold."""

    how: str
    by: int = 0
    births: Collection[dt.date] = ()

    def told(self, date: PartialDate) -> PartialDate:
        """As a copy says it.

        >>> Days("shifted", 14).told(PartialDate("2019-03-05")).code, Days("month").told(PartialDate("2019-03-05")).code
        ('2019-03-19', '2019-03')
        """
        if self.how == KEPT:
            return date
        ends = date.code.split("/")
        try:
            return PartialDate("/".join(map(self._point, ends)))
        except NotADate:  # ends of which one is vaguer may change places: then the years alone
            years = sorted(self._point(one[:4]) for one in ends if one != "..")
            return PartialDate(years[0] if len(set(years)) == 1 else f"{years[0]}/{years[-1]}")

    def _point(self, code: str) -> str:
        sign = "~" if code.endswith("~") else ""
        plain = code.removesuffix("~")
        if plain == "..":
            return code
        if self.how == MONTH:
            return (plain[:7] if len(plain) == len("2019-03-05") else plain) + sign
        return _moved(plain, self.by) + sign

    def in_text(self, words: str) -> str:
        """What stands in the place of a day within a text."""
        text = " ".join(ENDINGS.sub(" ", words).replace("-", " " if words[0].isalpha() else "-").split())
        has_year = re.search(r"\d{4}|\d[/.\-]\d{1,2}[/.\-]\d{2}\b", words) is not None
        try:
            date = PartialDate.parse(text if has_year else f"{text} {SOME_YEAR}")
        except NotADate:
            return UNSURE if self.how != KEPT else words
        if not has_year:
            return self._of_a_year(words, date)
        if self.how == KEPT:
            return "" if date.precision == "day" and date.earliest in self.births else words
        return str(self.told(date))

    def _of_a_year(self, words: str, date: PartialDate) -> str:
        """A day without its year; where it is moved, by how much depends on the year by one day at most."""
        if self.how == KEPT:
            born = {(day.month, day.day) for day in self.births}
            is_birth = date.earliest is not None and (date.earliest.month, date.earliest.day) in born
            return "" if is_birth else words
        told = str(self.told(date))
        return " ".join(told.split()[:-1])


def day_told(known: Iterable[PartialDate], days: Days, on: dt.date) -> dt.date:
    """As of which day a copy tells ages, and what its rows add up to: the end of the month of the last that happened.

    Today, moved, would tell whoever knows when the copy was made by how much everything is.

    >>> day_told([PartialDate("2026-11-02"), PartialDate("2027")], Days("shifted", -70), dt.date(2026, 11, 23))
    datetime.date(2026, 8, 31)
    """
    ends = [date.latest for date in known if date.latest and date.latest <= on]
    moved = max(ends, default=dt.date(on.year, 1, 1)) + dt.timedelta(days=days.by)
    return PartialDate(f"{moved:%Y-%m}").latest or moved


def _moved(plain: str, by: int) -> str:
    """A point of a date by its code, its middle moved, as vague as it was."""
    first, last = PartialDate(plain).earliest, PartialDate(plain).latest
    if first is None or last is None:
        return plain
    day = first + (last - first) / 2 + dt.timedelta(days=by)
    if len(plain) == len("2019"):
        return f"{day.year:04}"
    if plain[5:] in SEASONS:
        return _season_with(day)
    return day.isoformat()[: len(plain)]


def _season_with(day: dt.date) -> str:
    for year in (day.year - 1, day.year):
        for season in SEASONS:
            span = PartialDate(f"{year:04}-{season}")
            if span.earliest and span.latest and span.earliest <= day <= span.latest:
                return span.code
    return f"{day.year:04}"
