"""Persons held for a deed: locked, checked against the version that was shown, saved, and found again by search."""

import datetime as dt
from collections.abc import Collection
from dataclasses import fields
from typing import Any

from kith.apps.access.queries import Cut, Unsealed
from kith.apps.agencies.projections import Actor
from kith.apps.people import actions
from kith.apps.people.homes import postcodes_of_homes
from kith.apps.people.models import Person
from kith.apps.people.reading import records_of
from kith.apps.people.sight import Sight
from kith.apps.people.writing import tokens_for
from kith.apps.records.base import require_version
from kith.apps.search.services import index
from kith.engines.drawing import network as net
from kith.kernel.text import sort_key


def held(person_ref: str, expected_version: int | None = None) -> Person:
    """The row, locked; where something that exists changes, the version that the page showed has to be the last."""
    row = Person.objects.select_for_update(of=("self",)).select_related("subject").get(subject__ref=person_ref)
    if expected_version is not None:
        require_version(row, expected_version)
    return row


def sight_of(by: Actor, *subject_ids: int, now: dt.datetime) -> Sight:
    """What whoever does a deed may see: no answer of a deed tells them more."""
    return Sight(Cut(by, actions.CHANGE, now=now), subject_ids)


def save_version(row: Person, *, now: dt.datetime) -> None:
    """The next version of a person, in its place in lists and under its tokens."""
    row.version += 1
    row.save()
    reindex([row], now=now)


def reindex(people: Collection[Person], *, now: dt.datetime) -> None:
    """Their places in lists and their tokens, from what no seal covers: both are kept for everybody at once."""
    sight = Sight(Unsealed(now=now), [row.subject_id for row in people])
    records = records_of(people, sight)
    postcodes = postcodes_of_homes(sight, {row.pk: row.subject_id for row in people})
    for row in people:
        record = records[row.pk]
        _put_in_order(row, record)
        index(row.subject_id, tokens_for(record, more_postcodes=postcodes[row.pk]))


def _put_in_order(row: Person, record: net.Person) -> None:
    key = sort_key(record.called) if record.names else ""
    if row.sort_key != key:
        row.sort_key = key
        row.save(update_fields=["sort_key"])


def said_of(fact: Any) -> dict[str, Any]:
    """What a fact says, for the audit record: the fields that are not empty."""
    values = {field.name: getattr(fact, field.name) for field in fields(fact)}
    return {name: value for name, value in values.items() if value not in (None, "", (), False)}
