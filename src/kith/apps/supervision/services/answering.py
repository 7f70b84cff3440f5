"""Saying what a meeting changed, without a name; and reading the words before anybody else sees them.

Whoever holds the database sees no order either: with each answer all of its meeting are written anew, in one order by
lot and under keys by lot, so that none is older than another. Who has answered stands apart, and nothing joins the two.
"""

import datetime as dt
import secrets

from kith.apps.access.queries import NothingHere, day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.drafts.services import end_within
from kith.apps.supervision import events
from kith.apps.supervision.actions import TRIAGE
from kith.apps.supervision.drafting import draft_name
from kith.apps.supervision.models import Answered, Came, Feedback, Request
from kith.apps.supervision.rules import MOST_WORDS, CannotSupervise, asks_now, one_of
from kith.apps.supervision.sight import held, require_invited
from kith.apps.supervision.vocabulary import words_of
from kith.kernel.text import cleaned

SHOWN, HELD = "shown", "held"
BITS_OF_A_KEY = 62


def give_feedback(*, by: Actor, request_ref: str, form: str, changed: str, words: str, now: dt.datetime) -> None:
    """Once for each form. The answers lie apart from who gave them, without a time or an order."""
    row, decision = require_invited(by, request_ref, now=now)
    one_of(form, words_of("answers"), "There is no such form.")
    one_of(changed, words_of("changed"), "Choose your answer.")
    kept = cleaned(words, limit=MOST_WORDS, multi_line=True)
    with deed(events.FEEDBACK_GIVEN, by=by, now=now, decision=decision) as act:
        row = held(row.ref)  # one answer after the other, so that none is lost while all are written anew
        if row.happened_on is None or not asks_now(form, row.happened_on, day_of(now)):
            raise CannotSupervise("This form is not asked for now.")
        if not Came.objects.filter(request=row, user_id=by.id).exists():
            raise CannotSupervise("Those who came are asked.")
        if Answered.objects.filter(request=row, user_id=by.id, form=form).exists():
            raise CannotSupervise("You have answered this already. Thank you.")
        Answered(request=row, user_id=by.id, form=form).save(force_insert=True)
        _write_anew(row, Feedback(request=row, form=form, changed=changed, words=kept))
        end_within(by, "", draft_name(form, row.ref))
        act.notes(request=row.ref, form=form)


def lot() -> int:
    return secrets.randbits(BITS_OF_A_KEY)


def _write_anew(row: Request, added: Feedback) -> None:
    rows = [*Feedback.objects.filter(request=row), added]
    Feedback.objects.filter(request=row).delete()
    for one in rows:
        one.pk = lot()
    Feedback.objects.bulk_create(sorted(rows, key=lambda one: one.pk))


def judge_words(*, by: Actor, feedback_ref: str, is_shown: bool, now: dt.datetime) -> None:
    """Words in which somebody can be known are held back for good; the answer itself still counts."""
    decision = require_by_role(by, TRIAGE, now=now)
    with deed(events.WORDS_JUDGED, by=by, now=now, decision=decision) as act:
        row = Feedback.objects.select_for_update(of=("self",)).filter(ref=feedback_ref, judged="").first()
        if row is None:
            raise NothingHere
        row.judged = SHOWN if is_shown else HELD
        if not is_shown:
            row.words = ""
        row.save()
        act.notes(shown=is_shown)
