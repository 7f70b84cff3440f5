"""What an answer to a standing check has to hold, and how long it may keep the check folded. No queries."""

import datetime as dt
from dataclasses import replace

from kith.apps.cases.checks import answers
from kith.apps.cases.projections import CheckAnswerTold, CheckCard
from kith.kernel.coming_back import is_within
from kith.kernel.days import day_words
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

TOMORROW = dt.timedelta(days=1)


class CannotAnswer(KithError):
    """What is missing or cannot be, in one sentence."""


def last_day(check: CheckCard, today: dt.date) -> dt.date:
    """The latest day on which it comes back."""
    return today + dt.timedelta(days=check.most_days)


def sound_answer(told: CheckAnswerTold, check: CheckCard, today: dt.date) -> CheckAnswerTold:
    """As it is kept. A check that no answer may fold has none."""
    require_answerable(check)
    words, who = cleaned(told.words, limit=LIMITS["line"]), cleaned(told.who, limit=LIMITS["name"])
    if told.answer not in answers():
        raise CannotAnswer("Choose one of the answers.")
    if not words:
        raise CannotAnswer("Say in a few words why, so that the next worker need not ask again.")
    if not is_within(told.until, first=today + TOMORROW, most=last_day(check, today) - today - TOMORROW):
        latest = last_day(check, today)
        raise CannotAnswer(f"Choose a day from tomorrow on, at the latest {day_words(latest)}. {check.because}.")
    return replace(told, words=words, who=who)


def require_answerable(check: CheckCard) -> None:
    if not check.most_days:
        raise CannotAnswer(f"No answer may put this off. {check.because}.")
