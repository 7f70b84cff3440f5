"""Everything a person uploads is read through one of these: size, kind, a fenced child, and its answer checked again.

A front door of its own, because whoever only reads needs no database. Each raises CannotReadFile, and nothing else,
with one sentence for the person who chose the file.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from kith.apps.files.projections import BarePicture, ReadTables, Sheet
from kith.apps.files.sandbox.child import FAILED, read_in_child
from kith.apps.files.sandbox.frames import Frame
from kith.apps.files.sandbox.kinds import DOCUMENT, FACE, FAMILY, PASTED, PICTURE, READERS, TABLES, WORKBOOK
from kith.apps.files.sandbox.limits import AT_A_TERMINAL, ON_A_PAGE, Limits
from kith.apps.files.sandbox.proofs import (
    NotBelieved,
    proved_family,
    proved_paragraphs,
    proved_picture,
    proved_rows,
    proved_tables,
)
from kith.apps.files.sandbox.refusal import CannotReadFile
from kith.engines.drawing.formats import Reading

__all__ = [
    "AT_A_TERMINAL",
    "ON_A_PAGE",
    "CannotReadFile",
    "Limits",
    "fences",
    "read_document",
    "read_face",
    "read_family",
    "read_pasted",
    "read_picture",
    "read_tables",
    "read_workbook",
]

LONGEST_FILE_NAME = 255
PROBE = replace(FAMILY, name="probe", reader=f"{READERS}.probe")
T = TypeVar("T")


def read_family(data: bytes, *, name: str, limits: Limits = ON_A_PAGE) -> Reading:
    """A family file of any form; `name` is what its file is called, and only names the network."""
    frame = read_in_child(FAMILY, data, asked={"name": name[:LONGEST_FILE_NAME]}, limits=limits)
    return _proved(proved_family, frame)


def read_picture(data: bytes) -> BarePicture:
    """PNG, JPEG or WebP as pixels only: no place, no telephone, no second picture comes along."""
    frame = read_in_child(PICTURE, data)
    form, width, height = _proved(proved_picture, frame)
    return BarePicture(form=form, width=width, height=height, data=frame.body)


def read_face(data: bytes, *, across: int, down: int, size: int) -> BarePicture:
    """A small square cut out of a picture, as JPEG, with nothing of what is around it.

    The middle is in thousandths of its width and height, the size in thousandths of its shorter side.
    """
    frame = read_in_child(FACE, data, asked={"across": across, "down": down, "size": size})
    form, width, height = _proved(proved_picture, frame)
    return BarePicture(form=form, width=width, height=height, data=frame.body)


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """An .xlsx as rows of text."""
    frame = read_in_child(WORKBOOK, data)
    return tuple(Sheet(title, rows) for title, rows in _proved(proved_rows, frame))


def read_document(data: bytes) -> tuple[str, ...]:
    """A .docx as paragraphs."""
    frame = read_in_child(DOCUMENT, data)
    return _proved(proved_paragraphs, frame)


def read_tables(data: bytes, *, limits: Limits = ON_A_PAGE) -> ReadTables:
    """The tables of an .xlsx, .xlsm, .docx or CSV, or a chronology that Kith wrote as JSON, as rows of text."""
    return _proved(proved_tables, read_in_child(TABLES, data, limits=limits))


def read_pasted(data: bytes) -> ReadTables:
    """Tables that were pasted on a page, as text or as HTML."""
    return _proved(proved_tables, read_in_child(PASTED, data))


def fences() -> tuple[str, ...]:
    """The names of the fences that stand round a reader on this machine."""
    return tuple(map(str, read_in_child(PROBE, b"?").facts.get("fences", ())))


def _proved(prove: Callable[[Frame], T], frame: Frame) -> T:
    try:
        return prove(frame)
    except NotBelieved as problem:
        raise CannotReadFile(FAILED) from problem
