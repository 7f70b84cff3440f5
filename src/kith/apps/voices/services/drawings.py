"""Keeping a child's drawing beside their words: read behind the fences, put together anew, kept encrypted."""

import datetime as dt

from kith.apps.access.queries import decide, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.files.projections import NewFile
from kith.apps.files.services import read_picture, store_file
from kith.apps.voices import events
from kith.apps.voices.actions import WRITE
from kith.apps.voices.models import Drawing, Voice
from kith.apps.voices.sight import VOICE, held
from kith.kernel.decisions import Decision


def keep_drawing(*, by: Actor, child_ref: str, voice_ref: str, data: bytes, name: str, now: dt.datetime) -> str:
    """What is no picture is refused by the reader, in one sentence, before anything is kept."""
    decision = require(by, WRITE, child_ref, now=now, kind=VOICE)
    picture = read_picture(data)

    def decided(ref: str) -> Decision:
        return decide(by, WRITE, ref, now=now, kind=VOICE)

    file = NewFile(kind=picture.content_type, data=picture.data, subjects=frozenset((child_ref,)), original_name=name)
    with deed(events.DRAWING_KEPT, by=by, now=now, decision=decision) as act:
        voice = held(by, Voice, child_ref, voice_ref, now=now)
        row = Drawing(voice=voice, kept_for=child_ref, recorded_by_id=by.id, recorded_at=now)
        row.subject_id = voice.subject_id
        row.file_ref = store_file(by=by, file=file, decide=decided, now=now)
        row.save(force_insert=True)
        act.changed(child_ref, after={"voice": voice.ref, "drawing": row.ref})
    return row.ref
