"""Writing what the sentence plan says of children; each version stays, with who wrote it."""

import datetime as dt
from dataclasses import asdict

from django.db import IntegrityError, transaction

from kith.apps.access.queries import day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people.queries import Texts, as_stands, write_texts
from kith.apps.records.base import StaleVersion
from kith.apps.sentences import events
from kith.apps.sentences.actions import KEEP
from kith.apps.sentences.cards import last_summary
from kith.apps.sentences.models import Condition, Summary
from kith.apps.sentences.projections import SummarySaid
from kith.apps.sentences.rules import SUMMARY_PARTS, sound_summary
from kith.apps.sentences.sight import in_force, require_supervising

SOMEBODY_ELSE = "Somebody else wrote it while you were writing. Your words are kept below."


def write_summary(*, by: Actor, person_ref: str, said: SummarySaid, expected_version: int, now: dt.datetime) -> None:
    """A part that comes back as it was shown is carried over, with its writer, also where it is closed to this one."""
    decision, _ = require_supervising(by, KEEP, person_ref, now=now)
    key = target_of(person_ref).id
    standing = in_force(Condition.objects.filter(subject_id=key), day_of(now))
    texts = Texts(by, [person_ref], now=now)
    with deed(events.SUMMARY_WRITTEN, by=by, now=now, decision=decision) as act:
        last = last_summary(key)
        if (last.number if last else 0) != expected_version:
            raise StaleVersion(SOMEBODY_ELSE)
        row = _next_after(last, key)
        stands = SummarySaid(**as_stands(row, asdict(said), texts))
        sound = sound_summary(stands, has_known_concern=standing.exists())
        write_texts(row, asdict(said), asdict(sound), texts)
        row.written_by_id, row.written_at = by.id, now
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise StaleVersion(SOMEBODY_ELSE) from None
        act.changed(person_ref, after=asdict(sound))


def _next_after(last: Summary | None, subject_id: int) -> Summary:
    """A new version that says what the last one says."""
    row = Summary(number=last.number + 1 if last else 1)
    row.subject_id, row.authors = subject_id, last.authors if last else {}
    for name in SUMMARY_PARTS:
        setattr(row, name, getattr(last, name, ""))
    return row
