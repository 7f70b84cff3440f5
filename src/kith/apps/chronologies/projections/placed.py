"""A long story as its page needs it: every row as it is placed, counted and linked, without all that a card says."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kith.apps.chronologies.projections.rows import ChildNamed
from kith.engines.chronology import AddedUp, Arranged, Outline, adds_up, chronology_of, event_types
from kith.kernel.partial_dates import PartialDate


class SaidOfRow(Protocol):
    """What a row says, as far as it is placed, sifted and lettered by it."""

    @property
    def start(self) -> PartialDate: ...
    @property
    def end(self) -> PartialDate | None: ...
    @property
    def type(self) -> str: ...
    @property
    def rag(self) -> str | None: ...
    @property
    def fact(self) -> str: ...
    @property
    def impact(self) -> str: ...
    @property
    def childs_words(self) -> str: ...
    @property
    def action(self) -> str: ...


class OpenRow(Protocol):
    """A row that is open to a viewer, as a card or as it is placed: what a timeline and its table ask of either."""

    @property
    def ref(self) -> str: ...
    @property
    def said(self) -> SaidOfRow: ...
    @property
    def agency(self) -> str: ...
    @property
    def agency_ref(self) -> str: ...
    @property
    def type_name(self) -> str: ...
    @property
    def told_by(self) -> str: ...
    @property
    def name(self) -> tuple[str, str]: ...
    @property
    def group(self) -> int: ...
    @property
    def children(self) -> tuple[ChildNamed, ...]: ...
    @property
    def is_of_family(self) -> bool: ...
    @property
    def is_withdrawn(self) -> bool: ...


class PlacedRow(NamedTuple):
    """One row of a long story, for one viewer: cut as its card is, and of the same group.

    `answers` are the refs of what the family says beside it.
    """

    ref: str
    said: Outline
    agency: str
    agency_ref: str
    children: tuple[ChildNamed, ...]
    answers: tuple[str, ...] = ()
    group: int = 0

    @property
    def told_by(self) -> str:
        """Whose account it is: an agency's, or that of somebody of the family."""
        return self.said.agency

    @property
    def name(self) -> tuple[str, str]:
        """What names it in the chronology engine."""
        return self.said.agency, self.ref

    @property
    def type_name(self) -> str:
        kind = event_types().get(self.said.type)
        return kind.name if kind else ""

    @property
    def is_of_family(self) -> bool:
        return self.said.stands_alone

    @property
    def is_withdrawn(self) -> bool:
        return self.said.withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedStory:
    """All rows of a child that one viewer may see, oldest first: in the order and the groups of a Story."""

    rows: tuple[PlacedRow, ...]
    arranged: Arranged
    may_write: bool = False
    may_take: bool = False
    may_give: bool = False
    may_review: bool = False

    def adds_up(self, called: str, on: dt.date) -> AddedUp:
        """Aids to reading, each with the rows it rests on; for workers alone, as those of a Story."""
        family = {row.name for row in self.rows if row.is_of_family}
        chronology = chronology_of([row.said.row for row in self.rows], self.arranged)
        return adds_up(chronology, called=called, on=on, family=family)
