"""Recording what became of a relative's words, and how they were answered. An earlier answer stays."""

import datetime as dt

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.occasions import events
from kith.apps.occasions.cards import REPLY_TEXTS
from kith.apps.occasions.models import Representation, RepresentationAnswer
from kith.apps.occasions.projections import AnswerSaid
from kith.apps.occasions.saying import sound_answer
from kith.apps.occasions.sight import to_answer
from kith.apps.records.base import StaleVersion

SOMEBODY_ELSE = (
    "Somebody else recorded an answer while you were writing. It stands above, and your words are kept below."
)


def answer_representation(
    *,
    by: Actor,
    child_ref: str,
    representation_ref: str,
    said: AnswerSaid,
    expected_version: int,
    now: dt.datetime,
) -> None:
    """The first answer, or one that corrects what was recorded before."""
    found, decision = to_answer(by, child_ref, representation_ref, now=now)
    with deed(events.REPRESENTATION_ANSWERED, by=by, now=now, decision=decision) as act:
        row = Representation.objects.select_for_update(of=("self",)).get(pk=found.pk)
        if row.version != expected_version:
            raise StaleVersion(SOMEBODY_ELSE)
        sound = sound_answer(said, day_of(row.sent_at), day_of(now))
        answer = RepresentationAnswer(representation=row, done=sound.done, way=sound.way)
        answer.answered_on, answer.answered_by = sound.answered_on, sound.answered_by
        answer.authors = dict.fromkeys(REPLY_TEXTS, by.id)
        answer.recorded_by_id, answer.recorded_at = by.id, now
        answer.save(force_insert=True)
        row.version, row.answered_on = row.version + 1, sound.answered_on
        row.save()
        after = {"way": sound.way, "answered_on": str(sound.answered_on)}
        act.changed(child_ref, after=after | {name: getattr(sound, name) for name in REPLY_TEXTS})
        act.touches(found.person.ref)
        act.notes(representation=row.ref)
