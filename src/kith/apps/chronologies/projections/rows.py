"""Rows that are kept: as they are told, and as one viewer sees them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from kith.apps.chronologies.projections.attached import AttachmentCard
from kith.apps.chronologies.projections.known import Candidate
from kith.apps.chronologies.vocabulary import row_words
from kith.apps.drafts.projections import DraftCard
from kith.engines.chronology import AddedUp, Chronology, Group, Rag, Row, Subject, adds_up, missing_fields
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

    @property
    def when(self) -> str:
        """The day as it was told, with its times and its end."""
        begins = f"{self.start}, {self.start_time:%H:%M}" if self.start_time else str(self.start)
        ends = [str(self.end)] if self.end and self.end != self.start else []
        ends += [f"{self.end_time:%H:%M}"] if self.end_time else []
        return f"{begins} to {', '.join(ends)}" if ends else begins


@dataclass(frozen=True, slots=True)
class ChildNamed:
    """A child whom a row is about, and what it was for them."""

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
    type_name: str
    recorded_by: str
    recorded_at: dt.datetime
    group: int = 0
    corrections: int = 0
    children: tuple[ChildNamed, ...] = ()
    restriction_words: str = ""
    withdrawn: Withdrawn | None = None

    @property
    def when(self) -> str:
        return self.said.when

    @property
    def missing(self) -> tuple[str, ...]:
        """What a whole row fills and this one leaves empty, for the agency that can fill it."""
        return missing_fields(engine_row(self)) if self.is_own and not self.is_of_family else ()

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

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn is not None


EMPTY = Chronology((), (), is_cut=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All rows of a child that one viewer may see, oldest first, and which of them likely tell one event.

    Whatever is counted, drawn or compared is counted over these rows and no others.
    """

    rows: tuple[RowCard, ...]
    chronology: Chronology = EMPTY
    answers: Mapping[str, tuple[RowCard, ...]] = field(default_factory=dict)  # what the family says beside each
    may_write: bool = False
    may_take: bool = False
    may_give: bool = False
    may_review: bool = False

    @property
    def groups(self) -> tuple[Group, ...]:
        return self.chronology.groups

    def adds_up(self, called: str, on: dt.date) -> AddedUp:
        """Aids to reading, each with the rows it rests on; for workers alone, never for a copy for the family."""
        family = {row.name for row in self.rows if row.is_of_family}
        return adds_up(self.chronology, called=called, on=on, family=family)

    @property
    def standing(self) -> tuple[RowCard, ...]:
        return tuple(row for row in self.rows if not row.is_withdrawn)


@dataclass(frozen=True, slots=True)
class LatestRow:
    """A row as another page mentions it."""

    ref: str
    on: PartialDate
    told_by: str
    fact: str
    rag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """What happened last, and whether the viewer may add to it."""

    rows: tuple[LatestRow, ...]
    may_write: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPage:
    """One row, what it said before each correction, other accounts of likely the same event with what they say
    differently, and what the family says beside it. `put_back` says why a table was undone that had corrected it."""

    row: RowCard
    earlier: tuple[EarlierTelling, ...]
    put_back: str = ""
    accounts: tuple[RowCard, ...] = ()
    differences: tuple[str, ...] = ()
    answers: tuple[RowCard, ...] = ()
    attachments: tuple[AttachmentCard, ...] = ()
    may_attach: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowForm:
    """What a form about a row offers; with a row, what stands in it; with none, what was written and not sent."""

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
    draft: DraftCard | None = None
    known: Candidate | None = None


def engine_row(card: RowCard) -> Row:
    """As the chronology engine knows it; the viewer's cut is behind us."""
    said = card.said
    return Row(
        agency=card.told_by,
        id=card.ref,
        subjects=tuple([Subject(child.ref, name=child.name) for child in card.children]),
        start=said.start,
        end=said.end,
        start_time=said.start_time,
        end_time=said.end_time,
        fact=said.fact,
        source=said.source,
        type=said.type,
        impact=said.impact,
        childs_words=said.childs_words,
        rag=Rag(said.rag) if said.rag else None,
        action=said.action,
        effective=row_words("effects").get(said.effective, ""),
        basis=said.basis,
        restriction=card.restriction_words,
        withdrawn=card.withdrawn.why if card.withdrawn else "",
        stands_alone=card.is_of_family,
    )


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
