"""A merged chronology as people read it on paper: seven columns, each with what belongs together."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kith.apps.chronologies.joining import Account, Passage
from kith.apps.chronologies.projections import Told
from kith.apps.chronologies.reading.told_words import told_words
from kith.apps.chronologies.writing.saying import SIGNS
from kith.engines.chronology import colours

COLUMNS = (
    "When it was",
    "Who tells it",
    "What happened there",
    "In the child’s own words",
    "What it meant",
    "What was done about it",
    "Who may see it",
)
LONGEST_ON_ONE_PAGE = 1_500


class Line(NamedTuple):
    """A line of a cell, with a word before it that says what it is where that is not plain."""

    text: str
    label: str = ""


class ShownRow(NamedTuple):
    """`lines` has one tuple for each column; `note` is said of the row and never struck through."""

    lines: tuple[tuple[Line, ...], ...]
    colour: str
    note: str = ""
    is_struck: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it fits well on one page, so that no page has to end within it."""
        return max(len(line.text) for cell in self.lines for line in cell) < LONGEST_ON_ONE_PAGE


class ShownPassage(NamedTuple):
    """Rows under a heading of their own, where they are likely accounts of one event."""

    rows: tuple[ShownRow, ...]
    heading: str = ""
    differences: tuple[str, ...] = ()


def shown(passage: Passage) -> ShownPassage:
    rows = tuple(row for account in passage.accounts for row in _rows(account))
    if not passage.is_shared:
        return ShownPassage(rows)
    return ShownPassage(rows, f"Likely one event, told by {passage.agencies}", passage.differences)


def _rows(account: Account) -> Iterator[ShownRow]:
    withdrawn = account.row.withdrawn
    yield _row(account.told, f"Withdrawn: {withdrawn}" if withdrawn else "", is_struck=bool(withdrawn))
    for earlier in account.earlier:
        yield _row(earlier, f"Before it was corrected (version {earlier.row.version})", is_struck=True)


def _row(told: Told, note: str, *, is_struck: bool) -> ShownRow:
    words = told_words(told)
    of_words = (_who(words), _what(words), _childs(words), _meant(told, words), _done(words), _may(words))
    lines = tuple(tuple(line for line in cell if line.text) for cell in (_when(told, words), *of_words))
    return ShownRow(lines, told.row.rag or "", note, is_struck)


def _when(told: Told, words: Mapping[str, str]) -> Iterator[Line]:
    yield Line(words["start"])
    yield Line(words.get("end", ""), "until")
    yield Line(" to ".join(filter(None, (words.get("start_time"), words.get("end_time")))), "at")
    start = told.row.start
    if start.earliest is None or start.earliest != start.latest:
        yield Line("Not an exact day.")


def _who(words: Mapping[str, str]) -> Iterator[Line]:
    yield Line(words["agency"])
    yield Line(words.get("source", ""), "from")


def _what(words: Mapping[str, str]) -> Iterator[Line]:
    yield Line(words["fact"])
    yield Line(words.get("subjects", ""), "about")
    yield Line(words.get("type", ""), "kind")


def _childs(words: Mapping[str, str]) -> Iterator[Line]:
    yield Line(words.get("childs_words", ""))


def _meant(told: Told, words: Mapping[str, str]) -> Iterator[Line]:
    if told.row.rag:
        yield Line(f"{SIGNS[told.row.rag]} {colours()[told.row.rag]} ({told.row.rag})")
    yield Line(words.get("impact", ""))


def _done(words: Mapping[str, str]) -> Iterator[Line]:
    yield Line(words.get("action", ""))
    yield Line(words.get("effective", ""), "did it help")


def _may(words: Mapping[str, str]) -> Iterator[Line]:
    yield Line(words.get("restriction", ""), "restriction")
    yield Line(words.get("basis", ""), "shared because")
