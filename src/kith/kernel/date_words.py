"""Reads what people write about when something was: "spring 2019", "about 2014", "before March 2019"."""

import re

from kith.kernel.date_points import MONTHS, SEASONS, NotADate, Point

Ends = tuple[Point | None, Point | None]
"""First and last point; None is an open end; the same point twice is that point alone."""

_EXAMPLES = 'write for example "5 March 2019", "spring 2019", "about 2014" or "before 2019"'
_LONGEST = 100

_ABOUT = re.compile(
    r"^(?:about|around|approximately|approx|roughly|circa|ca|c|abt|est|cal|estimated)(?![a-z])\.?\s*(?=\S)"
)
_BEFORE = re.compile(r"^(?:before|bef|pre|earlier than)(?![a-z])\.?[\s-]*(?=\S)")
_AFTER = re.compile(r"^(?:after|aft|post|later than)(?![a-z])\.?[\s-]*(?=\S)")
_UNTIL = re.compile(r"^(?:until|till|up to|by|to)(?![a-z])\s*(?=\S)")
_SINCE = re.compile(r"^(?:since|from)(?![a-z])\s*(?=\S)")
_FILLERS = re.compile(r"^(?:in|on|the|during|sometime in)\s+")
_RANGES = (
    re.compile(r"^(?:between|bet)(?![a-z])\.?\s*(.+?)\s+(?:and|&)\s+(.+)$"),
    re.compile(r"^from\s+(.+?)\s+(?:to|until|till)\s+(.+)$"),
    re.compile(r"^(.+?)(?:\s+to\s+|\s+-\s+)(.+)$"),
    re.compile(r"^(\d{4})-(\d{4})$", re.ASCII),
)
_CODES = re.compile(r"^(\.\.|[\d-]{4,10}~?)/(\.\.|[\d-]{4,10}~?)$", re.ASCII)
_PART = re.compile(r"^(early|mid|late)[\s-]+(.+)$")
_DECADE = re.compile(r"^(\d{3}0)'?s$", re.ASCII)

_ISO = re.compile(r"^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$", re.ASCII)
_DAY_FIRST = re.compile(r"^(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})$", re.ASCII)
_MONTH_SLASH = re.compile(r"^(\d{1,2})/(\d{4})$", re.ASCII)
_YEAR = re.compile(r"^\d{3,4}$", re.ASCII)
_DAY_MONTH = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?(?:\s+(?:of\s+)?|[-/.])([a-z]+)\.?(?:\s+(?:of\s+)?|[-/.])(\d{3,4})$", re.ASCII
)
_MONTH_DAY = re.compile(r"^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s+(\d{3,4})$", re.ASCII)
_MONTH_YEAR = re.compile(r"^([a-z]+)\.?[\s-]+(?:of\s+)?(\d{3,4})$", re.ASCII)
_SHORT_YEAR = re.compile(r"^(?:.*[^\d])?\d{1,2}[/.\s-](?:\d{1,2}|[a-z]+)[/.\s-]\d{2}$", re.ASCII)

_MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: number for name, number in _MONTH_NUMBERS.items()}
_MONTH_NUMBERS |= {"sept": 9, "fall": 23}
_MONTH_NUMBERS |= {name: number for number, name in SEASONS.items()}


def read_ends(words: str) -> Ends:
    """Turn words into the two ends of a date; raises NotADate with a sentence that says what was wrong.

    >>> [point.code for point in read_ends("between about 2014 and 2016") if point]
    ['2014~', '2016']
    >>> read_ends("before March 2019")
    (None, Point(year=2019, month=3, day=0, approximate=False))
    """
    text = _tidied(words)
    if codes := _CODES.match(text):
        start, end = (None if part == ".." else Point.from_code(part) for part in codes.groups())
        return start, end
    return _range(text) or _open_ended(text) or _decade(text) or _part(text) or _alone(text)


