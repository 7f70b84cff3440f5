"""What a set may be, and when it ends. Plain values in and out; no queries."""

import datetime as dt

from kith.apps.pseudonyms.keeping import CannotMake
from kith.apps.pseudonyms.projections import SetSaid
from kith.apps.pseudonyms.vocabulary import purposes, words_of
from kith.kernel.text import LIMITS, cleaned

LONGEST = dt.timedelta(days=3 * 366)
WARNED_FOR = dt.timedelta(days=14)
SHORTEST_REASON = 10
WHAT_FOR = "Say in a few words what it is for, without the name of anybody."
REASON = "Say in a sentence why you need to know who is meant."
NOT_OFFERED = "Choose from what is offered."


def sound_purpose(said: SetSaid) -> str:
    """The words of what it is for."""
    are_offered = said.purpose in purposes() and said.people in words_of("people") and said.dates in words_of("dates")
    if not are_offered:
        raise CannotMake(NOT_OFFERED)
    told = cleaned(said.what_for, limit=LIMITS["line"])
    if not told:
        raise CannotMake(WHAT_FOR)
    return told


def sound_end(ends_on: dt.date, today: dt.date) -> dt.date:
    if not today < ends_on <= today + LONGEST:
        raise CannotMake("Choose a day after today, at most three years from now.")
    return ends_on


def sound_reason(reason: str) -> str:
    told = cleaned(reason, limit=LIMITS["line"])
    if len(told) < SHORTEST_REASON:
        raise CannotMake(REASON)
    return told


def is_ending(ends_on: dt.date, today: dt.date) -> bool:
    return ends_on - today <= WARNED_FOR
