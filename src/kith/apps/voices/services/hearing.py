"""Writing down what a child said or showed, and writing it anew. No earlier words are ever lost."""

import datetime as dt
from collections.abc import Mapping

from kith.apps.access.queries import day_of, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people.queries import language_name
from kith.apps.people.services import known_words
from kith.apps.voices import events
from kith.apps.voices.actions import WRITE
from kith.apps.voices.cards import PARTS, language_of, place_of_language
from kith.apps.voices.hearers import HEARER, Hearers, require_hearer
from kith.apps.voices.models import Voice
from kith.apps.voices.passages import is_there_already, read_texts, write_texts
from kith.apps.voices.projections import VoiceSaid
from kith.apps.voices.rules import CannotRecord, sorting_day, sound_voice
from kith.apps.voices.sight import VOICE, held

PLAIN = ("way", "language", "is_about_me")
ALREADY = "You have written this down already, of the same day."


def hear_voice(*, by: Actor, child_ref: str, said: VoiceSaid, now: dt.datetime) -> str:
    """The same words of the same day by the same hand are one press too many."""
    decision = require(by, WRITE, child_ref, now=now, kind=VOICE)
    sound = sound_voice(said, day_of(now))
    require_hearer(Hearers(by, child_ref, now), said.hearer, shown="")
    row = Voice(**_columns(sound, now), recorded_by_id=by.id, recorded_at=now)
    row.subject_id = target_of(child_ref).id
    with deed(events.HEARD, by=by, now=now, decision=decision) as act:
        own = Voice.objects.filter(withdrawn_at=None, subject_id=row.subject_id, recorded_by_id=by.id)
        if is_there_already(own.filter(said_on=row.said_on, way=row.way), _texts(sound)):
            raise CannotRecord(ALREADY)
        _keep_language(by, row, now)
        row.save(force_insert=True)
        write_texts(by, row, _texts(sound), None, now=now)
        act.changed(child_ref, after=_told(row, _texts(sound)))
    return row.ref


def change_voice(
    *, by: Actor, child_ref: str, voice_ref: str, said: VoiceSaid, expected_version: int, now: dt.datetime
) -> None:
    """What stood before is kept beside it, with who had written it."""
    decision = require(by, WRITE, child_ref, now=now, kind=VOICE)
    sound = sound_voice(said, day_of(now))
    with deed(events.CHANGED, by=by, now=now, decision=decision) as act:
        row = held(by, Voice, child_ref, voice_ref, version=expected_version, now=now)
        texts = read_texts(by, child_ref, [row], now=now)
        require_hearer(texts.hearers, said.hearer, shown=texts.of(row, HEARER))
        before = _told(row, {part: texts.of(row, part) for part in PARTS})
        shown = language_of(row, texts)
        columns = _columns(sound, now) | ({"language": row.language} if sound.language == shown else {})
        for column, value in columns.items():
            setattr(row, column, value)
        if sound.language != shown:
            _keep_language(by, row, now)
        row.version += 1
        row.save()
        write_texts(by, row, _texts(sound), texts, now=now)
        act.changed(child_ref, before=before, after=_told(row, _texts(sound)))


def _keep_language(by: Actor, row: Voice, now: dt.datetime) -> None:
    """One that is sealed to whoever writes it down stays to them as they wrote it; so does one they are not shown."""
    if row.language:
        known_words(by, [row.subject_id], [language_name(row.language)], now=now).keep(place_of_language(row))


def _columns(said: VoiceSaid, now: dt.datetime) -> dict[str, object]:
    plain = {name: getattr(said, name) for name in PLAIN}
    return {"said_on": said.on.code, "sorts_on": sorting_day(said.on, day_of(now)), **plain}


def _texts(said: VoiceSaid) -> dict[str, str]:
    return {part: getattr(said, part) for part in PARTS}


def _told(row: Voice, texts: Mapping[str, str]) -> dict[str, object]:
    return {"voice": row.ref, "said_on": row.said_on, **{name: getattr(row, name) for name in PLAIN}, **texts}
