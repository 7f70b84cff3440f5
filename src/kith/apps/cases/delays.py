"""Why a clock is late or will be: the reasons as data, and what a record of one has to hold. No queries."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

from kith.apps.cases.projections import ClockCard, DelayTold
from kith.engines.timescales import ClockState
from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

RUNS = (ClockState.RUNNING, ClockState.DUE_SOON, ClockState.DUE_TODAY, ClockState.OVERDUE)


class CannotExplain(KithError):
    """What is missing or cannot be, in one sentence."""


@cache
def _data() -> Mapping[str, Any]:
    return toml_of("kith.apps.cases", "data/delays.toml")


def reasons() -> Mapping[str, str]:
    """By name, in the order in which they are offered."""
    words: Mapping[str, str] = _data()["reasons"]
    return words


def may_be_explained(clock: ClockCard) -> bool:
    """A clock that runs or is late; one that was met in time or was stopped has nothing to explain.

    >>> clock = ClockCard(rule="CORE_FIRST", name="Core group", state="met", due_on=None, variance_days=None)
    >>> may_be_explained(clock)
    False
    """
    return clock.state in (*RUNS, ClockState.MET_LATE)


def sound_delay(told: DelayTold, clock: ClockCard, today: dt.date) -> DelayTold:
    """As it is kept. While a clock runs, somebody looks again: a reason may be over before the clock is."""
    if not may_be_explained(clock):
        raise CannotExplain("This clock has ended, or no day is counted by it. There is nothing to explain.")
    if told.reason not in reasons():
        raise CannotExplain("Choose the reason from the list. “We missed it” is an answer too.")
    words, done = (cleaned(text, limit=LIMITS["line"]) for text in (told.words, told.done))
    agreed_by = cleaned(told.agreed_by, limit=LIMITS["name"])
    if told.reason in _data()["needs_words"] and not words:
        raise CannotExplain("Write in your own words what the reason is.")
    if not agreed_by:
        raise CannotExplain("Say who agreed that it may be late. “Nobody yet” is an answer too.")
    if clock.state in RUNS:
        _require_another_look(told.look_again_on, done, today)
    return DelayTold(reason=told.reason, words=words, done=done, agreed_by=agreed_by, look_again_on=told.look_again_on)


def _require_another_look(on: dt.date | None, done: str, today: dt.date) -> None:
    if not done:
        raise CannotExplain("Say what is done about it, so that it can still happen soon.")
    if on is None:
        raise CannotExplain("Say on which day somebody looks at it again.")
    if on < today:
        raise CannotExplain("That day is over. Choose today or a later day on which somebody looks again.")
