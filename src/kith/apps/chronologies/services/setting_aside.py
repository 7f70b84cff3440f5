"""Something known becomes a row as it is shown, is left out for one's agency, and is offered again."""

import datetime as dt

from kith.apps.access.queries import require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.knowing import reasons
from kith.apps.chronologies.models import SetAside
from kith.apps.chronologies.projections import RowSaid
from kith.apps.chronologies.queries.known import candidate
from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.services.telling import add_row
from kith.apps.chronologies.sight import EVENT

CHANGED = "It was changed, or somebody has told it, since you looked. Read it again, then choose."
NO_WHY = "Say why it is left out."


def take_over(*, by: Actor, child_ref: str, came_of: str, mark: str, called: str, now: dt.datetime) -> str:
    """The ref of the row, which says what was shown under this mark and nothing else."""
    require(by, WRITE, child_ref, now=now, kind=EVENT)
    known = candidate(by, child_ref, came_of, called=called, now=now)
    if known.mark != mark:
        raise CannotTell(CHANGED)
    said = RowSaid(
        start=known.start, fact=known.fact, childs_words=known.childs_words, type=known.type, came_of=came_of
    )
    return add_row(by=by, child_ref=child_ref, said=said, now=now)


def set_aside(*, by: Actor, child_ref: str, came_of: str, why: str, now: dt.datetime) -> None:
    """Only what is offered to the actor can be left out, and with a reason."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    candidate(by, child_ref, came_of, called="", now=now)
    if why not in reasons():
        raise CannotTell(NO_WHY)
    with deed(events.SET_ASIDE, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = SetAside(came_of=came_of, why=why, agency_id=by.agency_id, set_by_id=by.id, set_at=now)
        row.subject_id = target_of(child_ref).id
        row.save(force_insert=True)
        act.notes(came_of=came_of, why=why)


def offer_again(*, by: Actor, child_ref: str, came_of: str, now: dt.datetime) -> None:
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    with deed(events.OFFERED_AGAIN, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        SetAside.objects.filter(subject__ref=child_ref, agency_id=by.agency_id, came_of=came_of).delete()
        act.notes(came_of=came_of)
