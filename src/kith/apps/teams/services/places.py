"""Changing what is said of somebody's place on a child's team: what they do, with whom, whether they are trusted."""

import datetime as dt
from dataclasses import replace

from kith.apps.access.queries import NothingHere, day_of, sharing_words, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import ids_of_workers
from kith.apps.audit.services import deed
from kith.apps.records.base import require_version
from kith.apps.teams import events
from kith.apps.teams.actions import KEEP
from kith.apps.teams.models import TeamPlace
from kith.apps.teams.projections import PlaceTold, Seat
from kith.apps.teams.queries.places import seat_on
from kith.apps.teams.services.joining import describe, held, told_of
from kith.apps.teams.sight import require_team
from kith.apps.teams.sound import sound_place


def change_place(
    *, by: Actor, child_ref: str, seat_ref: str, told: PlaceTold, expected_version: int, now: dt.datetime
) -> None:
    """Their days stay: they leave and join by deeds of their own. The first time, the place is put on record."""
    decision = require_team(by, KEEP, child_ref, now=now)
    seat = seat_on(by, child_ref, seat_ref, now=now)
    if seat.is_group:
        raise NothingHere
    known = replace(told, name=seat.name, worker_ref="", agency=told.agency or seat.agency, since=None, until=None)
    said = sound_place(known, day_of(now), bases=frozenset(sharing_words("bases")))
    with deed(events.PLACE_CHANGED, by=by, now=now, decision=decision) as act:
        row = held(child_ref, seat_ref) or _first_told(by, child_ref, seat, now)
        if row.pk:
            require_version(row, expected_version)
            row.version += 1
        before = {part: str(getattr(row, part)) for part in ("role", "agency", "reach", "is_trusted", "basis")}
        describe(by, child_ref, row, said, now)
        row.recorded_by_id = by.id
        row.save()
        act.changed(child_ref, before=before, after=told_of(said))
        act.notes(place=row.ref)


def _first_told(by: Actor, child_ref: str, seat: Seat, now: dt.datetime) -> TeamPlace:
    row = TeamPlace(recorded_by_id=by.id, recorded_at=now, since_on=seat.since, until_on=seat.until)
    row.subject_id, row.user_id = target_of(child_ref).id, ids_of_workers([seat.worker]).get(seat.worker)
    if row.user_id is None:
        raise NothingHere
    return row
