"""The people of a child's family by name, for a form in which some of them are named."""

import datetime as dt

from kith.apps.access.queries import Cut, circle_ids, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed
from kith.apps.people import actions
from kith.apps.people.queries.families import permitted
from kith.apps.people.reading import records_of, shown_name
from kith.apps.people.sight import Sight

NOT_ASKED = ("unborn", "pet", "professional")


def family_members(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """(ref, name) of the child and of everybody alive in their network whom the actor may read, the child first.

    A place kept open is among them: a father whom nobody knows yet is missing too, and whoever has no name that may be
    seen looks the same.
    """
    require(actor, actions.READ, child_ref, now=now)
    centre = target_of(child_ref)
    everybody = permitted(actor, [centre.id, *circle_ids(centre.id)], now=now)
    rows = [row for row in everybody if row.withdrawn_at is None and not (row.has_died or row.loss)]
    records = records_of(
        [row for row in rows if row.kind not in NOT_ASKED],
        Sight(Cut(actor, actions.READ, now=now), [centre.id]),
    )
    note_listed(record.id for record in records.values())
    return tuple((record.id, shown_name(record)) for record in records.values())
