"""What a GEDCOM file says about itself before anything else is read: its version, its letters, its end."""

import re
from typing import NamedTuple

from kith.engines.drawing.formats.limits import MOST_LINES, MOST_PEOPLE, MOST_UNIONS
from kith.engines.drawing.formats.plain_text import quoted
from kith.engines.drawing.formats.reading import CannotReadFamily
from kith.engines.drawing.formats.warned import Warnings

_HEADER_LINE = re.compile(rb"[ \t]*(\d)[ \t]+(\S+)[ \t]*(.*)", re.DOTALL)
_PERSON = re.compile(rb"(?:^|[\r\n])[ \t]*0[ \t]+@[^@\r\n]+@[ \t]+INDI\b")
_UNION = re.compile(rb"(?:^|[\r\n])[ \t]*0[ \t]+@[^@\r\n]+@[ \t]+FAM\b")
_END = re.compile(rb"[ \t]*0[ \t]+TRLR[ \t]*")
_CHARSET, _VERSION = (b"CHAR",), (b"GEDC", b"VERS")


class Header(NamedTuple):
    """What the HEAD record tells; the line of the charset is 0 where it is not told."""

    charset: str
    charset_line: int
    version: str

    @property
    def is_newest(self) -> bool:
        """Whether this is GEDCOM 7, which is always UTF-8 and declares its extensions."""
        return self.version.startswith("7")


def refuse_too_large(data: bytes) -> None:
    """Refuse by counting, before any line is taken apart."""
    counts = (
        ("people", sum(1 for _ in _PERSON.finditer(data)), MOST_PEOPLE),
        ("families", sum(1 for _ in _UNION.finditer(data)), MOST_UNIONS),
        ("lines", data.count(b"\n"), MOST_LINES),
        ("lines", data.count(b"\r"), MOST_LINES),
    )
    for what, count, most in counts:
        if count > most:
            raise CannotReadFamily(
                f"The file has {count:,} {what} and at most {most:,} can be read; export a smaller part of the family."
            )


def read_header(lines: list[bytes]) -> Header:
    told: dict[tuple[bytes, ...], tuple[str, int]] = {}
    path: list[bytes] = []
    for number, line in enumerate(lines, 1):
        found = _HEADER_LINE.fullmatch(line)
        if not found:
            continue
        level = int(found[1])
        if level == 0 and found[2] != b"HEAD":
            break
        path = [*path[:level], found[2]]
        told.setdefault(tuple(path[1:]), (_ascii(found[3]), number))
    charset, charset_line = told.get(_CHARSET, ("", 0))
    return Header(charset, charset_line, told.get(_VERSION, ("", 0))[0])


def refuse_newer(version: str) -> None:
    if re.match(r"[89]|\d\d", version):
        raise CannotReadFamily(
            f"This file says that it is GEDCOM {quoted(version)}, and Kith reads 5.5, 5.5.1 and 7; export it as one of "
            "these."
        )


def check_end(data: bytes, lines: list[bytes], warnings: Warnings) -> None:
    """Refuse a file that stops in the middle of a line; accept one that only lacks its last record."""
    if _END.fullmatch(lines[-1]):
        return
    if not data.endswith((b"\n", b"\r")):
        shown = quoted(lines[-1].decode("ascii", "replace"))
        raise CannotReadFamily(
            f"The file stops in the middle of line {len(lines)} ({shown}); part of it is missing, so export it again."
        )
    warnings.add('The file has no "0 TRLR" at its end, so a part of it may be missing', f"line {len(lines)}")


def _ascii(value: bytes) -> str:
    return value.decode("ascii", "replace").strip()
