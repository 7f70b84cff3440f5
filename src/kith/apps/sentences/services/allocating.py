"""Giving an adult under a sentence to another officer, by whoever watches over the supervision."""

import datetime as dt

from kith.apps.access.queries import day_of, role_may
from kith.apps.access.services import hand_over_work
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_ref, worker_refs
from kith.apps.audit.services import deed
from kith.apps.sentences import events
from kith.apps.sentences.actions import KEEP
from kith.apps.sentences.overseeing import require_overseeing
from kith.apps.sentences.rules import CannotRecord
from kith.apps.sentences.sight import is_supervising
from kith.apps.teams.services import hand_over_places


def allocate(*, by: Actor, person_ref: str, officer_ref: str, now: dt.datetime) -> str:
    """From the next request on the new officer opens the sentence and the others do not. The new one's name.

    Places on teams of children that rested on the adult end too, and these teams are asked to let the new one in.
    """
    decision, held = require_overseeing(by, person_ref, now=now)
    officer = actor_by_ref(officer_ref, on=day_of(now))
    if officer.is_nobody or officer.agency_id != by.agency_id or not role_may(officer, KEEP):
        raise CannotRecord("Choose an officer from the list.")
    if set(held.user_ids) == {officer.id}:
        raise CannotRecord("They supervise them already. Choose somebody else.")
    with deed(events.ALLOCATED, by=by, now=now, decision=decision) as act:
        stopped = hand_over_work(held.subject_id, agency_id=by.agency_id, to=officer, now=now)
        if not is_supervising(officer, person_ref, now=now):
            raise CannotRecord("This officer cannot take them over. Choose somebody else.")
        hand_over_places(by=by, adult_ref=person_ref, stopped=stopped, to=officer, decision=decision, now=now)
        act.changed(person_ref, before={"officers": sorted(worker_refs(stopped))}, after={"officer": officer.ref})
    return officer.name
