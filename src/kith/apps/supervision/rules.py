"""What a request, an answer and a meeting have to keep to. No queries."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kith.apps.supervision.models import Request
from kith.apps.supervision.projections import Asked
from kith.apps.supervision.vocabulary import (
    LATER,
    NOT_TOLD_YET,
    PROCEED,
    TRANSITION_AGES,
    localities,
    supervision_data,
    words_of,
)
from kith.engines.timescales import add_working_days, england, working_days_between
from kith.kernel.days import day_words
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned, folded

MOST_WORDS = 2_000


class CannotSupervise(KithError):
    """What is missing or cannot be, in one sentence."""


def sound_request(said: Asked, kinds: Collection[str]) -> Asked:
    """What was written, cleaned; the first thing that is missing is said."""
    if not cleaned(said.why_now, limit=MOST_WORDS, multi_line=True):
        raise CannotSupervise("Say why now, in a sentence or two.")
    if not cleaned(said.stuck, limit=MOST_WORDS, multi_line=True):
        raise CannotSupervise("Say what feels stuck.")
    one_of(said.age_band, words_of("age_bands"), "Choose how old the child is, about.")
    one_of(said.locality, localities(), "Choose where the meeting should be.")
    one_of(said.consent, words_of("consent"), "Say whether the family was told.")
    if not set(said.around) <= set(kinds):
        raise CannotSupervise("Choose the agencies from the list.")
    return replace(
        said,
        why_now=cleaned(said.why_now, limit=MOST_WORDS, multi_line=True),
        stuck=cleaned(said.stuck, limit=MOST_WORDS, multi_line=True),
        concerns=cleaned(said.concerns, limit=MOST_WORDS, multi_line=True),
        consent_words=cleaned(said.consent_words, limit=LIMITS["line"]),
        outside=cleaned(said.outside, limit=LIMITS["line"]),
        is_transition=said.is_transition and said.age_band in TRANSITION_AGES,
    )


def one_of(value: str, offered: Mapping[str, str], says: str) -> str:
    if value not in offered:
        raise CannotSupervise(says)
    return value


def refuse_names(texts: Iterable[str], names: Iterable[str]) -> None:
    """A request is read by people who do not need to know whose it is.

    >>> refuse_names(["Kit is stuck"], ["Kit Brook"])
    Traceback (most recent call last):
    kith.apps.supervision.rules.CannotSupervise: Leave out the name: those who read this need not know whose case it is.
    """
    known = {part for name in names for part in words_in(name) if len(part) > 1}
    if known & {word for text in texts for word in words_in(text)}:
        raise CannotSupervise("Leave out the name: those who read this need not know whose case it is.")


def words_in(text: str) -> set[str]:
    return set("".join(sign if sign.isalnum() else " " for sign in folded(text).replace("’s", " ")).split())


def is_open(row: Request) -> bool:
    """Whether it still waits for triage, or for its meeting."""
    return row.taken_back_at is None and row.happened_on is None and row.outcome in ("", PROCEED)


def triage_day(asked_on: dt.date, decided_on: dt.date) -> int:
    """On which working day of the limit it is, with the day on which it was asked as day 0."""
    return max(0, working_days_between(asked_on, decided_on, england().open_ended()))


def triage_due_on(asked_on: dt.date) -> dt.date:
    """The last working day of the limit."""
    return add_working_days(asked_on, int(supervision_data()["triage_days"]), england().open_ended())


def consent_is_written(row: Request) -> bool:
    """Whether the register says what the family was told, or why they were not."""
    return row.consent not in ("", NOT_TOLD_YET)


def state_of(row: Request) -> str:
    """In words, for the list."""
    if row.taken_back_at:
        return "taken back"
    if row.happened_on:
        return f"happened on {day_words(row.happened_on)}"
    if row.outcome not in ("", PROCEED):
        return "went elsewhere"
    if row.meets_on:
        return f"meets on {day_words(row.meets_on)}"
    return "goes ahead" if row.outcome else "waits for triage"


def asks_now(form: str, happened_on: dt.date, today: dt.date) -> bool:
    """Whether one of the two short forms is asked for on a day: at once, and again between six and twelve weeks."""
    weeks = (today - happened_on).days // 7
    data = supervision_data()
    if form == LATER:
        return bool(data["later_from_weeks"] <= weeks <= data["later_until_weeks"])
    return 0 <= weeks < int(data["later_from_weeks"])
