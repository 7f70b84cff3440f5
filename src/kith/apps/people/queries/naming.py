"""The names of people for a page that is about something else, of those whom the viewer may read."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.actions import Action
from kith.apps.access.queries import Cut
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed
from kith.apps.people import actions
from kith.apps.people.queries.families import opened_rows, persons_called
from kith.apps.people.reading import NAMES, records_of, shown_name
from kith.apps.people.sight import Sight


def names_of(
    actor: Actor,
    person_refs: Collection[str],
    *,
    action: Action = actions.READ,
    now: dt.datetime,
    shows: bool = True,
) -> dict[str, str]:
    """By ref; whoever is not there for the viewer, to do this with, is left out. A deed that shows nobody anything
    says so."""
    seen = opened_rows(actor, action, persons_called(refs=person_refs), now=now)
    sight = Sight(Cut(actor, action, now=now), [row.subject_id for row in seen])
    records = records_of(seen, sight, only=NAMES)
    if shows:
        note_listed(record.id for record in records.values())
    return {record.id: shown_name(record) for record in records.values()}
