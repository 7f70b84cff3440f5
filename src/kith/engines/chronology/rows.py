"""What agencies hand in: rows of their own, about named people, with dates as exactly as they are known."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

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
