"""Loading agencies, teams and workers."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from kith.apps.agencies import events
from kith.apps.agencies.models import Organisation, Team, TeamMembership, User
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.kernel.text import sort_key


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRecord:
    """A team to be loaded under its agency."""

    key: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRecord:
    """An agency to be loaded, with its teams."""

    key: str
    name: str
    kind: str
    teams: tuple[TeamRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRecord:
    """A worker to be loaded. An empty password means that nobody can sign in as them yet."""

    key: str
    given: str
    family: str
    email: str
    job_title: str
    agency_key: str
    team_keys: tuple[str, ...]
    role: str
    clearance: int
    password: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Keys of what was loaded, by the loader's own keys."""

    organisations: dict[str, int]
    teams: dict[str, int]
    workers: dict[str, int]


def load_agencies(
    *, by: Doer, agencies: Iterable[AgencyRecord], workers: Iterable[WorkerRecord], since: dt.date, now: dt.datetime
) -> Loaded:
    agencies, workers = list(agencies), list(workers)
    counts = {"agencies": len(agencies), "workers": len(workers)}
    with load(events.LOADED, by=by, now=now, payload=counts):
        organisations = _load_organisations(agencies)
        teams = _load_teams(agencies, organisations)
        users = _load_users(workers, organisations)
        TeamMembership.objects.bulk_create(
            TeamMembership(user_id=users[w.key], team_id=teams[t], since_on=since) for w in workers for t in w.team_keys
        )
    return Loaded(organisations, teams, users)


def _load_organisations(agencies: list[AgencyRecord]) -> dict[str, int]:
    rows = [Organisation(name=a.name, sort_key=sort_key(a.name), kind=a.kind) for a in agencies]
    Organisation.objects.bulk_create(rows)
    return {a.key: row.pk for a, row in zip(agencies, rows, strict=True)}


def _load_teams(agencies: list[AgencyRecord], organisations: dict[str, int]) -> dict[str, int]:
    plans = [(a.key, t) for a in agencies for t in a.teams]
    rows = [Team(organisation_id=organisations[key], key=t.key[:40], name=t.name, phone=t.phone) for key, t in plans]
    Team.objects.bulk_create(rows)
    return {t.key: row.pk for (_, t), row in zip(plans, rows, strict=True)}


def _load_users(workers: list[WorkerRecord], organisations: dict[str, int]) -> dict[str, int]:
    rows = [
        User(
            email=w.email,
            given=w.given,
            family=w.family,
            job_title=w.job_title,
            organisation_id=organisations[w.agency_key],
            role=w.role,
            clearance=w.clearance,
            password=make_password(w.password or None),
        )
        for w in workers
    ]
    User.objects.bulk_create(rows)
    return {w.key: row.pk for w, row in zip(workers, rows, strict=True)}
