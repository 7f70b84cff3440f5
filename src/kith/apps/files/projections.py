"""What leaves the files app: what was read from an upload, and what was kept."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from kith.kernel.decisions import Decision

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
