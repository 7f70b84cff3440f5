"""Unwraps the Unicode forms that hide ASCII, so that every later step can count lines in plain bytes."""

import codecs
import re
from typing import NamedTuple

from kith.engines.drawing.formats.reading import CannotReadFamily

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNMARKED_LE = re.compile(rb"[\x20-\x7e]\x00[\x20-\x7e\r\n]\x00")
_UNMARKED_BE = re.compile(rb"\x00[\x20-\x7e]\x00[\x20-\x7e\r\n]")


class Unwrapped(NamedTuple):
    """Bytes in which ASCII is ASCII; `told` names the encoding the first bytes gave away, or is empty."""

    data: bytes
    told: str


def unwrap(data: bytes) -> Unwrapped:
    """Take the byte order mark off and turn UTF-16 into UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as_utf_8(data[len(mark) :], encoding)
    if _UNMARKED_LE.match(data):
        return _as_utf_8(data, "utf-16-le")
    if _UNMARKED_BE.match(data):
        return _as_utf_8(data, "utf-16-be")
    return Unwrapped(data, "")


def refuse_zero_bytes(data: bytes) -> None:
    position = data.find(b"\x00")
    if position >= 0:
        raise CannotReadFamily(
            f"Line {line_at(data, position)} holds zero bytes, so this is not a text file or it was damaged; "
            "export the family again."
        )


def line_at(data: bytes, position: int) -> int:
    """The line, counted from 1, in which a byte stands.

    >>> line_at(b"0 HEAD\\r\\n1 CHAR UTF-8\\r\\n", 9)
    2
    """
    before = data[:position]
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1


def _as_utf_8(data: bytes, encoding: str) -> Unwrapped:
    if encoding == "utf-8":
        return Unwrapped(data, encoding)
    try:
        return Unwrapped(data.decode(encoding).encode("utf-8"), encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        raise CannotReadFamily(
            f"Line {line} is not the UTF-16 text that the file begins as; save it again as UTF-8."
        ) from None
