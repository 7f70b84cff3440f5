"""What the child answered, checked again by whoever asked: a reader that was taken over must not be believed."""

import json
import struct
from collections.abc import Iterator
from typing import Any

from kith.apps.files.projections import ReadTable, ReadTables
from kith.apps.files.sandbox.frames import Frame
from kith.engines.drawing.formats import CannotReadFamily, Reading
from kith.engines.drawing.formats import read as read_family
from kith.engines.drawing.formats.reading import counted

LONGEST_SIDE = 2_048
MOST_WARNINGS = 1_000
LONGEST_WARNING = 2_000
PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_PARTS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
JPEG_APPLICATION = range(0xE1, 0xF0)  # all but the first, which only says "JPEG"
JPEG_COMMENT, JPEG_SCAN = 0xFE, 0xDA


class NotBelieved(ValueError):
    """The answer of the child is not of the shape that was asked for."""


def proved_family(frame: Frame) -> Reading:
    """The body is read as one of our own network files, with all the checks that such a file gets."""
    try:
        network = read_family(frame.body, name="").network
    except CannotReadFamily as problem:
        raise NotBelieved(problem.message) from problem
    return Reading(
        network=network,
        format=_words(frame.facts.get("format"), most=100),
        encoding=_words(frame.facts.get("encoding"), most=100),
        counts=counted(network),
        warnings=tuple(_words(said, most=LONGEST_WARNING) for said in _listed(frame.facts.get("warnings"))),
    )


def proved_rows(frame: Frame) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Sheets with their titles and rows of text."""
    sheets = []
    for sheet in _listed(_plain(frame.body), most=1_000):
        if not isinstance(sheet, dict) or set(sheet) != {"title", "rows"}:
            raise NotBelieved("A sheet is not a sheet.")
        rows = tuple(tuple(map(_text, _listed(row))) for row in _listed(sheet["rows"], most=100_000))
        sheets.append((_text(sheet["title"]), rows))
    return tuple(sheets)


def proved_tables(frame: Frame) -> ReadTables:
    """The tables of one file, with what its reader warned of."""
    return ReadTables(
        called=_words(frame.facts.get("called"), most=100),
        tables=tuple(map(_table, _listed(_plain(frame.body), most=1_000))),
        warnings=tuple(_words(said, most=LONGEST_WARNING) for said in _listed(frame.facts.get("warnings"))),
        counts_from_1904=frame.facts.get("counts from 1904") is True,
    )


def _table(told: object) -> ReadTable:
    if not isinstance(told, dict) or set(told) != {"title", "rows", "merged", "struck", "unsolved"}:
        raise NotBelieved("A table is not a table.")
    return ReadTable(
        title=_words(told["title"], most=LONGEST_WARNING),
        rows=tuple(tuple(map(_text, _listed(row))) for row in _listed(told["rows"], most=100_000)),
        merged=tuple(_area(area) for area in _listed(told["merged"], most=100_000)),
        struck=frozenset(_places(told["struck"], most=100_000)),
        unsolved=tuple(_cell(place) for place in _listed(told["unsolved"], most=100_000)),
    )


def _area(told: object) -> tuple[int, int, int, int]:
    top, left, bottom, right = _places(told, count=4)
    return top, left, bottom, right


def _cell(told: object) -> tuple[int, int]:
    row, column = _places(told, count=2)
    return row, column


def _places(told: object, *, count: int | None = None, most: int = 4) -> list[int]:
    """Numbers of rows and columns."""
    places = _listed(told, most=most)
    if (count is not None and len(places) != count) or not all(type(place) is int and place > 0 for place in places):
        raise NotBelieved("A place is not a place.")
    return places


def proved_paragraphs(frame: Frame) -> tuple[str, ...]:
    return tuple(map(_text, _listed(_plain(frame.body), most=1_000_000)))


def proved_picture(frame: Frame) -> tuple[str, int, int]:
    """The form ("PNG" or "JPEG"), width and height, read from bytes that hold pixels and nothing else."""
    form, parts = ("PNG", _png_size) if frame.body.startswith(PNG_START) else ("JPEG", _jpeg_size)
    try:
        width, height = parts(frame.body)
    except (struct.error, IndexError) as problem:
        raise NotBelieved("The picture is cut off.") from problem
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE):
        raise NotBelieved("The picture is larger than was asked for.")
    return form, width, height


def _png_size(data: bytes) -> tuple[int, int]:
    names = []
    for name, _ in _png_parts(data):
        names.append(name)
    if not names or names[-1] != b"IEND" or not PNG_PARTS.issuperset(names):
        raise NotBelieved("The picture holds more than its pixels.")
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _png_parts(data: bytes) -> Iterator[tuple[bytes, int]]:
    at = len(PNG_START)
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        at += 12 + length
        yield name, length
    if at != len(data):
        raise NotBelieved("The picture is cut off, or something follows it.")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    if data[:2] != b"\xff\xd8" or data[-2:] != b"\xff\xd9":
        raise NotBelieved("This is no picture.")
    at, size = 2, (0, 0)
    while data[at] == 0xFF and data[at + 1] != JPEG_SCAN:
        marker = data[at + 1]
        if marker in JPEG_APPLICATION or marker == JPEG_COMMENT:
            raise NotBelieved("The picture holds more than its pixels.")
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker in (0xC0, 0xC1, 0xC2):
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        at += 2 + length
    return size


def _plain(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as problem:
        raise NotBelieved("The answer is not JSON.") from problem


def _listed(value: object, *, most: int = MOST_WARNINGS) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise NotBelieved("A list is not a list, or too long.")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotBelieved("A text is not a text.")
    return value


def _words(value: object, *, most: int) -> str:
    text = _text(value)
    if len(text) > most:
        raise NotBelieved("A sentence is too long.")
    return text
