"""Frozen records that leave the people app, cut for one viewer."""

import datetime as dt
from dataclasses import dataclass

from kith.engines.drawing.network import Network, Person
from kith.kernel.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundChild:
    """A child in a list. Without `may_open` it says only that the viewer's agency is involved, and whom to ask."""

    ref: str
    name: str
    age: str
    born: str
    may_open: bool
    expected: str = ""  # of a baby who is not born yet, in the place of an age
    mother: str = ""  # of such a baby, where it was her name by which they were found
    first_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToLookAt:
    """A baby whose day has long passed without a birth on record, and what to look at, in a sentence."""

    ref: str
    name: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyPointed:
    """Somebody here knows the child whose name was typed: it holds what was typed and nothing else of anybody."""

    asked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TieCard:
    """A tie as it is shown in lists: who, what, since when, who told us, and whether that is disputed."""

    ref: str
    version: int
    kind: str
    group: str
    a: str
    b: str
    a_ref: str
    b_ref: str
    says: str
    when: str
    told_by: str
    told_on: str
    certainty: str
    recorded_at: dt.datetime
    agency: str = ""
    words: str = ""
    accounts: tuple["AccountCard", ...] = ()
    view_of: str = ""
    is_withdrawn: bool = False
    withdrawn_why: str = ""
    taken_out: "TakenOutNote | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountCard:
    """What another source said of a tie."""

    agrees: bool
    told_by: str
    told_on: str
    words: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class TakenOutNote:
    """Who took something out, when and why."""

    by: str
    on: dt.date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCard:
    """A dated fact about somebody in a list: a name, a language, an address, a number, a home or responsibility."""

    ref: str
    says: str
    about: str
    is_open: bool = False  # may still be ended: it has no end yet
    taken_out: TakenOutNote | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A time in a home, as exactly as it is known; no `until` where it goes on."""

    home: str
    since: PartialDate
    until: PartialDate | None


@dataclass(frozen=True, slots=True)
class SealableRecord:
    """One record about somebody that may be sealed on its own: its kind and ref, what it is, and its words."""

    kind: str
    ref: str
    what: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeCard:
    """A home that somebody may join or be given an address for."""

    ref: str
    version: int
    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody lives: the home on record, where it is one, and its address as far as it is known."""

    lines: str = ""
    postcode: str = ""
    home_ref: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Living:
    """Somebody whom the viewer may read, and where they live now or are to live, as far as the viewer may see."""

    person: Person
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityCard:
    """Who holds parental responsibility for whom."""

    ref: str
    holder: str
    holder_ref: str
    child: str
    child_ref: str
    how: str
    when: str
    is_open: bool
    is_over: bool
    told_by: str = ""
    taken_out: TakenOutNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """A tie that was added lately, and the child in whose network it is."""

    child: Person
    tie: TieCard


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOut:
    """Somebody who was taken out of the picture, and may be put back."""

    ref: str
    version: int
    name: str
    why: str
    by: str = ""
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyView:
    """A child's network as this viewer may see it: `network.about` is the child, ids are refs.

    `may_be_drawn` is false where a share opens facts of the child and no picture of them.
    """

    child: Person
    version: int
    network: Network
    ties: tuple[TieCard, ...]
    responsibilities: tuple[ResponsibilityCard, ...]
    taken_out: tuple[TakenOut, ...]
    level: int
    because: str
    may_be_drawn: bool


@dataclass(frozen=True, slots=True)
class CopiedTie:
    """A tie of which a copy may tell, and the two whom it ties."""

    ref: str
    people: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyToCopy:
    """What of a child's family no seal covers: people with the name they are called by, and who belongs to whom.

    Nothing else: no day, no address, no number, no text.
    """

    child: Person
    network: Network
    name_refs: dict[str, str]  # the record of each person's name
    ties: tuple[CopiedTie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoRecords:
    """Two records that may be one person's, as this viewer may see them, and what would join the kept one."""

    kept: "PersonView"
    merged: "PersonView"
    joins: frozenset[str]  # refs of facts, ties and responsibilities
    fields: frozenset[str]  # names of the person's own fields


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One person as this viewer may see them."""

    person: Person
    version: int
    is_withdrawn: bool
    has_case: bool
    age: str
    ties: tuple[TieCard, ...]
    contradictions: tuple[str, ...]
    may_change: bool
    on: dt.date
    taken_out: TakenOutNote | None = None
    names: tuple[FactCard, ...] = ()
    addresses: tuple[FactCard, ...] = ()
    numbers: tuple[FactCard, ...] = ()
    languages: tuple[FactCard, ...] = ()
    stays: tuple[FactCard, ...] = ()
    responsibilities: tuple[ResponsibilityCard, ...] = ()
