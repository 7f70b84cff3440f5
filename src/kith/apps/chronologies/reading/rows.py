"""One row of a table becomes a row of the chronology, or is left out with its reason."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from kith.apps.chronologies.projections import Told
from kith.apps.chronologies.reading.knowledge import colour_of, titles, type_of
from kith.apps.chronologies.reading.notebook import CannotReadRow, Notebook, quoted
from kith.apps.chronologies.reading.people import Children, child_meant, subjects_of
from kith.apps.chronologies.reading.told_words import AS_THEY_ARE
from kith.apps.chronologies.reading.whens import LEFT_OUT, read_time, read_when
from kith.apps.exports.projections import REPLACEMENT, UNWRITABLE
from kith.engines.chronology import Rag, Row, Subject
from kith.kernel.partial_dates import PartialDate
from kith.kernel.text import LIMITS

STRUCK = "Struck through in the file, which gives no reason."
LONGEST_NAME = LIMITS["name"]
LONGEST_TEXT = LIMITS["words"]
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
T = TypeVar("T")
_WHOLE = re.compile(r"^(\d{1,9})(?:\.0+)?$", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What holds for all rows of a file."""

    agency: str
    children: Children
    counts_from_1904: bool
    keeps_other_types: bool
    notes: Notebook


def cleaned_cell(text: str, notes: Notebook) -> str:
    """A text without spaces at its ends; invisible signs that harm are replaced or taken out, and that is said."""
    kept = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if UNWRITABLE.search(kept):
        notes.once("signs", f"Signs that are no text were replaced by {REPLACEMENT}.")
        kept = UNWRITABLE.sub(REPLACEMENT, kept)
    if _TURNING.search(kept):
        notes.once("turning", "Invisible signs that turn the direction of the text were taken out.")
        kept = _TURNING.sub("", kept).strip()
    return kept


def told_of(cells: Mapping[str, str], asked: Asked, where: str, *, is_struck: bool) -> Told:
    """The row that these cells tell, without an id where they name none. Raises CannotReadRow."""
    for name, text in cells.items():
        _check_length(name, text)
    if not cells.get("fact"):
        raise CannotReadRow(f"Nothing stands under “{titles()['fact']}”. {LEFT_OUT}")
    when = read_when(cells.get("start", ""), asked.notes, counts_from_1904=asked.counts_from_1904)
    type_words = cells.get("type", "")
    kind = type_of(type_words)
    if type_words and not kind:
        then = "It stays as it is." if asked.keeps_other_types else "It was left empty."
        asked.notes.once(f"type {type_words}", f"{quoted(type_words)} is no kind of event that Kith knows. {then}")
    as_they_are: dict[str, Any] = {name: cells.get(name, "") for name in AS_THEY_ARE}
    row = Row(
        agency=_agency(cells, asked),
        id=cells.get("row", ""),
        subjects=_subjects(cells, asked),
        start=when.day,
        end=_end(cells, asked, where, when.day),
        start_time=_time(cells, "start_time", asked, where) or when.time,
        end_time=_time(cells, "end_time", asked, where),
        sequence=_number(cells, "sequence", 0),
        version=_number(cells, "version", 1),
        type=kind,
        rag=_rag(cells, asked, where),
        **as_they_are,
    )
    return Told(replace(row, withdrawn=STRUCK) if is_struck and not row.withdrawn else row, "" if kind else type_words)


def _check_length(name: str, text: str) -> None:
    most = LONGEST_TEXT if name in AS_THEY_ARE else LONGEST_NAME
    if len(text) > most:
        raise CannotReadRow(f"“{titles()[name]}” holds {len(text):,} characters, and {most:,} are read. {LEFT_OUT}")


def _agency(cells: Mapping[str, str], asked: Asked) -> str:
    agency = cells.get("agency") or asked.agency
    if not agency:
        raise CannotReadRow(f"No agency is named. {LEFT_OUT}")
    return agency


def _subjects(cells: Mapping[str, str], asked: Asked) -> tuple[Subject, ...]:
    named = subjects_of(cells.get("subjects", ""), asked.children, asked.notes)
    return named or child_meant(asked.children, asked.notes)


def _end(cells: Mapping[str, str], asked: Asked, where: str, start: PartialDate) -> PartialDate | None:
    def read(text: str) -> PartialDate:
        end = read_when(text, asked.notes, counts_from_1904=asked.counts_from_1904).day
        if end.certainly_before(start):
            raise CannotReadRow(f"{quoted(text)} is before it began.")
        return end

    return _part(cells, "end", read, asked, where)


def _time(cells: Mapping[str, str], name: str, asked: Asked, where: str) -> dt.time | None:
    return _part(cells, name, read_time, asked, where)


def _rag(cells: Mapping[str, str], asked: Asked, where: str) -> Rag | None:
    def read(text: str) -> Rag:
        colour = colour_of(text)
        if colour is None:
            raise CannotReadRow(f"{quoted(text)} is neither red, amber nor green.")
        return colour

    return _part(cells, "rag", read, asked, where)


def _part(cells: Mapping[str, str], name: str, read: Callable[[str], T], asked: Asked, where: str) -> T | None:
    """What a cell says, where it can be read; a row does not go for the sake of it, but its loss is said."""
    if not (text := cells.get(name, "")):
        return None
    try:
        return read(text)
    except CannotReadRow as problem:
        says = problem.message.removesuffix(LEFT_OUT).strip()
        asked.notes.of_row(where, f"{says} “{titles()[name]}” was left empty.")
        return None


def _number(cells: Mapping[str, str], name: str, otherwise: int) -> int:
    found = _WHOLE.match(cells.get(name, ""))
    return int(found[1]) if found else otherwise
