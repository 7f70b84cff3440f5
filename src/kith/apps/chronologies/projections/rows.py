"""Rows that are kept: as they are told, and as one viewer sees them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kith.engines.chronology import Group
from kith.kernel.partial_dates import PartialDate

AGENCY, FAMILY = "agency", "family"


@dataclass(frozen=True, slots=True)
class AboutToo:
    """Another child whom a row is about: what it was for them, and whether it stands in their own chronology too."""

    ref: str
    role: str
    stands_in: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSaid:
    """One event, as it is told. Texts are the teller's own; `type`, `rag`, `effective`, `basis` and `restriction` are
    ids of their lists, or empty. `row_id` is the agency's own number of the row, where it has one.

    `teller` is filled where the family tells it: their account stands beside others and is never made one with them.
    """

    start: PartialDate
    fact: str
    end: PartialDate | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    source: str = ""
    type: str = ""
    impact: str = ""
    childs_words: str = ""
    rag: str = ""
    action: str = ""
    effective: str = ""
    basis: str = ""
    restriction: str = ""
    role: str = ""
    others: tuple[AboutToo, ...] = ()
    row_id: str = ""
    teller: str = ""
    beside: str = ""
    came_of: str = ""


@dataclass(frozen=True, slots=True)
class ChildNamed:
    """A child whom a row is about, as far as the viewer may know them; `ref` is empty where they may not."""

    ref: str
    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """Who took a row back, when and why."""

    by: str
    at: dt.datetime
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierTelling:
    """What a row said before it was corrected."""

    when: str
    texts: Mapping[str, str]
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCard:
    """A row as it stands, for one viewer. `group` counts likely accounts of one event; 0 is none."""

    ref: str
    version: int
    agency: str
    agency_ref: str
    agency_kind: str
    is_own: bool
    said: RowSaid
    when: str
    type_name: str
    recorded_by: str
    recorded_at: dt.datetime
    group: int = 0
    corrections: int = 0
    children: tuple[ChildNamed, ...] = ()
    restriction_words: str = ""
    withdrawn: Withdrawn | None = None
    missing: tuple[str, ...] = ()

    @property
    def name(self) -> tuple[str, str]:
        """What names it in the chronology engine."""
        return self.told_by, self.ref

    @property
    def told_by(self) -> str:
        """Whose account it is: an agency's, or that of somebody of the family."""
        return self.said.teller or self.agency

    @property
    def is_of_family(self) -> bool:
        return bool(self.said.teller)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All rows of a child that one viewer may see, oldest first, and which of them likely tell one event.

    Whatever is counted, drawn or compared is counted over these rows and no others.
    """

    rows: tuple[RowCard, ...]
    groups: tuple[Group, ...] = ()
    is_cut: bool = False
    may_write: bool = False
    may_take: bool = False
    may_give: bool = False

    @property
    def standing(self) -> tuple[RowCard, ...]:
        return tuple(row for row in self.rows if row.withdrawn is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowForm:
    """What a form about a row offers; with a row, what stands in it."""

    types: tuple[tuple[str, str], ...]
    rags: tuple[tuple[str, str], ...]
    effects: tuple[tuple[str, str], ...]
    bases: tuple[tuple[str, str], ...]
    restrictions: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]
    brothers_and_sisters: tuple[tuple[str, str], ...] = ()
    said: RowSaid | None = None
    version: int = 0
    standing: RowCard | None = None
    earlier: tuple[EarlierTelling, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRow:
    """A restricted row of which somebody knows already, and why it is withheld from their copy."""

    ref: str
    known_ref: str
    card: RowCard
    says: str
    said_by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsToGive:
    """Of a child's chronology what may go to one reader, oldest first, and what may not.

    `open_rows` may stand in a copy; of `known` alone it may be said that they are withheld; `kept` are not there.
    """

    open_rows: tuple[RowCard, ...]
    known: tuple[KnownRow, ...] = ()
    kept: tuple[RowCard, ...] = ()
