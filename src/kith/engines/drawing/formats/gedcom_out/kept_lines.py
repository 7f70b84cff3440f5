"""Kept lines of a GEDCOM file in their old places: places, notes, occupations, burials, for programs that show them.

Only words that mean the same in GEDCOM 5.5.1 and 7 are said again; the whole of what was kept is in our own tags.
"""

from collections.abc import Iterable, Mapping

from kith.engines.drawing.formats.gedcom_dates import read_date
from kith.engines.drawing.formats.gedcom_out.copies import mark
from kith.engines.drawing.formats.gedcom_out.dates import date_words
from kith.engines.drawing.formats.gedcom_out.pen import Pen
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.network import Kept

_EVENTS = ("BURI", "CREM", "CHR", "BAPM", "CONF", "GRAD", "EMIG", "IMMI", "NATU", "RETI", "CENS")
_ALL_EVENTS = (*_EVENTS, "BIRT", "DEAT", "MARR", "DIV", "ENGA")
_PLACES = {
    **dict.fromkeys(("OCCU", "EDUC", "RELI", "NATI"), ("INDI",)),
    "NOTE": ("INDI", "FAM", *_ALL_EVENTS),
    "PLAC": _ALL_EVENTS,
    "CAUS": ("DEAT",),
}
"""Below which lines the words of a line may stand in both versions."""

_ONCE = ("PLAC", "CAUS", "DATE")
_HAPPENED = ("", "Y")


def say_kept_lines(kept: Iterable[Kept], roots: Mapping[str, Record], pen: Pen) -> None:
    """Add them to the records of the people and unions they belong to, each marked as a copy."""
    opened: dict[tuple[str, str], Record] = {}
    for line in kept:
        if line.owner in roots and line.where.startswith("line "):
            _say(line, roots[line.owner], opened, pen)


def _say(line: Kept, root: Record, opened: dict[tuple[str, str], Record], pen: Pen) -> None:
    path, _, tag = line.tag.rpartition(".")
    opened.pop((line.owner, line.tag), None)  # what follows belongs to this line, whether it is said or not
    above = opened.get((line.owner, path)) if (line.owner, path) in opened else _standard(root, path)
    said = _record(line, tag, above, pen) if above else None
    if above is None or said is None:
        return
    if not path or (line.owner, path) not in opened:
        said.children.append(mark(pen))
    above.children.append(said)
    if tag in _EVENTS:
        opened[line.owner, line.tag] = said


def _standard(root: Record, path: str) -> Record | None:
    """The first standard line with these tags, if there is one."""
    found: Record | None = root
    for tag in filter(None, path.split(".")):
        found = found.first(tag) if found else None
    return found


def _record(line: Kept, tag: str, above: Record, pen: Pen) -> Record | None:
    words = line.value.replace("@@", "@")
    if tag in _EVENTS:
        return pen.line(tag, "Y") if line.value.upper() in _HAPPENED and "." not in line.tag else None
    if tag in _ONCE and above.first(tag):
        return None
    if tag == "DATE" and above.tag in _EVENTS:
        date = read_date(words).date
        return pen.line(tag, date_words(date)) if date else None
    is_words = above.tag in _PLACES.get(tag, ()) and words and not line.value.startswith("@")
    return pen.line(tag, words) if is_words else None
