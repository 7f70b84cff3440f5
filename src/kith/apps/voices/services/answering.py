"""Writing down what came of a child's words, correcting it, and undoing the correction. Nothing is written over."""

import datetime as dt
from dataclasses import replace
from typing import Any

from kith.apps.access.queries import Cut, NothingHere, day_of, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.voices import events
from kith.apps.voices.actions import READ, WRITE
from kith.apps.voices.answer_cards import ANSWER_TEXTS
from kith.apps.voices.models import Answer, Voice
from kith.apps.voices.passages import CLOSED_WORDS, is_there_already, read_texts, standing_text, undo_texts, write_texts
from kith.apps.voices.projections import AnswerSaid
from kith.apps.voices.rules import CannotRecord, sorting_day, sound_answer
from kith.apps.voices.sight import VOICE, held
from kith.kernel.partial_dates import PartialDate

ALREADY = "You have written this down already, of the same day."
NOTHING_TO_UNDO = "There is no correction to undo here. What stands is on the page."


def answer_voice(*, by: Actor, child_ref: str, voice_ref: str, said: AnswerSaid, now: dt.datetime) -> str:
    """Where it was used, what changed or why not, or what the child was told."""
    decision = require(by, WRITE, child_ref, now=now, kind=VOICE)
    sound = sound_answer(said, day_of(now))
    row = Answer(kind=sound.kind, recorded_by_id=by.id, recorded_at=now)
    with deed(events.ANSWERED, by=by, now=now, decision=decision) as act:
        voice = held(by, Voice, child_ref, voice_ref, now=now)
        row.voice, row.subject_id = voice, voice.subject_id
        own = Answer.objects.filter(withdrawn_at=None, voice=voice, kind=sound.kind, recorded_by_id=by.id)
        if is_there_already(own, _parts(sound)):
            raise CannotRecord(ALREADY)
        _keep_facts(row, sound.what, sound.on, now)
        row.save(force_insert=True)
        write_texts(by, row, _parts(sound), None, now=now)
        act.changed(child_ref, after={"voice": voice.ref, "answer": row.ref, "kind": row.kind, **_parts(sound)})
    return row.ref


def correct_answer(
    *, by: Actor, child_ref: str, answer_ref: str, said: AnswerSaid, expected_version: int, now: dt.datetime
) -> int:
    """The version to undo it with. What stood before is kept below it, with who had written it."""
    decision = require(by, WRITE, child_ref, now=now, kind=VOICE)
    with deed(events.ANSWER_CORRECTED, by=by, now=now, decision=decision) as act:
        row = _held(by, child_ref, answer_ref, expected_version, now)
        texts = read_texts(by, child_ref, [row], now=now)
        shown = {part: texts.of(row, part) for part in ANSWER_TEXTS}
        left = [part for part in ANSWER_TEXTS if getattr(said, part) == shown[part]]
        same: dict[str, Any] = {part: standing_text(row, part) for part in left}
        sound = sound_answer(replace(said, kind=row.kind, **same), day_of(now))
        before = {part: standing_text(row, part) for part in CLOSED_WORDS} | shown
        after = _parts(sound) | {part: shown[part] for part in same}
        row.version += 1
        _keep_facts(row, sound.what, sound.on, now)
        row.save()
        write_texts(by, row, after, texts, now=now)
        act.changed(child_ref, before={"answer": row.ref, **before}, after=after)
    return int(row.version)


def undo_correction(*, by: Actor, child_ref: str, answer_ref: str, expected_version: int, now: dt.datetime) -> None:
    """What stood before the last correction stands again; what was undone stays below."""
    decision = require(by, WRITE, child_ref, now=now, kind=VOICE)
    with deed(events.CORRECTION_UNDONE, by=by, now=now, decision=decision) as act:
        row = _held(by, child_ref, answer_ref, expected_version, now)
        row.version += 1
        if not undo_texts(row, now=now):
            raise CannotRecord(NOTHING_TO_UNDO)
        _keep_facts(row, standing_text(row, "what"), PartialDate.from_code(standing_text(row, "on")), now)
        row.save()
        act.changed(child_ref, after={"answer": row.ref, "undone": expected_version})


def _held(by: Actor, child_ref: str, ref: str, version: int, now: dt.datetime) -> Answer:
    """One that stands, beside a voice that stands and is open to the writer."""
    row = held(by, Answer, child_ref, ref, version=version, now=now)
    voices = Voice.objects.filter(subject__ref=child_ref, withdrawn_at=None)
    if not Cut(by, READ, now=now).open_rows(voices).filter(pk=row.voice_id).exists():
        raise NothingHere
    return row


def _keep_facts(row: Answer, what: str, on: PartialDate, now: dt.datetime) -> None:
    row.what, row.on_date, row.sorts_on = what, on.code, sorting_day(on, day_of(now))


def _parts(said: AnswerSaid) -> dict[str, str]:
    return {"what": said.what, "on": said.on.code} | {part: getattr(said, part) for part in ANSWER_TEXTS}
