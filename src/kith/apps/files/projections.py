"""What leaves the files app: what was read from an upload, and what was kept."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from kith.kernel.decisions import Decision

CHRONOLOGY_FORMAT, CHRONOLOGY_VERSION = "kith-chronology", 1  # what a chronology as JSON says of itself

Decide = Callable[[str], Decision]
"""The caller's own question about one subject, by ref: files stand below access and cannot ask it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarePicture:
    """A picture of pixels only, re-encoded; `form` is PNG or JPEG."""

    form: str
    width: int
    height: int
    data: bytes

    @property
    def content_type(self) -> str:
        return f"image/{self.form.lower()}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, as text."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """One table of a file as text: a sheet, a table of a document, or all of a CSV. Rows and columns count from 1.

    What was hidden is empty here. `merged` are areas of one cell (top, left, bottom, right), whose text stands in all
    of their cells; `struck` are rows that were struck through; `unsolved` are cells whose formula had no value.
    """

    title: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    struck: frozenset[int] = frozenset()
    unsolved: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTables:
    """The tables of one file; `called` says what a table is called in it, and `warnings` what was not read of it."""

    called: str
    tables: tuple[ReadTable, ...]
    warnings: tuple[str, ...] = ()
    counts_from_1904: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file to be kept: already read behind the fences, and about at least one subject."""

    kind: str  # a content type, as the reader proved it: "image/png"
    data: bytes
    subjects: frozenset[str]
    original_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedFile:
    """A file for somebody who may see everybody it is about."""

    ref: str
    kind: str
    size: int
    data: bytes
    original_name: str
    uploaded_at: dt.datetime
