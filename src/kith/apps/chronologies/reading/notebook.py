"""Collects what has to be said of one file: of a row by itself, or once for all rows of which it is true."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kith.apps.chronologies.projections import Remark
from kith.kernel.errors import KithError

LONGEST_QUOTED = 60


class CannotReadRow(KithError):
    """A row that cannot be part of a chronology; the sentence says why."""


@dataclass(slots=True)
class Notebook:
    """`file` is what the file is called; what holds for all of it stands before what is said of single rows."""

    file: str
    _once: dict[str, tuple[str, int]] = field(default_factory=dict)
    _rows: list[Remark] = field(default_factory=list)

    def once(self, kind: str, says: str) -> None:
        """Said the first time; then only counted."""
        said, count = self._once.get(kind, (says, 0))
        self._once[kind] = (said, count + 1)

    def of_file(self, says: str) -> None:
        self.once(says, says)

    def of_row(self, where: str, says: str, *, is_lost: bool = False) -> None:
        self._rows.append(Remark(where, says, is_lost))

    def remarks(self) -> tuple[Remark, ...]:
        return (*self._general(), *self._rows)

    def _general(self) -> Iterator[Remark]:
        for said, count in self._once.values():
            yield Remark(self.file, said if count == 1 else f"{said[:-1]} ({count:,} times).")


def quoted(text: str) -> str:
    """A text as it is shown in a sentence: in one line, and not too long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= LONGEST_QUOTED else line[: LONGEST_QUOTED - 1] + '…'}”"
