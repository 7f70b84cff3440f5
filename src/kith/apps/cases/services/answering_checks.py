"""Answering a standing check, taking the answer out, and putting it back. Each answer is a row of its own."""

import datetime as dt

from django.db.models import QuerySet

from kith.apps.access.queries import NothingHere, day_of, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.cases import events
from kith.apps.cases.actions import STEP
from kith.apps.cases.answering_checks import sound_answer
from kith.apps.cases.models import CheckAnswer
from kith.apps.cases.projections import CheckAnswerTold, CheckCard
from kith.apps.cases.queries.checks import answers_seen
from kith.apps.cases.sight import CONTACT
from kith.apps.people.queries import sieve
from kith.apps.records.base import StaleVersion, require_version

SOMEBODY_ELSE = (
    "Somebody else answered this while you were writing. What they wrote stands above, and your words are kept below."
)


def answer_check(
    *, by: Actor, child_ref: str, check: CheckCard, told: CheckAnswerTold, expected_version: int, now: dt.datetime
) -> tuple[str, int]:
    """Of a check as the writer was shown it. The ref and the version to undo it with."""
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    said = sound_answer(told, check, day_of(now))
    row = CheckAnswer(check_name=check.check, about=check.about, answer=said.answer, words=said.words, who=said.who)
    row.until_on, row.recorded_by_id, row.recorded_at = said.until, by.id, now
    with deed(events.CHECK_ANSWERED, by=by, now=now, decision=decision) as act:
        row.subject_id = target_of(child_ref).id
        list(_rows(child_ref).select_for_update(of=("self",)).values_list("pk"))
        before = answers_seen(by, child_ref, now=now).get((check.check, check.about))
        if (before.version if before else 0) != expected_version:
            raise StaleVersion(SOMEBODY_ELSE)
        row.version = expected_version + 1
        row.save(force_insert=True)
        act.changed(child_ref, before=_told_of(before) if before else {}, after=_told_of(row))
    return str(row.ref), row.version


def take_out_check_answer(
    *, by: Actor, child_ref: str, answer_ref: str, expected_version: int, now: dt.datetime
) -> int:
    """The check shows again, or the answer before holds; the version to undo it with."""
    return _set_withdrawn(by, child_ref, answer_ref, expected_version, now=now, is_out=True)


def put_back_check_answer(
    *, by: Actor, child_ref: str, answer_ref: str, expected_version: int, now: dt.datetime
) -> int:
    return _set_withdrawn(by, child_ref, answer_ref, expected_version, now=now, is_out=False)


def _set_withdrawn(by: Actor, child_ref: str, ref: str, version: int, *, now: dt.datetime, is_out: bool) -> int:
    decision = require(by, STEP, child_ref, now=now, kind=CONTACT)
    event = events.CHECK_ANSWER_TAKEN_OUT if is_out else events.CHECK_ANSWER_PUT_BACK
    with deed(event, by=by, now=now, decision=decision) as act:
        rows = _rows(child_ref).select_for_update(of=("self",))
        row = rows.filter(ref=ref, withdrawn_at__isnull=is_out).first()
        if row is None or not sieve(by, [child_ref], now=now)(row.words, by=row.recorded_by_id):
            raise NothingHere
        require_version(row, version)
        row.withdrawn_at, row.withdrawn_by_id = (now, by.id) if is_out else (None, None)
        row.version += 1
        row.save(update_fields=["withdrawn_at", "withdrawn_by", "version"])
        told = _told_of(row)
        act.changed(child_ref, before=told if is_out else {}, after={} if is_out else told)
    return int(row.version)


def _rows(child_ref: str) -> QuerySet[CheckAnswer]:
    return CheckAnswer.objects.filter(subject__ref=child_ref)


def _told_of(row: CheckAnswer) -> dict[str, str]:
    told = {"row": row.ref, "check": row.check_name, "about": row.about, "answer": row.answer, "words": row.words}
    return told | {"who": row.who, "until": str(row.until_on)}
