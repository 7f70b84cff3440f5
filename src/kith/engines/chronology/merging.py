"""Contributions of agencies become one chronology: every row kept, in one order, likely duplicates side by side."""

from collections.abc import Iterable
from typing import NamedTuple

from kith.engines.chronology.differences import differences
from kith.engines.chronology.duplicates import linked
from kith.engines.chronology.order import days_by_code, sort_key
from kith.engines.chronology.rows import Row
from kith.engines.chronology.versions import newest

NO_GROUP = 0


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
    whole, earlier = newest(contributions)
    known = days_by_code(row.start for row in whole)
    whole.sort(key=lambda row: sort_key(row, known[row.start.code]))
    standing = [place for place, row in enumerate(whole) if not (row.withdrawn or row.stands_alone)]
    rows = [whole[place] for place in standing]
    linking = linked(rows, [known[row.start.code] for row in rows])
    groups = tuple(
        [Group(number, tuple([rows[place] for place in places])) for number, places in enumerate(linking.groups, 1)]
    )
    numbers = {standing[place]: number for number, places in enumerate(linking.groups, 1) for place in places}
    entries = tuple(
        [Entry(row, earlier.get(row.name, ()), numbers.get(place, NO_GROUP)) for place, row in enumerate(whole)]
    )
    return Chronology(entries, groups, linking.is_cut)
