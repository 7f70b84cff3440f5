"""The lines of a GEDCOM file as a tree in which every record knows its line and whether it was understood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kith.engines.drawing.formats.limits import LONGEST_ID, LONGEST_VALUE
from kith.engines.drawing.formats.plain_text import is_label, quoted
from kith.engines.drawing.formats.reading import CannotReadFamily
from kith.engines.drawing.network import Kept

_LINE = re.compile(r"[ \t]*(\d{1,2})[ \t]+(?:@([^@]+)@[ \t]+)?([A-Za-z0-9_]{1,31})(?:[ \t](.*))?", re.ASCII | re.DOTALL)
_POINTER = re.compile(r"\s*@([^@#][^@]*)@\s*")
_FIRST_AT = re.compile(r"^@@", re.MULTILINE)
_CONTINUED = {"CONC": "", "CONT": "\n"}


@dataclass(slots=True, eq=False)
class Record:
    """One line with its continuations and its sub-records; `claimed` once the network holds what it says."""

    line: int
    level: int
    tag: str
    value: str
    xref: str = ""
    children: list["Record"] = field(default_factory=list)
    claimed: bool = False
    is_newest: bool = False  # GEDCOM 7, where only the first @ of a line is doubled and @VOID@ is nobody
    is_own: bool = False  # a tag that Kith itself declared

    @property
    def place(self) -> str:
        return f"line {self.line}"

    @property
    def whole(self) -> str:
        """The value with the line's own id before it, if it has one."""
        return f"@{self.xref}@ {self.value}".rstrip() if self.xref else self.value

    @property
    def pointer(self) -> str:
        """The id the value points to, without its @ signs, or empty."""
        found = _POINTER.fullmatch(self.value)
        return found[1] if found and not self.is_void else ""

    @property
    def is_void(self) -> bool:
        """Whether the value is the pointer with which GEDCOM 7 leaves somebody open."""
        return self.is_newest and self.value.strip() == "@VOID@"

    @property
    def text(self) -> str:
        """The value as words, without white space round it."""
        return self.exact_text.strip()

    @property
    def exact_text(self) -> str:
        """The value as words: a doubled @ stands for one."""
        return _FIRST_AT.sub("@", self.value) if self.is_newest else self.value.replace("@@", "@")

    def each(self, *tags: str) -> list["Record"]:
        return [child for child in self.children if child.tag in tags]

    def first(self, tag: str) -> "Record | None":
        return next((child for child in self.children if child.tag == tag), None)


def build_tree(lines: list[str], *, is_newest: bool = False) -> list[Record]:
    """All records of level 0, in order; raises CannotReadFamily with the line that does not fit."""
    branch: list[Record] = []
    roots: list[Record] = []
    open_text = _OpenText()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        record = _read_line(line, number)
        record.is_newest = is_newest
        if record.level > len(branch):
            raise CannotReadFamily(_jump(record, len(branch)))
        if open_text.takes(record):
            continue
        open_text.close()
        del branch[record.level :]
        (branch[-1].children if branch else roots).append(record)
        branch.append(record)
        open_text = _OpenText(record)
    open_text.close()
    return roots


class _OpenText:
    """A record whose value may still be continued; the pieces are joined once, when the next record begins."""

    def __init__(self, record: Record | None = None) -> None:
        self._record = record
        self._pieces = [record.value] if record else []
        self._length = len(record.value) if record else 0

    def takes(self, record: Record) -> bool:
        if self._record is None or record.tag not in _CONTINUED or record.level != self._record.level + 1:
            return False
        piece = _CONTINUED[record.tag] + record.value
        self._pieces.append(piece)
        self._length += len(piece)
        _refuse_long(self._length, record.line, self._record.line)
        return True

    def close(self) -> None:
        if self._record:
            self._record.value = "".join(self._pieces)


def _read_line(line: str, number: int) -> Record:
    found = _LINE.fullmatch(line)
    if not found:
        raise CannotReadFamily(
            f"Line {number} ({quoted(line)}) is not a GEDCOM line, which begins with a level and a tag; "
            "mend that line or export the family again."
        )
    level, xref, tag, value = found.groups()
    _refuse_long(len(value or ""), number, number)
    if xref and not is_label(xref, most=LONGEST_ID):
        raise CannotReadFamily(
            f"Line {number} has an id that is empty, too long or holds invisible characters; give it another."
        )
    return Record(number, int(level), tag.upper(), value or "", xref or "")


def _refuse_long(length: int, line: int, start: int) -> None:
    if length > LONGEST_VALUE:
        where = f"Line {line}" if line == start else f"The text that begins on line {start} and reaches line {line}"
        raise CannotReadFamily(f"{where} is longer than {LONGEST_VALUE:,} characters; shorten it or leave it out.")


def _jump(record: Record, most: int) -> str:
    before = f"only 0 to {most} can follow" if most else "the file has to begin with level 0"
    return f"Line {record.line} has level {record.level} where {before}; mend that line or export the family again."


def left_over(record: Record, *, owner: str) -> Iterator[Kept]:
    """Every part of a record that nobody claimed, word for word, with a path of tags."""
    waiting = [(child, child.tag) for child in reversed(record.children)]
    while waiting:
        part, path = waiting.pop()
        if not part.claimed:
            yield Kept(where=part.place, tag=path, value=part.whole, owner=owner)
        waiting.extend((child, f"{path}.{child.tag}") for child in reversed(part.children))
