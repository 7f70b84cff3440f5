"""Makes the records of one GEDCOM file: escapes, what may be written, and the file's own lines."""

import re
from collections.abc import Iterator

from kith.engines.drawing.formats.gedcom_records import Record

_NOT_WRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n?")
_FIRST_AT = re.compile(r"^@", re.MULTILINE)
_NO_CUT = re.compile(r"[\s@]")
_LONGEST_LINE = 200  # of 255 in GEDCOM 5.5.1, with room for level and tag


class Pen:
    """Writes for one version; `cleaned` counts the texts from which something invisible had to be taken."""

    def __init__(self, *, is_newest: bool) -> None:
        self.is_newest = is_newest
        self.cleaned = 0

    def line(self, tag: str, text: str = "", *parts: Record, xref: str = "") -> Record:
        """A line that says these words."""
        return self._record(tag, self._escaped(self._writable(text)), parts, xref)

    def pointer(self, tag: str, id: str, *parts: Record) -> Record:
        return self._record(tag, f"@{id}@", parts, "")

    def _record(self, tag: str, value: str, parts: tuple[Record, ...], xref: str) -> Record:
        return Record(0, 0, tag, value, xref, children=list(parts), is_newest=self.is_newest)

    def _writable(self, text: str) -> str:
        clean = _NOT_WRITABLE.sub("", _LINE_ENDS.sub("\n", text))
        self.cleaned += clean != text
        return clean

    def _escaped(self, text: str) -> str:
        return _FIRST_AT.sub("@@", text) if self.is_newest else text.replace("@", "@@")

    def file(self, roots: list[Record]) -> bytes:
        """The whole file: UTF-8 with the mark that tells old programs so."""
        lines = (line for root in roots for line in self._lines(root, 0))
        return ("\ufeff" + "\n".join(lines) + "\n").encode()

    def _lines(self, record: Record, level: int) -> Iterator[str]:
        first, *others = record.value.split("\n")
        yield from self._pieces(level, f"@{record.xref}@ {record.tag}" if record.xref else record.tag, first)
        for other in others:
            yield from self._pieces(level + 1, "CONT", other, conc=level + 1)
        for child in record.children:
            yield from self._lines(child, level + 1)

    def _pieces(self, level: int, tag: str, value: str, *, conc: int | None = None) -> Iterator[str]:
        """One line, in GEDCOM 5.5.1 cut where it grows too long, never at a space or a doubled @."""
        head, *rest = [value] if self.is_newest else _cut(value)
        yield f"{level} {tag} {head}" if head else f"{level} {tag}"
        for piece in rest:
            yield f"{level + 1 if conc is None else conc} CONC {piece}"


def _cut(value: str) -> list[str]:
    start, pieces = 0, []
    while len(value) - start > _LONGEST_LINE:
        end = start + _LONGEST_LINE
        good = (place for place in range(end, start, -1) if not _NO_CUT.search(value[place - 1 : place + 1]))
        end = next(good, end)
        pieces.append(value[start:end])
        start = end
    return [*pieces, value[start:]]
