"""What may be exported: a table of plain values, and the file it becomes."""

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kith.kernel.days import day_words
from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate

Cell = str | int | float | dt.date | PartialDate | None
KINDS = frozenset({str, int, float, dt.date, PartialDate, type(None)})
MOST_ROWS = 100_000
MOST_COLUMNS = 200
LONGEST_TEXT = 32_767  # what a cell of a workbook holds

# Control characters but tab and line break, half characters, and two that no XML may hold: none of them is a word.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT = "\ufffd"


class CannotExport(KithError):
    """The table cannot leave Kith as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows for one viewer. Only plain values are let in, by their very type, so that no stored row gets out."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    struck: frozenset[int] = frozenset()  # rows, counted from 0, that are struck through where a file can do that

    def __post_init__(self) -> None:
        _check_size(self.columns, self.rows)
        object.__setattr__(self, "title", proved_text(self.title))
        object.__setattr__(self, "columns", tuple(map(proved_text, self.columns)))
        object.__setattr__(self, "rows", tuple(_proved_row(row, len(self.columns)) for row in self.rows))


class Mark(Protocol):
    """What a copy says of itself: a sentence, and the day on which it counts as made."""

    @property
    def sentence(self) -> str: ...

    @property
    def on(self) -> dt.date: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """For whom a copy was made and when: it stands in the copy, so that a stray one can be traced.

    `which` is given where there are several of it: the edition.
    """

    reader: str
    agency: str
    on: dt.date
    which: str = ""

    @property
    def sentence(self) -> str:
        whom = ", ".join(filter(None, (self.reader, self.agency)))
        copy = f"Copy for {whom}, on {day_words(self.on)}, from Kith"
        return f"{self.which}. {copy}" if self.which else copy


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """A copy to take away; its name says nothing about anybody."""

    name: str
    content_type: str
    data: bytes


def proved_text(value: object) -> str:
    """The text as it is written: line ends as one sign, and a visible sign for what cannot be written at all."""
    if type(value) is not str:
        raise CannotExport(f"A {type(value).__name__} stands where a text is exported; only plain values leave Kith.")
    text = UNWRITABLE.sub(REPLACEMENT, value.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST_TEXT:
        raise CannotExport(f"A text of {len(text):,} characters does not fit into a table; {LONGEST_TEXT:,} do.")
    return text


def _check_size(columns: Sequence[object], rows: Sequence[object]) -> None:
    if type(columns) is not tuple or type(rows) is not tuple:
        raise CannotExport("A table is made of tuples; only plain values leave Kith.")
    if len(rows) > MOST_ROWS or not 0 < len(columns) <= MOST_COLUMNS:
        raise CannotExport(f"A table of at most {MOST_ROWS:,} rows and {MOST_COLUMNS} columns can be exported.")


def _proved_row(row: object, width: int) -> tuple[Cell, ...]:
    if type(row) is not tuple or len(row) != width:
        raise CannotExport("Every row of a table is a tuple with one value for each column.")
    return tuple(map(_proved, row))


def _proved(value: Cell) -> Cell:
    if type(value) not in KINDS:
        raise CannotExport(f"A {type(value).__name__} cannot be exported; only plain values leave Kith.")
    if type(value) is float and not math.isfinite(value):
        raise CannotExport("A number that is not finite cannot be exported.")
    return proved_text(value) if type(value) is str else value
