"""What Kith knows of a child that may become a row of the actor's agency."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.knowing import PROVIDERS
from kith.apps.chronologies.models import Entry, SetAside
from kith.apps.chronologies.projections import Candidate
from kith.apps.chronologies.sight import EVENT

MOST_OFFERED = 20


def candidates_of(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> tuple[Candidate, ...]:
    """The newest first: not what is a row of the actor's agency already, was set aside there, or is yet to come."""
    decision = require(actor, WRITE, child_ref, now=now, kind=EVENT)
    note_opened(child_ref, decision=decision)
    done, today = _done(actor, child_ref), day_of(now)
    found = [one for provider in PROVIDERS for one in provider(actor, child_ref, called, now)]
    open_ones = [one for one in found if one.came_of not in done and not _is_to_come(one, today)]
    return tuple(sorted(open_ones, key=lambda one: (one.start.sort_key, one.came_of), reverse=True)[:MOST_OFFERED])


def candidate(actor: Actor, child_ref: str, came_of: str, *, called: str, now: dt.datetime) -> Candidate:
    found = candidates_of(actor, child_ref, called=called, now=now)
    one = next((one for one in found if one.came_of == came_of), None)
    if one is None:
        raise NothingHere
    return one


def _done(actor: Actor, child_ref: str) -> set[str]:
    own = {"subject__ref": child_ref, "agency_id": actor.agency_id}
    rows = Entry.objects.filter(**own, withdrawn_at=None).exclude(came_of="").values_list("came_of", flat=True)
    return {*rows, *SetAside.objects.filter(**own).values_list("came_of", flat=True)}


def _is_to_come(one: Candidate, today: dt.date) -> bool:
    return one.start.earliest is not None and one.start.earliest > today
