"""How each fact of a plain world is written as a row: which table, under which names, and what else a row needs."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Protocol

from django.db import models

from kith.apps.access import models as stored
from kith.apps.agencies.models import TeamMembership
from tests.trust.access import worlds as given
from tests.trust.access.worlds import Fact

LONG_AGO = dt.datetime(2015, 1, 1, tzinfo=dt.UTC)
TERMS = ("kinds", "roles", "level", "ceiling")


class Keys(Protocol):
    """The database's keys of a world's numbers."""

    workers: list[int]
    subjects: list[int]
    agencies: list[int]
    teams: list[int]
    seals: dict[int, int]

    def terms(self, share: given.Share) -> int: ...


@dataclass(frozen=True)
class Table:
    """The model of one kind of fact, what its two times are called, and values no rule looks at."""

    model: type[models.Model]
    since: str
    until: str
    filled: Mapping[str, Any] = field(default_factory=dict)


TABLES = {
    given.Member: Table(TeamMembership, "since_on", "until_on"),
    given.Involvement: Table(stored.Involvement, "since_on", "until_on", {"part": "team", "basis": "s17"}),
    given.Share: Table(stored.Share, "since_on", "until_on", {"basis": "public_task", "purpose": "s17"}),
    given.Task: Table(stored.Task, "since_on", "until_on", {"name": "A review"}),
    given.Seal: Table(stored.Seal, "set_at", "lifted_at", {"why": "They asked"}),
    given.Scope: Table(stored.SealScope, "", "until_at"),
    given.Reader: Table(stored.SealReader, "since_at", "until_at"),
    given.Conflict: Table(stored.Conflict, "noted_at", "ended_at", {"how": "declared"}),
    given.Look: Table(
        stored.EmergencyLook,
        "opened_at",
        "until_at",
        {"reason": "may_be_hurt", "words": "They rang", "review_due_on": LONG_AGO, "escalates_on": LONG_AGO},
    ),
}
REFERENCES = {
    "worker": ("user_id", "workers"),
    "subject": ("subject_id", "subjects"),
    "agency": ("organisation_id", "agencies"),
    "team": ("team_id", "teams"),
    "giver": ("giver_id", "agencies"),
    "receiver": ("receiver_id", "agencies"),
    "seal": ("seal_id", "seals"),
}
NAMES = {"record": "record_ref", "ended": "ended_at"}


def row_of(fact: Fact, keys: Keys) -> dict[str, Any]:
    table, row = TABLES[type(fact)], {}
    times = {"since": table.since, "until": table.until}
    for name in [f.name for f in fields(fact)]:
        value = getattr(fact, name)
        if name in REFERENCES:
            column, where = REFERENCES[name]
            row[column] = getattr(keys, where)[value]
        elif name not in PARTS_OF_THEIR_OWN:
            row[times.get(name) or NAMES.get(name, name)] = value
    return {**table.filled, **row, **_own_parts(fact, keys)}


PARTS_OF_THEIR_OWN = {*TERMS, "holder", "is_confirmed", "number", "about", "of_agency"}


def _own_parts(fact: Fact, keys: Keys) -> dict[str, Any]:
    """What a row says in another way than the plain fact does."""
    somebody = keys.workers[0]
    match fact:
        case given.Involvement(holder=(kind, number)):
            return {
                "user_id": keys.workers[number] if kind == "worker" else None,
                "team_id": keys.teams[number] if kind == "team" else None,
            }
        case given.Share():
            return {"terms_id": keys.terms(fact)}
        case given.Task():
            covers = "agency" if fact.of_agency is not None else "everybody" if fact.about is None else "named"
            organisation = None if fact.of_agency is None else keys.agencies[fact.of_agency]
            return {"given_by_id": somebody, "covers": covers, "organisation_id": organisation}
        case given.Seal():
            confirmed = {"confirmed_by_id": somebody, "confirmed_at": fact.since} if fact.is_confirmed else {}
            return {"subject_id": keys.subjects[0], "set_by_id": somebody, "confirmed_at": None, **confirmed}
        case given.Look():
            return {"organisation_id": keys.agencies[0]}
    return {}
