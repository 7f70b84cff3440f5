"""Keeping intelligence: in one deed it is written and sealed, so that it was never open to anybody off its list."""

import datetime as dt

from kith.apps.access.queries import target_of
from kith.apps.access.services import NewSeal, set_seal
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.sentences import events
from kith.apps.sentences.actions import KEEP
from kith.apps.sentences.models import Intelligence
from kith.apps.sentences.projections import IntelligenceSaid
from kith.apps.sentences.rules import CannotRecord, sound_intelligence
from kith.apps.sentences.sight import SENTENCE, require_supervising

SEAL_KIND = "witness"
WHY = "Intelligence: only those whom its writer names may read it."


def keep_intelligence(*, by: Actor, person_ref: str, said: IntelligenceSaid, now: dt.datetime) -> str:
    decision, _ = require_supervising(by, KEEP, person_ref, now=now)
    sound = sound_intelligence(said)
    row = Intelligence(words=sound.words, source=sound.source, recorded_by_id=by.id, recorded_at=now)
    row.subject_id = target_of(person_ref).id
    with deed(events.INTELLIGENCE_KEPT, by=by, now=now, decision=decision) as act:
        if Intelligence.objects.filter(subject_id=row.subject_id, words=row.words, recorded_by_id=by.id).exists():
            raise CannotRecord("You have kept these words already.")
        row.save(force_insert=True)
        seal = NewSeal(kind=SEAL_KIND, why=WHY, records=((SENTENCE, row.ref),), readers=sound.readers)
        set_seal(by=by, subject_ref=person_ref, seal=seal, now=now)
        act.touches(person_ref)
    return row.ref
