"""Small invented partnerships for tests: agencies, workers and families, made by the loads that real data use."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from kith.apps.access.queries import day_of
from kith.apps.access.services import InvolvementRecord, load_involvements
from kith.apps.agencies.projections import Actor, Operator
from kith.apps.agencies.queries import actor_by_email
from kith.apps.agencies.services import AgencyRecord, Loaded, TeamRecord, WorkerRecord, load_agencies
from kith.apps.people.services import FamilyRecord, LoadedFamily, Responsibility, load_families
from kith.apps.records.base import refs_from
from kith.engines.drawing.network import ChildLink, Name, Network, Person, Status, Union
from kith.kernel.partial_dates import PartialDate
from kith.kernel.refs import seeded_refs

NOW = dt.datetime(2026, 11, 24, 10, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
LONG_AGO = dt.date(2015, 1, 1)
OPERATOR = Operator()


@contextmanager
def rolled_back(seed: str = "heron") -> Iterator[None]:
    """A world that is gone again afterwards, with the same refs every time it is made."""
    with transaction.atomic(), refs_from(seeded_refs(seed)):
        yield
        transaction.set_rollback(True)


def agency(key: str, *team_keys: str, kind: str = "council") -> AgencyRecord:
    teams = tuple(
        TeamRecord(key=t, name=f"{t.replace('-', ' ').title()} team", phone="01632 960001") for t in team_keys
    )
    return AgencyRecord(key=key, name=key.replace("-", " ").title(), kind=kind, teams=teams)


def worker(
    key: str,
    role: str = "practitioner",
    *,
    agency: str = "council",
    teams: Sequence[str] = (),
    clearance: int = 1,
    password: str = "",
) -> WorkerRecord:
    return WorkerRecord(
        key=key,
        given=key.replace("-", " ").title(),
        family="Worker",
        email=email_of(key),
        job_title=role.replace("_", " ").capitalize(),
        agency_key=agency,
        team_keys=tuple(teams),
        role=role,
        clearance=clearance,
        password=password,
    )


def email_of(worker_key: str) -> str:
    return f"{worker_key}@kith.example"


@dataclass(slots=True)
class Partnership:
    """Keys and refs of what was made, by the names the test gave."""

    loaded: Loaded
    homes: Mapping[str, str]  # the agency of each worker and team
    subject_ids: dict[str, int] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)

    def actor(self, worker_key: str, *, now: dt.datetime = NOW) -> Actor:
        return actor_by_email(email_of(worker_key), on=day_of(now))

    def add(self, families: Iterable[FamilyRecord], *, is_published: bool = True) -> None:
        """Load families whose ids are unique in the test; unpublished ones are there for nobody."""
        staging = load_families(families, by=OPERATOR, now=NOW)
        for seen in staging if is_published else [next(staging)]:
            self._remember(seen)

    def _remember(self, seen: LoadedFamily) -> None:
        self.subject_ids.update(seen.subject_ids)
        self.refs.update(seen.refs)

    def involve(
        self,
        child: str,
        holder: str,
        *,
        since: dt.date = LONG_AGO,
        until: dt.date | None = None,
        part: str = "lead",
    ) -> None:
        """A worker, a team or an agency (by its name in the test) works with a child."""
        record = InvolvementRecord(
            subject_id=self.subject_ids[child],
            organisation_id=self.loaded.organisations[self.homes.get(holder, holder)],
            user_id=self.loaded.workers.get(holder),
            team_id=self.loaded.teams.get(holder),
            part=part,
            basis="s17",
            since_on=since,
            until_on=until,
        )
        load_involvements(by=OPERATOR, records=[record], now=NOW)


def partnership(
    *, agencies: Sequence[AgencyRecord], workers: Sequence[WorkerRecord], since: dt.date = LONG_AGO
) -> Partnership:
    loaded = load_agencies(by=OPERATOR, agencies=agencies, workers=workers, since=since, now=NOW)
    homes = {w.key: w.agency_key for w in workers} | {t.key: a.key for a in agencies for t in a.teams}
    return Partnership(loaded, homes)


def person(id: str, called: str = "", **facts: Any) -> Person:
    """Somebody with one name (their id in capitals where none is given)."""
    given, _, family = (called or id.replace("-", " ").title()).partition(" ")
    text = f"{given} {family}".strip()
    return Person(id=id, names=(Name(text=text, given=given, family=family),), **facts)


def child(id: str, called: str = "", *, born: str = "2016-04-02", **facts: Any) -> Person:
    return person(id, called, kind="child", birth=PartialDate(born), **facts)


def family(
    *people: Person,
    centres: Sequence[str] = (),
    unions: Sequence[Union] = (),
    sensitivity: Mapping[str, int] | None = None,
    responsibilities: Sequence[Responsibility] = (),
    **parts: Any,
) -> FamilyRecord:
    """A family whose first person has the case, unless `centres` says otherwise."""
    centres = tuple(centres) or (people[0].id,)
    return FamilyRecord(
        network=Network(about=centres[0], persons=people, unions=tuple(unions), **parts),
        centres=centres,
        sensitivity=sensitivity or {},
        responsibilities=tuple(responsibilities),
    )


def couple(*partners: str, children: Sequence[str] = (), status: str = "married") -> Union:
    """Partners, what they are to each other, and the children born to them."""
    return Union(
        id="+".join(partners),
        partners=partners,
        statuses=(Status(kind=status),) if len(partners) > 1 else (),
        children=tuple(ChildLink(child=c) for c in children),
    )
