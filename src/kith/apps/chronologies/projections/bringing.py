"""A table that is brought: what each row of it would do, and how far taking it in has come."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from kith.apps.chronologies.projections.files import Remark
from kith.apps.chronologies.projections.rows import RowCard, RowSaid

CHOOSING, LOOKING, TAKING, TAKEN, UNDOING, UNDONE, LEFT = (
    "choosing",
    "looking",
    "taking",
    "taken",
    "undoing",
    "undone",
    "left",
)


class Change(NamedTuple):
    """What a row says now beside what it would say."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A row of the file that would be added; or with `card`, what stands now, corrected; or with `why`, withdrawn."""

    said: RowSaid
    when: str
    card: RowCard | None = None
    changes: tuple[Change, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What taking the file in would do. What is in neither list is `lost`, with the reason by row."""

    added: tuple[Planned, ...] = ()
    corrected: tuple[Planned, ...] = ()
    withdrawn: tuple[Planned, ...] = ()
    same: int = 0
    lost: tuple[Remark, ...] = ()
    remarks: tuple[str, ...] = ()
    has_numbers: bool = True

    @property
    def to_do(self) -> tuple[Planned, ...]:
        return (*self.added, *self.corrected, *self.withdrawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingOffered:
    """A heading of the file: what it was taken for (a field, or nothing), why it was left alone, and samples."""

    heading: str
    field: str
    because: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLeft:
    """A row that was corrected by a table and again since: undoing the table leaves it as it is."""

    ref: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtCard:
    """A table that was brought, as its bringer sees it."""

    ref: str
    version: int
    name: str
    brought_at: dt.datetime
    state: str
    to_do: int
    added: int
    corrected: int
    withdrawn: int
    may_withdraw: int = 0
    may_put_back: int = 0
    left: tuple[RowLeft, ...] = ()
    why_undone: str = ""

    @property
    def done(self) -> int:
        return self.added + self.corrected + self.withdrawn

    @property
    def may_undo(self) -> int:
        return self.may_withdraw + self.may_put_back


@dataclass(frozen=True, slots=True, kw_only=True)
class BringingPage:
    """A table on its way in: its headings as long as they may be chosen, and what it would do."""

    card: BroughtCard
    headings: tuple[HeadingOffered, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    plan: Plan | None = None
