"""A merged chronology as people read it on paper: the columns of data/columns.toml, what belongs together in each."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from kith.apps.chronologies.joining import Account, Passage
from kith.apps.chronologies.projections import Told
from kith.apps.chronologies.reading.told_words import told_words
from kith.apps.chronologies.writing.saying import SIGNS
from kith.engines.chronology import colours
from kith.kernel.data_files import toml_of

LONGEST_ON_ONE_PAGE = 1_500


class ShownColumn(NamedTuple):
    """A column on paper: its heading, how wide it is in millimetres, and its parts, each with a word before it."""

    title: str
    width: int
    parts: tuple[tuple[str, str], ...]


@cache
def columns() -> tuple[ShownColumn, ...]:
    told = toml_of("kith.apps.chronologies", "data/columns.toml")["columns"]
    return tuple(ShownColumn(one["title"], one["width"], tuple(map(_part, one["parts"]))) for one in told)


def _part(told: list[str]) -> tuple[str, str]:
    return told[0], told[1] if len(told) > 1 else ""


class Line(NamedTuple):
    """A line of a cell: which part it is, and a word before it where it is not plain what it says."""

    text: str
    label: str = ""
    part: str = ""


class ShownRow(NamedTuple):
    """`lines` has one tuple for each column; `note` is said of the row and never struck through."""

    lines: tuple[tuple[Line, ...], ...]
    colour: str
    note: str = ""
    is_struck: bool = False
    asks: str = ""  # what stands beneath it for its reader to go on with, in a document that is written in

    @property
    def is_short(self) -> bool:
        """Whether it fits well on one page, so that no page has to end within it."""
        return max(len(line.text) for cell in self.lines for line in cell) < LONGEST_ON_ONE_PAGE


class ShownPassage(NamedTuple):
    """Rows under a heading of their own, where they are likely accounts of one event."""

    rows: tuple[ShownRow, ...]
    heading: str = ""
    differences: tuple[str, ...] = ()


def shown(passage: Passage, *, asks: str = "") -> ShownPassage:
    """`asks` stands beneath each row, before what its reader writes of it."""
    rows = tuple(row for account in passage.accounts for row in _rows(account, asks))
    if not passage.is_shared:
        return ShownPassage(rows)
    return ShownPassage(rows, f"Likely one event, told by {passage.agencies}", passage.differences)


def _rows(account: Account, asks: str) -> Iterator[ShownRow]:
    withdrawn = account.row.withdrawn
    row = _row(account.told, f"Withdrawn: {withdrawn}" if withdrawn else "", is_struck=bool(withdrawn))
    yield row._replace(asks=asks_of(account.row.id, asks) if asks else "")
    for earlier in account.earlier:
        yield _row(earlier, f"Before it was corrected (version {earlier.row.version})", is_struck=True)


def asks_of(row_id: str, asks: str) -> str:
    """ "Comment on row 7:"."""
    return f"{asks} on row {row_id}:"


def _row(told: Told, note: str, *, is_struck: bool) -> ShownRow:
    words = told_words(told)
    words = {**words, **_made_of(told, words)}
    lines = tuple(
        tuple(Line(words[part], label, part) for part, label in column.parts if words.get(part)) for column in columns()
    )
    return ShownRow(lines, told.row.rag or "", note, is_struck)


def _made_of(told: Told, words: Mapping[str, str]) -> Mapping[str, str]:
    """What is read together, from several fields."""
    row = told.row
    is_exact = row.start.earliest is not None and row.start.earliest == row.start.latest
    return {
        "times": " to ".join(filter(None, (words.get("start_time"), words.get("end_time")))),
        "vague": "" if is_exact else "Not an exact day.",
        "reads": f"{SIGNS[row.rag]} {colours()[row.rag]} ({row.rag})" if row.rag else "",
    }
