"""The rules of access once more, in plain Python without a query: what the three answers are compared with."""

import datetime as dt
from dataclasses import dataclass

NEEDS = {"people.find": 2, "people.read": 3, "people.change": 4, "people.load": 4, "networks.export": 5}
CASE_ROLES = {"practitioner": (5, 2, 0), "manager": (5, 3, 0), "front_door": (5, 3, 3), "network_adviser": (5, 2, 0)}


@dataclass(frozen=True)
class Worker:
    """Somebody who signs in; their time in the team is half-open."""

    role: str
    agency: int
    clearance: int
    is_active: bool
    team: int | None
    in_team_until: dt.date | None


@dataclass(frozen=True)
class Subject:
    """One person as decisions see them; `centres` are those in whose circle they stand."""

    sensitivity: int
    is_published: bool
    centres: frozenset[int]


@dataclass(frozen=True)
class Involvement:
    """The holder is ("worker", n), ("team", n) or ("agency", n); `agency` is whose involvement it is."""

    subject: int
    holder: tuple[str, int]
    agency: int
    since: dt.date
    until: dt.date | None


def may(worker: tuple[int, Worker], action: str, subject: tuple[int, Subject], involved: list[Involvement], day):
    (number, who), (key, about) = worker, subject
    if who.role not in CASE_ROLES or not who.is_active:
        return False
    if about.sensitivity > who.clearance or not about.is_published:
        return False
    team = who.team if who.in_team_until is None or day < who.in_team_until else None
    mine = {("worker", number), ("team", team)}
    live = [
        i for i in involved if i.subject in {key} | about.centres and i.since <= day and (not i.until or day < i.until)
    ]
    case_team, agency, level = CASE_ROLES[who.role]
    if any(i.agency == who.agency for i in live):
        level = max(level, agency)
    if any(i.holder in mine for i in live):
        level = max(level, case_team)
    return level >= NEEDS[action]
