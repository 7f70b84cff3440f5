"""Days and times as tables hold them: as words, as a spreadsheet counts them, or as a day of the week with its date."""

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from kith.apps.chronologies.reading.knowledge import data, plain
from kith.apps.chronologies.reading.notebook import CannotReadRow, Notebook, quoted
from kith.kernel.date_points import NotADate
from kith.kernel.days import day_words
from kith.kernel.partial_dates import PartialDate

LEFT_OUT = "The row was left out."
DAYS_FROM_1900_TO_1904 = 1462
FIRST_OF_SPREADSHEETS = dt.date(1899, 12, 30)

_STAMP = re.compile(r"^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$", re.ASCII)
_SERIAL = re.compile(r"^(\d{5})(?:\.\d+)?$", re.ASCII)
_WITH_TIME = re.compile(
    r"^(.*\d{4})\s*(?:,|at|@|-)?\s+(\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|hrs)?)$", re.I | re.ASCII
)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)", re.ASCII)
_SHORT_YEAR = re.compile(
    r"(?<![\d/.:])(\d{1,2}(?:([/.])\d{1,2}\2|(?:st|nd|rd|th)?([\s/.-])\s*[a-z]{3,9}\.?[\s/.-]))(\d{2})(?![\d/.:])",
    re.I | re.ASCII,
)
_WHOLE_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_TIME = re.compile(r"^(\d{1,2})(?:[:.]?(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(am|pm|hrs|hours|h)?$", re.ASCII)


class When(NamedTuple):
    """A day as exactly as it was told, and the time that stood beside it in the same cell."""

    day: PartialDate
    time: dt.time | None = None


def read_when(text: str, notes: Notebook, *, counts_from_1904: bool = False) -> When:
    """Raises CannotReadRow with a sentence; whatever could be read in two ways is said once for the file."""
    if stamp := _STAMP.match(text):
        time = dt.time.fromisoformat(stamp[2])
        return When(_parsed(stamp[1], text, notes), time if time != dt.time() else None)
    if serial := _serial(text):
        return When(_of_serial(serial, text, notes, counts_from_1904))
    text = _with_whole_years(text, notes)
    if beside := _WITH_TIME.match(text):
        return When(_told(beside[1], text, notes), read_time(beside[2]))
    return When(_told(text, text, notes))


def _with_whole_years(text: str, notes: Notebook) -> str:
    """03/04/19 is of 2019: no other year that ends so can stand in a child’s chronology. 19-03-04 could be either."""
    if _WHOLE_YEAR.search(text):
        return text
    first, last = data()["reading"]["short_years"]

    def whole(found: re.Match[str]) -> str:
        year = next((year for year in range(first, last + 1) if year % 100 == int(found[4])), None)
        return f"{found[1]}{year}" if year else found[0]

    told = _SHORT_YEAR.sub(whole, text)
    if told != text:
        notes.once("short year", f"Years of two digits were read as {first} to {last}: {text} as {told}.")
    return told


def _serial(text: str) -> int:
    """A bare number that a spreadsheet would show as a day; 0 for anything else."""
    found = _SERIAL.match(text)
    number = int(found[1]) if found else 0
    bounds = data()["reading"]
    return number if bounds["first_serial"] <= number <= bounds["last_serial"] else 0


def _of_serial(number: int, text: str, notes: Notebook, counts_from_1904: bool) -> PartialDate:
    shift = DAYS_FROM_1900_TO_1904 if counts_from_1904 else 0
    day = FIRST_OF_SPREADSHEETS + dt.timedelta(number + shift)
    notes.once("serial", f"A bare number was read as a spreadsheet counts days: {text} is {day_words(day)}.")
    return PartialDate.of(day)


def _told(words: str, whole: str, notes: Notebook) -> PartialDate:
    """A date in words, after a week that it begins or a weekday that it has to agree with."""
    bare, is_week, weekday = _opened(words)
    day = _parsed(bare, whole, notes)
    _note_order(bare, day, notes)
    if is_week:
        return _week_from(day, whole)
    if weekday is not None and day.earliest == day.latest and day.earliest and day.earliest.weekday() != weekday:
        raise CannotReadRow(f"{quoted(whole)} was a {day.earliest:%A}. {LEFT_OUT}")
    return day


def _parsed(words: str, whole: str, notes: Notebook) -> PartialDate:
    try:
        return PartialDate.parse(words)
    except NotADate as problem:
        if problem.message.startswith("There is no month"):
            says = f"{quoted(whole)} seems to have the month first, so other dates of this file may have it too. Ask."
            notes.once("month first", says)
        raise CannotReadRow(f"{_reason(problem, whole)} {LEFT_OUT}") from None


def _reason(problem: NotADate, words: str) -> str:
    if not words:
        return "No date is given."
    return f"{quoted(words)} is not a day." if problem.message.startswith("There is no") else problem.message


def _note_order(words: str, day: PartialDate, notes: Notebook) -> None:
    """A date such as 03/04/2020 is another day in America; it is read as in Britain, and that is said."""
    if any(first != second and int(first) <= 12 and int(second) <= 12 for first, second in _NUMBERS.findall(words)):
        notes.once("order", f"Dates are read with the day first: {words} is {day}.")


def _week_from(day: PartialDate, whole: str) -> PartialDate:
    if day.earliest is None or day.earliest != day.latest:
        raise CannotReadRow(f"{quoted(whole)} names no day on which the week began. {LEFT_OUT}")
    return PartialDate(f"{day.code}/{PartialDate.of(day.earliest + dt.timedelta(6)).code}")


def _opened(words: str) -> tuple[str, bool, int | None]:
    """The date without what stands before it, whether it begins a week, and its weekday where one is named."""
    bare, is_week = _without_first(words, tuple(data()["reading"]["week_of"]))
    for number, names in enumerate(data()["reading"]["weekdays"]):
        shorter, is_there = _without_first(bare, tuple(names))
        if is_there:
            return shorter, is_week, None if is_week else number
    return bare, is_week, None


def _without_first(words: str, beginnings: tuple[str, ...]) -> tuple[str, bool]:
    found = _beginning(beginnings).match(words)
    return (words[found.end() :], True) if found else (words, False)


@cache
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words at the beginning, with or without signs between them."""
    any_of = "|".join(r"[\W_]*".join(plain(one).split()) for one in sorted(words, key=len, reverse=True))
    return re.compile(rf"^\s*(?:{any_of})(?![a-z])[\s,.:]*(?=\S)", re.I)


def read_time(text: str) -> dt.time:
    """A time of day as 14:30, 2.30pm, 1430 hrs; raises CannotReadRow."""
    if stamp := _STAMP.match(text):
        return dt.time.fromisoformat(stamp[2])
    found = _TIME.match(text.lower().replace("a.m.", "am").replace("p.m.", "pm").strip())
    if not found or not (found[2] or found[3]):
        raise CannotReadRow(f"{quoted(text)} is not a time of day such as 14:30.")
    hours, minutes, half = int(found[1]), int(found[2] or 0), found[3]
    if half in ("am", "pm"):
        hours = hours % 12 + (12 if half == "pm" else 0) if 1 <= hours <= 12 else 99
    try:
        return dt.time(hours, minutes)
    except ValueError:
        raise CannotReadRow(f"{quoted(text)} is not a time of day such as 14:30.") from None
