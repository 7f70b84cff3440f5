"""The tables of Word documents: what stands there now, not what tracked changes took out; merged cells known."""

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from kith.apps.files.sandbox.readers.document import BREAKS, BROKEN, PART, WORD
from kith.apps.files.sandbox.readers.found_table import Found, FoundTable, Room, refuse_many, with_merged_filled
from kith.apps.files.sandbox.refusal import CannotReadFile

TABLE, ROW, CELL = f"{WORD}tbl", f"{WORD}tr", f"{WORD}tc"
PARAGRAPH, RUN, TEXT = f"{WORD}p", f"{WORD}r", f"{WORD}t"
TAKEN_OUT = (f"{WORD}del", f"{WORD}moveFrom")
PUT_IN = (f"{WORD}ins", f"{WORD}moveTo")
TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
VALUE = f"{WORD}val"
OFF = ("0", "false", "off")
Piece = tuple[str, bool]  # a text, and whether it is struck through


def found_in(archive: zipfile.ZipFile) -> Found:
    try:
        root = fromstring(archive.read(PART), forbid_dtd=True)
    except (ParseError, ValueError) as problem:
        raise CannotReadFile(BROKEN) from problem
    tables, room = list(_outermost(root, TABLE)), Room()
    refuse_many(len(tables), "table")
    found = Found(called="table", tables=[_table(table, f"{n}", room) for n, table in enumerate(tables, 1)])
    if any(element.tag in (*TAKEN_OUT, *PUT_IN) for element in root.iter()):
        found.warnings.append("This document has tracked changes. It was read as if all of them were accepted.")
    return found


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    """Those that do not stand in another of their kind."""
    for part in element:
        if part.tag == tag:
            yield part
        elif part.tag not in (*TAKEN_OUT, TWICE):
            yield from _outermost(part, tag)


def _table(element: Element, title: str, room: Room) -> FoundTable:
    table = FoundTable(title=title)
    open_above: dict[int, int] = {}  # the place in `merged` of what reaches down in a column
    rows = (row for row in _outermost(element, ROW) if row.find(f"{WORD}trPr/{WORD}del") is None)
    for number, row in enumerate(rows, 1):
        texts: list[str] = []
        pieces: list[Piece] = []
        for cell in _outermost(row, CELL):
            told = list(_pieces(cell))
            pieces += told
            _place(table, open_above, cell, (number, len(texts) + 1))
            texts += ["".join(text for text, _ in told).strip(), *[""] * (_span(cell) - 1)]
        table.rows.append(room.take(texts, number))
        if _is_struck(pieces):
            table.struck.append(number)
    table.merged = [area for area in table.merged if area[0] < area[2] or area[1] < area[3]]
    return with_merged_filled(table, room)


def _place(table: FoundTable, open_above: dict[int, int], cell: Element, place: tuple[int, int]) -> None:
    """Note how far a cell reaches to the right, or that it is the lower part of one above."""
    row, column = place
    down = cell.find(f"{WORD}tcPr/{WORD}vMerge")
    if down is not None and down.get(VALUE, "continue") != "restart" and column in open_above:
        top, left, _, right = table.merged[open_above[column]]
        table.merged[open_above[column]] = (top, left, row, right)
        return
    open_above.pop(column, None)
    if down is not None:
        open_above[column] = len(table.merged)
    if down is not None or _span(cell) > 1:
        table.merged.append((row, column, row, column + _span(cell) - 1))


def _span(cell: Element) -> int:
    wide = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
    word = "1" if wide is None else wide.get(VALUE, "1")
    return min(max(int(word), 1), 200) if word.isdecimal() else 1


def _pieces(element: Element) -> Iterator[Piece]:
    """The texts of a cell in their order; each further paragraph begins on a line of its own."""
    for place, part in enumerate(element):
        if part.tag in (*TAKEN_OUT, TWICE):
            continue
        if part.tag == RUN:
            yield from _run(part)
            continue
        if part.tag == PARAGRAPH and place:
            yield "\n", False
        yield from _pieces(part)


def _run(run: Element) -> Iterator[Piece]:
    if _has(run, "vanish"):
        return
    is_struck = _has(run, "strike") or _has(run, "dstrike")
    for part in run:
        if part.tag == TEXT:
            yield part.text or "", is_struck
        elif part.tag in BREAKS:
            yield BREAKS[part.tag], is_struck
        elif part.tag != TWICE:
            yield from _pieces(part)  # a text box


def _has(run: Element, property_: str) -> bool:
    found = run.find(f"{WORD}rPr/{WORD}{property_}")
    return found is not None and found.get(VALUE, "1") not in OFF


def _is_struck(pieces: list[Piece]) -> bool:
    written = [is_struck for text, is_struck in pieces if text.strip()]
    return bool(written) and all(written)
