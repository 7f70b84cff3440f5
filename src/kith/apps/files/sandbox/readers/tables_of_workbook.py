"""Workbooks as tables: values only, what is hidden left out, merged cells known; formulas and macros never run."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from kith.apps.files.sandbox.readers.found_table import (
    MOST_PLACES,
    Found,
    FoundTable,
    Room,
    plain_title,
    refuse_many,
    with_merged_filled,
)
from kith.apps.files.sandbox.readers.workbook import BROKEN, opened, text_of
from kith.apps.files.sandbox.refusal import CannotReadFile

MACROS = "xl/vbaProject.bin"
ROW, COLUMN, CELL, MERGED = "row", "col", "c", "mergeCell"
EARLY = 1904


@dataclass(slots=True)
class Marks:
    """What the markup of a sheet says beside its values."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    unsolved: list[tuple[int, int]] = field(default_factory=list)


def found_in(data: bytes, archive: zipfile.ZipFile) -> Found:
    try:
        return _found(data, archive)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError) as problem:
        raise CannotReadFile(BROKEN) from problem


def _found(data: bytes, archive: zipfile.ZipFile) -> Found:
    book, room = opened(data), Room()
    refuse_many(len(book.worksheets), "sheet")
    found = Found(called="sheet", tables=[], counts_from_1904=book.epoch.year == EARLY)
    if MACROS in archive.namelist():
        found.warnings.append("This workbook holds macros. None of them was run.")
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            found.tables.append(_table(sheet, archive, room, found.warnings))
        else:
            found.warnings.append(
                f"Sheet “{plain_title(sheet.title)}” is hidden and was left out. Show it if it belongs in."
            )
    return found


def _table(sheet: Any, archive: zipfile.ZipFile, room: Room, warnings: list[str]) -> FoundTable:
    marks = _marks(archive, sheet._worksheet_path)
    table = FoundTable(title=plain_title(sheet.title), merged=marks.merged, unsolved=marks.unsolved)
    sheet.reset_dimensions()  # what a sheet says of its own size is not believed
    seen = set()
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number in marks.hidden_rows:
            seen.add(number) if any(cell.value is not None for cell in cells) else None
            cells = ()
        row = [text_of(cell.value) for cell in cells]
        for column in marks.hidden_columns.intersection(range(1, len(row) + 1)):
            row[column - 1] = ""
        table.rows.append(room.take(row, number))
        if _is_struck(cells):
            table.struck.append(number)
    warnings += _hidden_words(table.title, len(seen), len(marks.hidden_columns))
    return with_merged_filled(table, room)


def _is_struck(cells: tuple[Any, ...]) -> bool:
    written = [cell for cell in cells if cell.value is not None]
    return bool(written) and all(cell.font.strike for cell in written)


def _hidden_words(title: str, rows: int, columns: int) -> Iterator[str]:
    for count, called in ((rows, "row"), (columns, "column")):
        if count:
            what = f"{count:,} hidden {called} was" if count == 1 else f"{count:,} hidden {called}s were"
            yield f"Sheet “{title}”: {what} left out. Show what is hidden if it belongs in."


def _marks(archive: zipfile.ZipFile, path: str) -> Marks:
    """A second look at the sheet, because the reader of values passes over what is told beside them."""
    marks, number = Marks(), 0
    with archive.open(path.lstrip("/")) as part:
        for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
            name = element.tag.rpartition("}")[2]
            if event == "start" and name == ROW:
                number = int(element.get("r", number + 1))
            elif event == "end":
                _note(marks, name, element, number)
                if name == ROW:
                    element.clear()
    return marks


def _note(marks: Marks, name: str, element: Element, number: int) -> None:
    if name == ROW and _is_on(element.get("hidden")):
        marks.hidden_rows.add(number)
    elif name == COLUMN and _is_on(element.get("hidden")):
        last = min(int(element.get("max", 0)), 16_384)
        marks.hidden_columns.update(range(int(element.get("min", 1)), last + 1))
    elif name == MERGED and len(marks.merged) < MOST_PLACES:
        marks.merged.append(_area(element.get("ref", "")))
    elif name == CELL and _has_no_value(element) and len(marks.unsolved) < MOST_PLACES:
        place = _area(element.get("r", ""))
        marks.unsolved.append(place[:2])


def _has_no_value(cell: Element) -> bool:
    parts = {part.tag.rpartition("}")[2]: part.text for part in cell}
    return "f" in parts and not parts.get("v")


def _is_on(word: str | None) -> bool:
    return word in ("1", "true")


def _area(ref: str) -> tuple[int, int, int, int]:
    first, _, last = ref.partition(":")
    top, left = _place(first)
    bottom, right = _place(last or first)
    return top, left, bottom, right


def _place(ref: str) -> tuple[int, int]:
    """Row and column of a name such as B12."""
    letters = ref.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    row = int(ref[len(letters) :])
    if not (0 < row <= 1_048_576 and 0 < column <= 16_384):
        raise ValueError(ref)
    return row, column
