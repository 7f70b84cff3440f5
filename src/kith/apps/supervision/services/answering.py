"""Saying what a meeting changed, without a name; and reading the words before anybody else sees them."""

import datetime as dt

from kith.apps.access.queries import NothingHere, day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.supervision import events
from kith.apps.supervision.actions import TRIAGE
from kith.apps.supervision.models import Answered, Feedback
from kith.apps.supervision.rules import MOST_WORDS, CannotSupervise, asks_now, one_of
from kith.apps.supervision.sight import require_invited
from kith.apps.supervision.vocabulary import words_of
from kith.kernel.text import cleaned

SHOWN, HELD = "shown", "held"


def give_feedback(*, by: Actor, request_ref: str, form: str, changed: str, words: str, now: dt.datetime) -> None:
    """Once for each form. The answers lie apart from who gave them, without a time."""
    row, decision = require_invited(by, request_ref, now=now)
    one_of(form, words_of("answers"), "There is no such form.")
    one_of(changed, words_of("changed"), "Choose your answer.")
    kept = cleaned(words, limit=MOST_WORDS, multi_line=True)
    with deed(events.FEEDBACK_GIVEN, by=by, now=now, decision=decision) as act:
        if row.happened_on is None or not asks_now(form, row.happened_on, day_of(now)):
            raise CannotSupervise("This form is not asked for now.")
        if Answered.objects.filter(request=row, user_id=by.id, form=form).exists():
            raise CannotSupervise("You have answered this already. Thank you.")
        Answered(request=row, user_id=by.id, form=form).save(force_insert=True)
        Feedback(request=row, form=form, changed=changed, words=kept).save(force_insert=True)
        act.notes(request=row.ref, form=form)


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
