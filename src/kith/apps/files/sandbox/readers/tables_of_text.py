"""CSV in the encodings and with the separators that are in use, found out or refused, and chronologies as JSON."""

import csv
import io
import json
from typing import Any

from kith.apps.files.projections import CHRONOLOGY_FORMAT, CHRONOLOGY_VERSION
from kith.apps.files.sandbox.readers.found_table import Found, FoundTable, Room
from kith.apps.files.sandbox.refusal import CannotReadFile
from kith.apps.files.sandbox.sniffing import BYTE_ORDER_MARKS

MARKED = dict(zip(BYTE_ORDER_MARKS, ("utf-8-sig", "utf-16", "utf-16"), strict=True))
SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
SAID_FIRST = "sep="
LOOKED_AT = 200
LONGEST_CELL = 1_000_000
MOST_FOREIGN = 0.1  # a text in English has fewer signs than this beyond ASCII
NO_TEXT = "This file is no text that can be read. Save it as “CSV UTF-8” or as an Excel workbook (.xlsx)."

csv.field_size_limit(LONGEST_CELL)


def found_in(data: bytes) -> Found:
    text, warnings = _decoded(data)
    if text.lstrip().startswith("{"):
        return Found(called="table", tables=[_of_json(text)])
    body, separator = _separated(text)
    return Found(called="table", tables=[FoundTable(title="", rows=_rows(body, separator))], warnings=warnings)


def _decoded(data: bytes) -> tuple[str, list[str]]:
    """By the mark at its beginning, else UTF-8, else the Western alphabet of Windows where it looks like that."""
    marked = next((name for mark, name in MARKED.items() if data.startswith(mark)), "")
    for name in (marked,) if marked else ("utf-8", *_wide(data)):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if not _is_wide(text):
            return text, []
    if marked or _wide(data):
        raise CannotReadFile(NO_TEXT)
    return _western(data)


def _wide(data: bytes) -> tuple[str, ...]:
    """UTF-16 without its mark has a zero beside every plain letter."""
    half = len(data) // 4
    if data[1::2].count(0) > half:
        return ("utf-16-le",)
    return ("utf-16-be",) if data[::2].count(0) > half else ()


def _is_wide(text: str) -> bool:
    return text.count("\0") > len(text) // 4


def _western(data: bytes) -> tuple[str, list[str]]:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise CannotReadFile(NO_TEXT) from None
    if sum(sign > "\x7f" for sign in text) > MOST_FOREIGN * len(text):
        raise CannotReadFile("The alphabet of this file cannot be told. Save it as “CSV UTF-8” or as .xlsx.")
    return text, ["This file is not in UTF-8. It was read in the Western alphabet of Windows; look at its accents."]


def _separated(text: str) -> tuple[str, str]:
    """The text without a first line that names the separator, and the separator."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith(SAID_FIRST) and first.strip()[len(SAID_FIRST) :][:1] in SEPARATORS:
        return rest, first.strip()[len(SAID_FIRST)]
    ranked = sorted(((_evenness(text, sign), sign) for sign in SEPARATORS), reverse=True)
    (best, sign), (second, other) = ranked[:2]
    if best[0] == 0:
        raise CannotReadFile(
            "This text has no columns: nothing separates them as a comma, a semicolon or a tab would. Save it as CSV."
        )
    if best == second:
        raise CannotReadFile(
            f"The columns of this file may be parted by {SEPARATORS[sign]} or {SEPARATORS[other]}. "
            f"Write sep={sign if sign != chr(9) else ';'} in a line of its own before the first."
        )
    return text, sign


def _evenness(text: str, separator: str) -> tuple[float, int]:
    """The share of the first rows that have as many columns as most have, and how many; nothing for one column."""
    widths: list[int] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if any(row):
                widths.append(len(row))
            if len(widths) >= LOOKED_AT:
                break
    except csv.Error:
        pass
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0, 0
    usual = max(sorted(set(wide)), key=wide.count)
    return wide.count(usual) / len(widths), usual


def _rows(text: str, separator: str) -> list[list[str]]:
    reader, room = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), Room()
    rows: list[list[str]] = []
    try:
        for number, row in enumerate(reader, 1):
            rows.append(room.take(row, number))
    except csv.Error:
        raise CannotReadFile(
            f"From line {reader.line_num:,} on this CSV cannot be read: a quotation mark is not closed, or stands "
            "in the middle of a text. Save it again from the program it comes from."
        ) from None
    return rows


def _of_json(text: str) -> FoundTable:
    """The rows of a chronology as Kith writes it; what is not text there is no part of a row."""
    try:
        told = json.loads(text)
    except ValueError:
        raise CannotReadFile("This JSON is broken. Bring the file as Kith wrote it.") from None
    rows = told.get("rows") if isinstance(told, dict) else None
    if not isinstance(rows, list) or (told.get("format"), told.get("version")) != (
        CHRONOLOGY_FORMAT,
        CHRONOLOGY_VERSION,
    ):
        raise CannotReadFile("This JSON is no chronology that Kith wrote. Bring Excel, CSV or a Word table.")
    if not all(isinstance(row, dict) for row in rows):
        raise CannotReadFile("A row of this JSON is not a row. Bring the file as Kith wrote it.")
    names = list(dict.fromkeys(name for row in rows for name in row))
    room = Room()
    told_rows = [room.take(names, 1)]
    for number, row in enumerate(rows, 2):
        told_rows.append(room.take([_words(row.get(name)) for name in names], number))
    return FoundTable(title="", rows=told_rows)


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""
