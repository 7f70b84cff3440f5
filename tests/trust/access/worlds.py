"""A partnership as plain data: what the reference model reads and what is put into the database. Times are half-open.

Workers, subjects, agencies, teams and seals are numbers; team `n` belongs to agency `n`. Days stand where the rules
turn at London midnight, instants where they turn at once.
"""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Worker:
    """Somebody who signs in."""

    role: str
    agency: int
    clearance: int = 1
    is_active: bool = True


@dataclass(frozen=True)
class Subject:
    """One person as decisions see them; `centres` are those in whose circle they stand."""

    sensitivity: int = 0
    is_published: bool = True
    merged_into: int | None = None
    centres: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Member:
    """A worker's days in a team."""

    worker: int
    team: int
    since: dt.date
    until: dt.date | None = None


@dataclass(frozen=True)
class Involvement:
    """The holder is ("worker", n), ("team", n) or ("agency", n); `agency` is whose involvement it is."""

    subject: int
    holder: tuple[str, int]
    agency: int
    since: dt.date
    until: dt.date | None = None


@dataclass(frozen=True)
class Share:
    """What one agency lets another see for some days, unless it ended at an instant before."""

    subject: int
    giver: int
    receiver: int
    since: dt.date
    until: dt.date | None = None
    ended: dt.datetime | None = None
    kinds: frozenset[str] = frozenset({"person"})
    roles: frozenset[str] = frozenset({"practitioner"})
    level: int = 3
    ceiling: int = 1


@dataclass(frozen=True)
class Task:
    """A worker's piece of work: about one subject, about those with whom an agency works, or about everybody."""

    worker: int
    purpose: str
    since: dt.date
    until: dt.date | None = None
    ended: dt.datetime | None = None
    about: int | None = None
    of_agency: int | None = None


@dataclass(frozen=True)
class Seal:
    """In force from the instant it was set until it is lifted."""

    number: int
    kind: str
    outsiders: str
    is_confirmed: bool
    since: dt.datetime
    until: dt.datetime | None = None


@dataclass(frozen=True)
class Scope:
    """What a seal covers: a whole subject, or one record about the subject."""

    seal: int
    subject: int
    record: str = ""
    until: dt.datetime | None = None


@dataclass(frozen=True)
class Reader:
    """A worker on a seal's list."""

    seal: int
    worker: int
    since: dt.datetime
    until: dt.datetime | None = None


@dataclass(frozen=True)
class Conflict:
    """A worker is close to a subject in their own life."""

    worker: int
    subject: int
    since: dt.datetime
    until: dt.datetime | None = None


@dataclass(frozen=True)
class Look:
    """A worker's emergency look at one subject."""

    worker: int
    subject: int
    since: dt.datetime
    until: dt.datetime


Fact = Member | Involvement | Share | Task | Seal | Scope | Reader | Conflict | Look


@dataclass(frozen=True)
class World:
    """Everything that decisions rest on."""

    workers: tuple[Worker, ...]
    subjects: tuple[Subject, ...]
    facts: tuple[Fact, ...] = ()

    def of(self, kind: type) -> list[Any]:
        return [fact for fact in self.facts if isinstance(fact, kind)]

    def plus(self, *facts: Fact) -> "World":
        return replace(self, facts=(*self.facts, *facts))

    def without(self, fact: Fact) -> "World":
        return replace(self, facts=tuple(other for other in self.facts if other != fact))

    def with_worker(self, number: int, **changes: Any) -> "World":
        changed = replace(self.workers[number], **changes)
        return replace(self, workers=(*self.workers[:number], changed, *self.workers[number + 1 :]))

    def with_subject(self, number: int, **changes: Any) -> "World":
        changed = replace(self.subjects[number], **changes)
        return replace(self, subjects=(*self.subjects[:number], changed, *self.subjects[number + 1 :]))


@dataclass(frozen=True)
class Question:
    """What is asked: a kind of record, perhaps one record with its own sensitivity, for a purpose, at one moment."""

    now: dt.datetime
    kind: str = "person"
    purpose: str | None = None
    record: str = ""
    sensitivity: int = 0
    day: dt.date = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "day", self.now.astimezone(LONDON).date())
