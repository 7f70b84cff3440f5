"""Contributions of agencies become one chronology: every row kept, in one order, likely duplicates side by side."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kith.engines.chronology.differences import differences
from kith.engines.chronology.duplicates import linked
from kith.engines.chronology.order import days_by_code, sort_key
from kith.engines.chronology.rows import AnyRow, Row
from kith.engines.chronology.versions import newest

NO_GROUP = 0

Earlier = Mapping[tuple[str, str], tuple[Row, ...]]


class Entry(NamedTuple):
    """A row as it stands, what it was before (the newest first), and its group of likely accounts of one event.

    Groups are counted from 1 in the order of the chronology; 0 is none.
    """

    row: Row
    earlier: tuple[Row, ...]
    group: int


class Group(NamedTuple):
    """Rows of several agencies that are likely about one event."""

    number: int
    rows: tuple[Row, ...]

    @property
    def differences(self) -> tuple[str, ...]:
        """What the accounts say differently, in sentences."""
        return differences(self.rows)


class Chronology(NamedTuple):
    """Entries and groups in order; the same rows give the same chronology, however they were handed in.

    `is_cut` says that so many rows stand on the same days that not every pair of them was compared.
    """

    entries: tuple[Entry, ...]
    groups: tuple[Group, ...]
    is_cut: bool


class Arranged(NamedTuple):
    """The places of rows in order, and those in this order that make up each group, counted from 1."""

    order: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]
    is_cut: bool

    @property
    def numbers(self) -> list[int]:
        """The number of its group for every row, in the order."""
        found = [NO_GROUP] * len(self.order)
        for number, places in enumerate(self.groups, 1):
            for place in places:
                found[place] = number
        return found


def merge(contributions: Iterable[Iterable[Row]]) -> Chronology:
    """Merge rows of any number of agencies; idempotent by (agency, row id), where the newest version stands.

    Dates stay as uncertain as they were told. Rows that are withdrawn or stand alone are linked to nothing. Raises
    CannotMerge where two rows claim one name and version and differ.

    >>> from kith.engines.chronology.rows import Subject
    >>> from kith.kernel.partial_dates import PartialDate
    >>> mia = (Subject("mia", name="Mia"),)
    >>> police = Row(agency="Police", id="1", subjects=mia, start=PartialDate("2019-03-03"), type="police_incident",
    ...     fact="Officers attended. Altercation between father and mother.")
    >>> health = Row(agency="Health", id="9", subjects=mia, start=PartialDate("2019-03-04"), type="parent_change",
    ...     fact="Mum told HV of a row with dad. Police came.")
    >>> story = merge([[police], [health], [police]])
    >>> [(entry.row.agency, entry.group) for entry in story.entries]
    [('Police', 1), ('Health', 1)]
    """
    rows, earlier = newest(contributions)
    found = arranged(rows)
    return chronology_of([rows[place] for place in found.order], found, earlier)


def arranged(rows: Sequence[AnyRow]) -> Arranged:
    """The one order of rows that have different names, and which of them are likely accounts of one event.

    For whoever needs no more of a long story: `merge` puts rows in this order too.

    >>> from kith.engines.chronology.rows import Outline
    >>> from kith.kernel.partial_dates import PartialDate
    >>> arranged([Outline("School", str(year), (), PartialDate(str(year))) for year in (2020, 2019)]).order
    (1, 0)
    """
    known = days_by_code([row.start for row in rows])
    keys = [sort_key(row, known[row.start.code]) for row in rows]
    order = sorted(range(len(rows)), key=keys.__getitem__)
    standing = [place for place, at in enumerate(order) if not (rows[at].withdrawn or rows[at].stands_alone)]
    linkable = [rows[order[place]] for place in standing]
    linking = linked(linkable, [known[row.start.code] for row in linkable])
    groups = tuple([tuple([standing[place] for place in places]) for places in linking.groups])
    return Arranged(tuple(order), groups, linking.is_cut)


def chronology_of(rows: Sequence[Row], found: Arranged, earlier: Earlier | None = None) -> Chronology:
    """The chronology of rows that come in the order that was found.

    >>> from kith.kernel.partial_dates import PartialDate
    >>> row = Row(agency="School", id="7", subjects=(), start=PartialDate("2019"), fact="Late.")
    >>> chronology_of([row], arranged([row])) == merge([[row]])
    True
    """
    before = earlier or {}
    entries = [Entry(row, before.get(row.name, ()), group) for row, group in zip(rows, found.numbers, strict=True)]
    groups = [Group(number, tuple([rows[place] for place in places])) for number, places in enumerate(found.groups, 1)]
    return Chronology(tuple(entries), tuple(groups), found.is_cut)
