"""Writing down that a child waits, for what, and who keeps in touch meanwhile; and changing or ending it."""

import datetime as dt
from collections.abc import Mapping

from kith.apps.access.queries import day_of, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.voices import events
from kith.apps.voices.actions import WRITE
from kith.apps.voices.label_cards import WAITING_PARTS
from kith.apps.voices.models import Waiting
from kith.apps.voices.passages import is_there_already, read_texts, write_texts
from kith.apps.voices.projections import WaitingSaid
from kith.apps.voices.rules import CannotRecord, sound_waiting
from kith.apps.voices.sight import LABEL, held

DAYS = {"since": "since_on", "next_on": "next_on", "ended_on": "ended_on"}
ALREADY = "You have written down this waiting already. Change it instead."


def begin_waiting(*, by: Actor, child_ref: str, said: WaitingSaid, now: dt.datetime) -> str:
    decision = require(by, WRITE, child_ref, now=now, kind=LABEL)
    sound = sound_waiting(said, day_of(now))
    row = Waiting(recorded_by_id=by.id, recorded_at=now, waits_on=sound.waits_on, **_days(sound))
    row.subject_id = target_of(child_ref).id
    with deed(events.WAITING_BEGUN, by=by, now=now, decision=decision) as act:
        own = Waiting.objects.filter(withdrawn_at=None, subject_id=row.subject_id, recorded_by_id=by.id)
        if is_there_already(own.filter(since_on=row.since_on), _texts(sound)):
            raise CannotRecord(ALREADY)
        row.save(force_insert=True)
        write_texts(by, row, _texts(sound), None, now=now)
        act.changed(child_ref, after=_told(row, _texts(sound)))
    return row.ref


def change_waiting(
    *, by: Actor, child_ref: str, waiting_ref: str, said: WaitingSaid, expected_version: int, now: dt.datetime
) -> None:
    """A new day to be in touch, somebody else who is, or the end of it."""
    decision = require(by, WRITE, child_ref, now=now, kind=LABEL)
    sound = sound_waiting(said, day_of(now))
    with deed(events.WAITING_CHANGED, by=by, now=now, decision=decision) as act:
        row = held(by, Waiting, child_ref, waiting_ref, version=expected_version, now=now)
        texts = read_texts(by, child_ref, [row], now=now)
        before = _told(row, {part: texts.of(row, part) for part in WAITING_PARTS})
        row.waits_on, row.version = sound.waits_on, row.version + 1
        for column, value in _days(sound).items():
            setattr(row, column, value)
        row.save()
        write_texts(by, row, _texts(sound), texts, now=now)
        act.changed(child_ref, before=before, after=_told(row, _texts(sound)))


def _days(said: WaitingSaid) -> dict[str, dt.date | None]:
    return {column: getattr(said, name) for name, column in DAYS.items()}


def _texts(said: WaitingSaid) -> dict[str, str]:
    return {part: getattr(said, part) for part in WAITING_PARTS}


def _told(row: Waiting, texts: Mapping[str, str]) -> dict[str, object]:
    days = {column: str(getattr(row, column) or "") for column in DAYS.values()}
    return {"waiting": row.ref, "waits_on": row.waits_on, **days, **texts}
