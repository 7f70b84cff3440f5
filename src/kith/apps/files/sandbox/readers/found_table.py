"""What a reader of tables found, how much of it may be, and the frame in which it is answered."""

import json
from dataclasses import asdict, dataclass, field

from kith.apps.files.sandbox.frames import Frame
from kith.apps.files.sandbox.refusal import CannotReadFile

MOST_TABLES = 200
MOST_ROWS = 50_000
MOST_COLUMNS = 200
MOST_CELLS = 600_000
MOST_CHARACTERS = 20_000_000
MOST_PLACES = 50_000
LONGEST_TITLE = 60


@dataclass(slots=True)
class FoundTable:
    """One table as it is answered; rows and columns are counted from 1."""

    title: str
    rows: list[list[str]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    struck: list[int] = field(default_factory=list)
    unsolved: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """All that was found in a file; `called` is what a table is called in it."""

    called: str
    tables: list[FoundTable]
    warnings: list[str] = field(default_factory=list)
    counts_from_1904: bool = False


@dataclass(slots=True)
class Room:
    """How much may still be found in a file; what is more than that is refused before it takes the memory."""

    cells: int = MOST_CELLS
    characters: int = MOST_CHARACTERS

    def take(self, row: list[str], number: int) -> list[str]:
        self.cells -= len(row)
        self.characters -= sum(map(len, row))
        if number > MOST_ROWS or len(row) > MOST_COLUMNS or self.cells < 0 or self.characters < 0:
            raise CannotReadFile(
                f"The tables of this file are larger than {MOST_ROWS:,} rows, {MOST_COLUMNS} columns or "
                f"{MOST_CELLS:,} cells. Remove what is empty or not needed, or split it."
            )
        return row


def framed(found: Found) -> Frame:
    facts = {"called": found.called, "warnings": found.warnings, "counts from 1904": found.counts_from_1904}
    return Frame(facts=facts, body=json.dumps(list(map(asdict, found.tables))).encode("ascii"))


def plain_title(words: object) -> str:
    """A title as it may stand in a sentence: in one line, nothing invisible, not too long."""
    return "".join(sign for sign in " ".join(str(words).split()) if sign.isprintable())[:LONGEST_TITLE]


def refuse_many(count: int, called: str) -> None:
    if count > MOST_TABLES:
        raise CannotReadFile(f"This file has {count:,} {called}s and at most {MOST_TABLES} are read. Split it.")


def with_merged_filled(table: FoundTable, room: Room) -> FoundTable:
    """The text of a merged cell stands in each of its cells, as it does for whoever looks at it."""
    width = max(map(len, table.rows), default=0)
    for top, left, bottom, right in table.merged:
        if left <= len((table.rows[top - 1 : top] or [[]])[0]):
            _fill(table.rows[top - 1 : bottom], range(left - 1, min(right, width)), room)
    return table


def _fill(rows: list[list[str]], columns: range, room: Room) -> None:
    text = rows[0][columns.start]
    for row in rows:
        row += [""] * (columns.stop - len(row))
        room.take([text] * len(columns), 1)
        row[columns.start : columns.stop] = [text] * len(columns)
