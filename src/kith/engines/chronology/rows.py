"""What agencies hand in: rows of their own, about named people, with dates as exactly as they are known."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from kith.kernel.errors import KithError
from kith.kernel.partial_dates import PartialDate

CHILD = "child"


class CannotMerge(KithError):
    """The contributions cannot become one chronology."""


class Rag(StrEnum):
    """What an event meant for the child; green is a strength, not the absence of harm."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody an event is about; `id` is the same for the same person in every contribution."""

    id: str
    role: str = CHILD
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event as one agency tells it. `(agency, id)` names it for good; a correction has a higher `version`.

    `type` is an id from data/event_types.toml, or empty. `withdrawn` is the reason; such a row stays, struck through.
    A row that `stands_alone` is nobody else's account of the same: what a family tells is never made one with ours.

    >>> Row(agency="School", id="7", subjects=(Subject("mia"),), start=PartialDate("2019-03"), fact="Late.").name
    ('School', '7')
    """

    agency: str
    id: str
    subjects: tuple[Subject, ...]
    start: PartialDate
    fact: str
    version: int = 1
    end: PartialDate | None = None
    start_time: dt.time | None = None
    end_time: dt.time | None = None
    sequence: int = 0
    source: str = ""
    type: str = ""
    impact: str = ""
    childs_words: str = ""
    rag: Rag | None = None
    action: str = ""
    effective: str = ""
    basis: str = ""
    restriction: str = ""
    withdrawn: str = ""
    stands_alone: bool = False

    @property
    def name(self) -> tuple[str, str]:
        """What names the row in every merge."""
        return self.agency, self.id

    @property
    def children(self) -> tuple[str, ...]:
        """The ids of the children the event is about, in the order given."""
        return tuple([subject.id for subject in self.subjects if subject.role == CHILD])


class Outline(NamedTuple):
    """Of a row what places, links and counts it, and no more: a long story is read as these. `agency` and `id` name it.

    >>> Outline("School", "7", (Subject("mia"),), PartialDate("2019-03"), fact="Late.").children
    ('mia',)
    """

    agency: str
    id: str
    subjects: tuple[Subject, ...]
    start: PartialDate
    end: PartialDate | None = None
    start_time: dt.time | None = None
    type: str = ""
    rag: Rag | None = None
    effective: str = ""
    fact: str = ""
    impact: str = ""
    childs_words: str = ""
    action: str = ""
    withdrawn: bool = False
    stands_alone: bool = False
    sequence: int = 0

    @property
    def children(self) -> tuple[str, ...]:
        """The ids of the children the event is about, in the order given."""
        return tuple([subject.id for subject in self.subjects if subject.role == CHILD])

    @property
    def row(self) -> Row:
        """As it is reckoned from; why it was withdrawn is not known here."""
        return Row(
            agency=self.agency,
            id=self.id,
            subjects=self.subjects,
            start=self.start,
            end=self.end,
            start_time=self.start_time,
            type=self.type,
            rag=self.rag,
            effective=self.effective,
            fact=self.fact,
            impact=self.impact,
            childs_words=self.childs_words,
            action=self.action,
            withdrawn="withdrawn" if self.withdrawn else "",
            stands_alone=self.stands_alone,
            sequence=self.sequence,
        )


class AnyRow(Protocol):
    """A row or its outline: what the one order, and the links between accounts of one event, depend on."""

    @property
    def agency(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def subjects(self) -> tuple[Subject, ...]: ...
    @property
    def children(self) -> tuple[str, ...]: ...
    @property
    def start(self) -> PartialDate: ...
    @property
    def start_time(self) -> dt.time | None: ...
    @property
    def sequence(self) -> int: ...
    @property
    def type(self) -> str: ...
    @property
    def fact(self) -> str: ...
    @property
    def childs_words(self) -> str: ...
    @property
    def withdrawn(self) -> str | bool: ...
    @property
    def stands_alone(self) -> bool: ...
