"""Dates as GEDCOM writes them: calendar escapes, phrases, Old Style double years, periods."""

import re
from typing import NamedTuple

from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.plain_text import one_line
from kith.engines.drawing.formats.warned import Warnings
from kith.kernel.partial_dates import NotADate, PartialDate
from kith.kernel.text import LIMITS

NOT_UNDERSTOOD = "A date was not understood, so its words are kept"

_GREGORIAN = re.compile(r"@#DGREGORIAN@\s*|\bGREGORIAN\s+", re.IGNORECASE)
_INTERPRETED = re.compile(r"INT\s+(.+?)\s*\((.*)\)\s*", re.IGNORECASE | re.DOTALL)
_DOUBLE_YEAR = re.compile(r"\b([A-Z]{3,}\.?\s+)?(\d{3,4})/(\d{1,2}|\d{4})(?!\d)", re.IGNORECASE | re.ASCII)
_PERIOD = re.compile(r"(?:FROM\s+(.+?))?\s*(?:\bTO\s+(.+))?", re.IGNORECASE)


class ReadDate(NamedTuple):
    """A date, and whether it holds everything its words said; without words there is no date and nothing lost."""

    date: PartialDate | None
    is_whole: bool

    @property
    def is_understood(self) -> bool:
        return self.date is not None or self.is_whole


class Period(NamedTuple):
    """Since when and until when, as far as told."""

    since: PartialDate | None = None
    until: PartialDate | None = None


def read_date(words: str) -> ReadDate:
    """Read one date value; a date is None where the words are not a date.

    >>> read_date("28 JAN 1456/57").date.code, read_date("@#DGREGORIAN@ ABT 1900").date.code
    ('1457-01-28', '1900~')
    >>> read_date("(before the war)")
    ReadDate(date=None, is_whole=False)
    """
    if len(words) > LIMITS["date"]:
        return ReadDate(None, is_whole=False)
    plain = _GREGORIAN.sub("", words.replace("@@#", "@#")).strip()
    interpreted = _INTERPRETED.fullmatch(plain)
    if interpreted:
        plain = interpreted[1]
    modern = _DOUBLE_YEAR.sub(_modern_year, plain)
    try:
        return ReadDate(PartialDate.parse(modern), is_whole=not interpreted and modern == plain)
    except NotADate:
        return ReadDate(None, is_whole=False)


def claim_date(event: Record, warnings: Warnings) -> PartialDate | None:
    """The date of an event; words that say more than the date stay unclaimed and are kept."""
    record = event.first("DATE")
    if record is None or not record.text:
        return None
    said = read_date(record.text)
    _claim(record, [said], warnings)
    return said.date


def claim_period(event: Record, warnings: Warnings) -> Period:
    """FROM and TO as the ends of a time; any other date is its beginning."""
    record = event.first("DATE")
    if record is None or not record.text:
        return Period()
    said = [read_date(words) if words else ReadDate(None, is_whole=True) for words in _ends(record.text)]
    _claim(record, said, warnings)
    return Period(*(end.date for end in said)) if all(end.is_understood for end in said) else Period()


def _claim(record: Record, said: list[ReadDate], warnings: Warnings) -> None:
    record.claimed = all(date.is_whole for date in said)
    if not all(date.is_understood for date in said):
        warnings.add(NOT_UNDERSTOOD, record.place, example=one_line(record.text, most=40))


def _ends(words: str) -> tuple[str, str]:
    found = _PERIOD.fullmatch(words[: LIMITS["date"] + 1])
    if found is None or not any(found.groups()):
        return words, ""
    return found[1] or "", found[2] or ""


def _modern_year(found: re.Match[str]) -> str:
    """The later of two years where the year began in March: 28 January 1456/57 is in our 1457."""
    month, first, second = found.groups()
    later = int(first) + 1
    if f"{later:04d}"[-len(second) :] != second:
        return found[0]
    return f"{month}{later}" if month else found[0]
