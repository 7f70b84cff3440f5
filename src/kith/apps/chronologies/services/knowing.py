"""Somebody of the family knows already that a restricted row exists: noted, and taken back."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require, require_to_publish, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import EXPORT
from kith.apps.chronologies.models import Entry, KnownTo
from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.sight import EVENT, entries_of
from kith.kernel.text import LIMITS, cleaned

WHO_SAID_SO = "Say who told you that they know of it: “she told me on 3 March”."


def note_known(*, by: Actor, child_ref: str, row_ref: str, person_ref: str, said_by: str, now: dt.datetime) -> None:
    """For whoever may give copies. Said twice is known once."""
    require_to_publish(by, child_ref, now=now)
    decision = require(by, EXPORT, child_ref, now=now, kind=EVENT)
    told = cleaned(said_by, limit=LIMITS["line"])
    if not told:
        raise CannotTell(WHO_SAID_SO)
    with deed(events.KNOWN_TO, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = _restricted(by, child_ref, row_ref, now)
        if KnownTo.objects.filter(entry=row, person__ref=person_ref, ended_at=None).exists():
            return
        known = KnownTo(entry=row, said_by=told, recorded_by_id=by.id, recorded_at=now)
        known.person_id = target_of(person_ref).id
        known.save(force_insert=True)
        act.changed(child_ref, after={"row": row.ref, "known_to": person_ref, "said_by": told})


def take_back_known(*, by: Actor, child_ref: str, row_ref: str, person_ref: str, now: dt.datetime) -> None:
    """A mistake: from the next copy on the row is not there for them at all."""
    require_to_publish(by, child_ref, now=now)
    decision = require(by, EXPORT, child_ref, now=now, kind=EVENT)
    with deed(events.NOT_KNOWN_TO, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        row = _restricted(by, child_ref, row_ref, now)
        KnownTo.objects.filter(entry=row, person__ref=person_ref, ended_at=None).update(ended_at=now)
        act.changed(child_ref, before={"known_to": person_ref}, after={"row": row.ref})


def _restricted(by: Actor, child_ref: str, row_ref: str, now: dt.datetime) -> Entry:
    row: Entry | None = entries_of(by, child_ref, now=now).filter(ref=row_ref).exclude(restriction="").first()
    if row is None:
        raise NothingHere
    return row
