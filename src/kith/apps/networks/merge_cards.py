"""What the pages about two records of one person are made of, and the page about a record that is to go."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.access.projections import ShareCard
from kith.apps.networks.faces import ChildFace, Choice


@dataclass(frozen=True, slots=True)
class FamilyToChoose:
    """A child in whose family the other record may stand."""

    ref: str
    name: str
    age: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeChoices:
    """Whose other record it may be: the people of one family, and the children whose families may be opened."""

    child: ChildFace
    person_ref: str
    name: str
    family: FamilyToChoose
    people: tuple[Choice, ...]
    families: tuple[FamilyToChoose, ...]
    asked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """One thing that a record says; of the record that is not kept also whether it joins the other."""

    what: str
    says: str
    about: str = ""
    joins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSide:
    """One of two records."""

    ref: str
    version: int
    name: str
    age: str
    has_case: bool
    lines: tuple[RecordLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoSides:
    """Two records side by side, what becomes of what is shared of each, and whether somebody else has to agree."""

    kept: RecordSide
    merged: RecordSide
    shares_go_on: tuple[ShareCard, ...] = ()
    shares_end: tuple[ShareCard, ...] = ()

    @property
    def needs_second(self) -> bool:
        return self.kept.has_case


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePage:
    """Two records, seen from somebody in a child's family."""

    child: ChildFace
    person_ref: str
    sides: TwoSides


@dataclass(frozen=True, slots=True, kw_only=True)
class PartingPage:
    """One record that stands for two, on the way to two again."""

    child: ChildFace
    name: str
    person_ref: str
    version: int
    merge_ref: str
    merged_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DestroyingPage:
    """A record of which it is proposed that it is destroyed."""

    child: ChildFace
    name: str
    person_ref: str
    version: int
