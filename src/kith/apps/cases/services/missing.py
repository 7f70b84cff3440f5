"""Recording that a child was not brought to an appointment."""

import datetime as dt

from kith.apps.access.queries import day_of, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.actions import NOTE_NOT_BROUGHT
from kith.apps.cases.models import NotBrought
from kith.apps.cases.not_brought import sound_record
from kith.apps.cases.projections import NotBroughtTold
from kith.apps.cases.sight import CONTACT


def note_not_brought(*, by: Actor, child_ref: str, told: NotBroughtTold, now: dt.datetime) -> str:
    decision = require(by, NOTE_NOT_BROUGHT, child_ref, now=now, kind=CONTACT)
    said = sound_record(told, day_of(now))
    row = NotBrought(on_day=said.on, what=said.what, cause=said.cause, carer=said.carer, words=said.words)
    row.subject_id, row.recorded_by_id, row.recorded_at = target_of(child_ref).id, by.id, now
    with deed(events.NOT_BROUGHT, by=by, now=now, decision=decision) as act:
        row.save(force_insert=True)
        act.changed(child_ref, after={"on": str(said.on), "what": said.what, "cause": said.cause, "carer": said.carer})
    return row.ref
