"""Writing what the sentence plan says of children; each version stays, with who wrote it."""

import datetime as dt
from dataclasses import asdict

from django.db import IntegrityError, transaction

from kith.apps.access.queries import day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.records.base import StaleVersion
from kith.apps.sentences import events
from kith.apps.sentences.actions import KEEP
from kith.apps.sentences.cards import last_summary
from kith.apps.sentences.models import Condition, Summary
from kith.apps.sentences.projections import SummarySaid
from kith.apps.sentences.rules import sound_summary
from kith.apps.sentences.sight import in_force, require_supervising

SOMEBODY_ELSE = "Somebody else wrote it while you were writing. Your words are kept below."


def write_summary(*, by: Actor, person_ref: str, said: SummarySaid, expected_version: int, now: dt.datetime) -> None:
    decision, _ = require_supervising(by, KEEP, person_ref, now=now)
    key = target_of(person_ref).id
    standing = in_force(Condition.objects.filter(subject_id=key), day_of(now))
    sound = sound_summary(said, has_known_concern=standing.exists())
    row = Summary(number=expected_version + 1, written_by_id=by.id, written_at=now, **asdict(sound))
    row.subject_id = key
    with deed(events.SUMMARY_WRITTEN, by=by, now=now, decision=decision) as act:
        last = last_summary(key)
        if (last.number if last else 0) != expected_version:
            raise StaleVersion(SOMEBODY_ELSE)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise StaleVersion(SOMEBODY_ELSE) from None
        act.changed(person_ref, after=asdict(sound))
