"""Answers to standing checks, beside the checks that one viewer is shown. Where its words are closed, there is none."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kith.apps.access.queries import day_of, decide, require
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.cases.actions import READ, STEP
from kith.apps.cases.answering_checks import last_day, require_answerable
from kith.apps.cases.checks import answers
from kith.apps.cases.models import CheckAnswer
from kith.apps.cases.projections import CheckAnswerCard, CheckAnswerForm, CheckAnswerTold, CheckCard
from kith.apps.cases.questions import check_answers_of
from kith.apps.cases.sight import CONTACT
from kith.apps.people.queries import Says, sieve
from kith.kernel.coming_back import has_come

Key = tuple[str, str]


def with_answers(
    actor: Actor, child_ref: str, checks: Sequence[CheckCard], *, now: dt.datetime
) -> tuple[CheckCard, ...]:
    """For a caller that shows these checks to this viewer; each with the answer that holds, if there is one."""
    if not checks or not decide(actor, READ, child_ref, now=now, kind=CONTACT).allowed:
        return tuple(checks)
    rows = answers_seen(actor, child_ref, now=now)
    wanted = [row for key in map(_key, checks) if (row := rows.get(key))]
    cards = _cards(actor, child_ref, [row for row in wanted if not has_come(row.until_on, day_of(now))], now)
    return tuple(replace(check, answer=cards.get(_key(check))) for check in checks)


def answers_seen(actor: Actor, child_ref: str, *, now: dt.datetime) -> Mapping[Key, CheckAnswer]:
    """The newest answer to each check of which the viewer may read the words, also where its day has come."""
    rows = check_answers_of(child_ref=child_ref)
    says = sieve(actor, [child_ref], now=now) if rows else None
    return {(row.check_name, row.about): row for row in rows if says and says(row.words, by=row.recorded_by_id)}


def check_form(actor: Actor, child_ref: str, check: CheckCard, *, now: dt.datetime) -> CheckAnswerForm:
    """For a caller to whom this check is shown."""
    decision = require(actor, STEP, child_ref, now=now, kind=CONTACT)
    note_opened(child_ref, decision=decision)
    require_answerable(check)
    row = answers_seen(actor, child_ref, now=now).get(_key(check))
    today = day_of(now)
    form = CheckAnswerForm(check=check, answers=tuple(answers().items()), last_day=last_day(check, today))
    if row is None:
        return form
    says = sieve(actor, [child_ref], now=now)
    told = CheckAnswerTold(answer=row.answer, words=row.words, who=_who(row, says), until=row.until_on)
    (card,) = _cards(actor, child_ref, [row], now).values()
    return replace(form, told=told, version=row.version, standing=card)


def _key(check: CheckCard) -> Key:
    return check.check, check.about


def _who(row: CheckAnswer, says: Says) -> str:
    return says(row.who, by=row.recorded_by_id)


def _cards(
    actor: Actor, child_ref: str, rows: Sequence[CheckAnswer], now: dt.datetime
) -> Mapping[Key, CheckAnswerCard]:
    """Where who stands for it is closed to the viewer, whoever wrote it down answers for it."""
    if not rows:
        return {}
    workers, says = worker_cards({row.recorded_by_id for row in rows}), sieve(actor, [child_ref], now=now)
    return {
        (row.check_name, row.about): CheckAnswerCard(
            ref=row.ref,
            version=row.version,
            says=answers()[row.answer],
            words=row.words,
            who=_who(row, says) or workers[row.recorded_by_id].at_agency,
            until=row.until_on,
            by=workers[row.recorded_by_id].at_agency,
            at=row.recorded_at,
        )
        for row in rows
    }
