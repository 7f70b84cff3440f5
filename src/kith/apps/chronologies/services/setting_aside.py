"""Something known that is no row: set aside for one's agency, and offered again."""

import datetime as dt

from kith.apps.access.queries import require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.models import SetAside
from kith.apps.chronologies.queries.known import candidate
from kith.apps.chronologies.sight import EVENT


def set_aside(*, by: Actor, child_ref: str, came_of: str, now: dt.datetime) -> None:
    """Only what is offered to the actor can be set aside."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    candidate(by, child_ref, came_of, called="", now=now)
    with deed(events.SET_ASIDE, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = SetAside(came_of=came_of, agency_id=by.agency_id, set_by_id=by.id, set_at=now)
        row.subject_id = target_of(child_ref).id
        row.save(force_insert=True)
        act.notes(came_of=came_of)


def offer_again(*, by: Actor, child_ref: str, came_of: str, now: dt.datetime) -> None:
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    with deed(events.OFFERED_AGAIN, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        SetAside.objects.filter(subject__ref=child_ref, agency_id=by.agency_id, came_of=came_of).delete()
        act.notes(came_of=came_of)
