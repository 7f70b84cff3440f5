"""Contributions become one chronology, and a chronology becomes passages: accounts of one event beside each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kith.apps.chronologies.projections import Contribution, Told
from kith.apps.chronologies.reading.people import NOBODY_NAMED
from kith.apps.exports.projections import Mark
from kith.engines.chronology import CHILD, Entry, Row, merge
from kith.kernel.errors import KithError

Name = tuple[str, str, int]
MOST_NAMES = 4


class CannotJoin(KithError):
    """The files cannot become one chronology as they are."""


class Account(NamedTuple):
    """A row as it stands, with its earlier versions, the newest first."""

    told: Told
    earlier: tuple[Told, ...] = ()

    @property
    def row(self) -> Row:
        return self.told.row


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence; with semicolons where a name would read as two.

    >>> listed(["Health", "Police", "School"])
    'Health, Police and School'
    >>> listed(["Police", "Emine, Noor's grandmother", "Health and Care Trust"])
    "Police; Emine, Noor's grandmother; and Health and Care Trust"
    """
    is_plain = not any("," in name or " and " in name for name in names)
    between, last = (", ", " and ") if is_plain or len(names) < 2 else ("; ", "; and ")
    return last.join(filter(None, (between.join(names[:-1]), names[-1] if names else "")))


class Passage(NamedTuple):
    """One row, or likely accounts of one event with what they say differently."""

    accounts: tuple[Account, ...]
    differences: tuple[str, ...] = ()

    @property
    def agencies(self) -> str:
        """Who tells it."""
        return listed([account.row.agency for account in self.accounts])

    @property
    def is_shared(self) -> bool:
        return len(self.accounts) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A merged chronology, ready to be written. `files` are those it was made of, where it was made of files.

    `mark` says for whom a copy of kept rows was made, and when; what is merged of files is
    made for nobody and on no day.
    """

    files: tuple[str, ...]
    passages: tuple[Passage, ...]
    is_cut: bool = False
    mark: Mark | None = None

    @property
    def accounts(self) -> list[Account]:
        return [account for passage in self.passages for account in passage.accounts]

    @property
    def agencies(self) -> list[str]:
        return sorted({account.row.agency for account in self.accounts})

    @property
    def shared(self) -> int:
        """How many events are likely told by more than one agency."""
        return sum(passage.is_shared for passage in self.passages)

    @property
    def restricted(self) -> int:
        return sum(bool(account.row.restriction) for account in self.accounts)

    @property
    def title(self) -> str:
        everybody = {one for account in self.accounts for one in account.row.subjects}
        named = sorted({one.name for one in everybody if one.role == CHILD and one.name})
        more = [f"{len(named) - MOST_NAMES} more"] if len(named) > MOST_NAMES else []
        return f"Chronology: {', '.join([*named[:MOST_NAMES], *more])}" if named else "Chronology"


def joined(contributions: Sequence[Contribution]) -> Joined:
    """All rows once, in one order. Raises CannotJoin, and CannotMerge where two rows claim one name and differ."""
    _refuse_mixed(contributions)
    return told_together(_once(contributions), files=tuple(sorted({one.file for one in contributions})))


def told_together(told: Mapping[Name, Told], *, files: tuple[str, ...] = (), mark: Mark | None = None) -> Joined:
    """Rows by their names in one order, likely accounts of one event beside each other."""
    story = merge([[one.row for one in told.values()]])
    by_group = {group.number: group for group in story.groups}
    entries: dict[int, list[Entry]] = {}
    for entry in story.entries:
        entries.setdefault(entry.group, []).append(entry)
    passages = []
    for entry in story.entries:
        if not entry.group:
            passages.append(Passage((_account(entry, told),)))
        elif group := by_group.pop(entry.group, None):
            accounts = tuple(_account(one, told) for one in entries[entry.group])
            passages.append(Passage(accounts, tuple(group.differences)))
    return Joined(
        files=files,
        passages=tuple(passages),
        is_cut=story.is_cut,
        mark=mark,
    )


def _account(entry: Entry, told: Mapping[Name, Told]) -> Account:
    return Account(told[name_of(entry.row)], tuple(told[name_of(row)] for row in entry.earlier))


def name_of(row: Row) -> Name:
    return row.agency, row.id, row.version


def _once(contributions: Sequence[Contribution]) -> Mapping[Name, Told]:
    """Every row once. Where only its place among rows of its day differs, it is the same row."""
    known: dict[Name, Told] = {}
    for one in _all(contributions):
        first = known.setdefault(name_of(one.row), one)
        if first is not one and replace(first.row, sequence=0) != replace(one.row, sequence=0):
            merge([[first.row], [one.row]])  # says why it cannot choose between them
    return known


def _all(contributions: Sequence[Contribution]) -> Iterator[Told]:
    for contribution in contributions:
        yield from contribution.told


def _refuse_mixed(contributions: Sequence[Contribution]) -> None:
    """Rows about a child without a name stand beside no row about a child with one."""
    unnamed = [c.file for c in contributions if any(NOBODY_NAMED in one.row.subjects for one in c.told)]
    if unnamed and any(NOBODY_NAMED not in one.row.subjects for one in _all(contributions)):
        raise CannotJoin(
            f"Rows of {', '.join(unnamed)} do not say whom they are about, and others do. Name the child: --child NAME."
        )