def _tidied(words: str) -> str:
    if len(words) > _LONGEST:
        raise NotADate(f"That is too long for a date; {_EXAMPLES}.")
    text = re.sub(r"[\u2010-\u2015]", "-", words.replace(",", " ")).casefold()
    text = " ".join(text.split())
    while (shorter := _FILLERS.sub("", text)) != text:
        text = shorter
    if not text:
        raise NotADate(f"The date is empty; {_EXAMPLES}.")
    return text


def _range(text: str) -> Ends | None:
    for shape in _RANGES:
        if found := shape.match(text):
            return _point(found[1]), _point(found[2])
    return None


def _open_ended(text: str) -> Ends | None:
    if found := _BEFORE.match(text):
        return None, _point(text[found.end() :])
    if found := _AFTER.match(text):
        return _point(text[found.end() :]), None
    if found := _UNTIL.match(text):
        return None, _point(text[found.end() :]).neighbour(1)
    if found := _SINCE.match(text):
        return _point(text[found.end() :]).neighbour(-1), None
    return None


def _decade(text: str) -> Ends | None:
    found = _DECADE.match(text)
    if not found:
        return None
    first = int(found[1])
    return Point(first), Point(first + 9)


def _part(text: str) -> Ends | None:
    """Early, mid and late are the thirds of a year or a month, with soft edges."""
    found = _PART.match(text)
    if not found:
        return None
    third = ("early", "mid", "late").index(found[1])
    whole = _point(found[2])
    if whole.precision == "year":
        first, last = 1 + 4 * third, 4 + 4 * third
        return Point(whole.year, first, approximate=True), Point(whole.year, last, approximate=True)
    if whole.precision == "month":
        first = 1 + 10 * third
        end = Point(whole.year, whole.month).readings()[0].last.day if third == 2 else first + 9
        return (
            Point(whole.year, whole.month, first, approximate=True),
            Point(whole.year, whole.month, end, approximate=True),
        )
    raise _not_understood(text)


def _alone(text: str) -> Ends:
    point = _point(text)
    return point, point


def _point(text: str) -> Point:
    """One point, with or without a word or mark for "about"."""
    bare = _FILLERS.sub("", text)
    stripped = _ABOUT.sub("", bare.rstrip("?~ ").lstrip("?~ "))
    year, month, day = _numbers(_FILLERS.sub("", stripped), text)
    return Point(year, month, day, approximate=stripped != bare)


def _numbers(text: str, whole: str) -> tuple[int, int, int]:
    """Year, month (0 unknown) and day (0 unknown) of an exact point."""
    if _YEAR.match(text):
        return int(text), 0, 0
    if found := _ISO.match(text):
        return int(found[1]), _month_number(found[2]), _day_number(found[3] or "")
    if found := _DAY_FIRST.match(text):
        return int(found[3]), _month_number(found[2]), _day_number(found[1])
    if found := _MONTH_SLASH.match(text):
        return int(found[2]), _month_number(found[1]), 0
    return _named_month(text, whole)


def _named_month(text: str, whole: str) -> tuple[int, int, int]:
    day, name, year = "", "", ""
    if found := _DAY_MONTH.match(text):
        day, name, year = found.groups()
    elif found := _MONTH_DAY.match(text):
        name, day, year = found.groups()
    elif found := _MONTH_YEAR.match(text):
        name, year = found.groups()
    if name not in _MONTH_NUMBERS:
        raise _not_understood(whole)
    return int(year), _MONTH_NUMBERS[name], _day_number(day)


def _month_number(digits: str) -> int:
    if not 1 <= int(digits) <= 12:
        raise NotADate(f"There is no month {int(digits)}; write the day first, for example 5/3/2019 for 5 March.")
    return int(digits)


def _day_number(digits: str) -> int:
    """The day, or 0 where none was written."""
    if digits and int(digits) == 0:
        raise NotADate("There is no day 0; leave the day out if it is not known.")
    return int(digits or 0)


def _not_understood(text: str) -> NotADate:
    shown = text if len(text) <= 40 else text[:40] + "..."
    if _SHORT_YEAR.match(text):
        return NotADate(f'The year in "{shown}" needs four digits, for example 5/3/2019.')
    return NotADate(f'"{shown}" was not understood as a date; {_EXAMPLES}.')
