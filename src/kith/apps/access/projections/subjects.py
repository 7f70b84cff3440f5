"""A subject as others name it, who works with it, who can see it and why."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A subject as others name it; `id` stays inside."""

    id: int
    ref: str
    has_case: bool
    sensitivity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """Somebody on the team around a child, or a whole team."""

    name: str
    part: str
    agency: str
    job_title: str = ""
    phone: str = ""
    since_on: dt.date | None = None
    is_you: bool = False
    ref: str = ""  # of the involvement
    agency_ref: str = ""
    agency_kind: str = ""
    team: str = ""

    @property
    def at_agency(self) -> str:
        """ "Priya Oduya, Eastmarch Council"; of a whole agency its name alone."""
        return f"{self.name}, {self.agency}" if self.name != self.agency else self.agency


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Somebody's work with a subject, from when until when; `worker_ref` is empty for a whole team or agency."""

    ref: str  # of the involvement
    subject_ref: str
    name: str
    part: str
    agency: str
    basis: str
    since_on: dt.date
    until_on: dt.date | None = None
    worker_ref: str = ""
    job_title: str = ""
    team: str = ""
    phone: str = ""
    is_you: bool = False


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who changed something last, and when; no name where the record names no worker."""

    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of why somebody may see something: the rule, what it is (said first), and the rest of the sentence."""

    rule: str
    says: str
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watcher:
    """Somebody who can see a subject, and by which rule."""

    name: str
    agency: str
    role: str
    rule: str
    is_you: bool
