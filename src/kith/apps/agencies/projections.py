"""Records that leave the agencies app: who acts, and how a worker or team is shown."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The principal of one request or command. `id` stays inside; `ref` goes out."""

    id: int
    ref: str
    name: str
    agency_id: int
    agency_ref: str
    agency_name: str
    role: str
    clearance: int
    team_ids: tuple[int, ...] = ()
    is_active: bool = True

    @property
    def is_nobody(self) -> bool:
        return self.id == 0


NOBODY = Actor(id=0, ref="", name="", agency_id=0, agency_ref="", agency_name="", role="", clearance=0, is_active=False)


@dataclass(frozen=True, slots=True)
class Operator:
    """The person at the command line of the machine: named in the record, sees nothing through the product."""

    ref: str = "operator"
    agency_ref: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """What Kith does by itself, as the record names it: nobody ordered it, and it sees nothing through the product."""

    ref: str = "schedule"
    agency_ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerCard:
    """How a worker is shown to others."""

    ref: str
    name: str
    job_title: str
    agency: str

    @property
    def at_agency(self) -> str:
        """ "Priya Oduya, Eastmarch Council"."""
        return f"{self.name}, {self.agency}"


@dataclass(frozen=True, slots=True)
class AgencyCard:
    """An agency, and of which kind it is: a school, the police, a health service."""

    ref: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCard:
    """How a team is shown to others."""

    ref: str
    name: str
    agency: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAtWork:
    """A team with the posts that are filled in it, and nobody's name."""

    name: str
    agency: str
    phone: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerAtWork:
    """Who works as what and where, as a directory knows them."""

    id: int
    name: str
    job_title: str
    agency: str
    agency_kind: str


@dataclass(frozen=True, slots=True)
class TimeInTeam:
    """Somebody's time in a team, half-open."""

    team: str
    since_on: dt.date
    until_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerAccount:
    """Somebody who works here or did, as an administrator sees them."""

    id: int
    ref: str
    name: str
    email: str
    job_title: str
    agency: str
    role: str
    clearance: int
    is_active: bool
    has_second_step: bool
    teams: tuple[TimeInTeam, ...]  # that have not ended


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerPost:
    """As what and for whom somebody works, for the record of who looked."""

    ref: str
    name: str
    family: str
    role: str
    agency: str
    agency_kind: str
