"""Babies whose day has passed without a birth on record, for whoever works with them."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.queries import Cut, day_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed
from kith.apps.people import actions
from kith.apps.people.expecting import UNBORN, look_words
from kith.apps.people.models import Person
from kith.apps.people.projections import ToLookAt
from kith.apps.people.queries.own import own_children
from kith.apps.people.reading import records_of, shown_name
from kith.apps.people.sight import Sight

MOST_SHOWN = 20


def still_expected(person_refs: Collection[str]) -> set[str]:
    """Of people who the caller has decided may be read, those who are not born yet."""
    rows = Person.objects.filter(subject__ref__in=list(person_refs), kind=UNBORN, loss="", withdrawn_at=None)
    return set(rows.values_list("subject__ref", flat=True))


def births_to_look_at(actor: Actor, *, now: dt.datetime) -> tuple[ToLookAt, ...]:
    """Of the actor's own children and those of their teams."""
    own = own_children(actor, now=now).open_rows
    rows = [row for row in own if _is_expected(row)][:MOST_SHOWN]
    if not rows:
        return ()
    records = records_of(rows, Sight(Cut(actor, actions.READ, now=now), [row.subject_id for row in rows]))
    found = [(record, look_words(record, day_of(now))) for record in records.values()]
    note_listed(record.id for record, says in found if says)
    return tuple(ToLookAt(ref=record.id, name=shown_name(record), says=says) for record, says in found if says)


def _is_expected(row: Person) -> bool:
    return row.kind == UNBORN and not row.loss and not row.has_died and row.withdrawn_at is None
