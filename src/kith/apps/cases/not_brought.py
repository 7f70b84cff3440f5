"""Why a child was not brought: the causes as data, and what they come to in one sentence. No queries."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from kith.apps.cases.projections import NotBroughtTold
from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned


class CannotRecord(KithError):
    """What is missing or cannot be, in one sentence."""


@cache
def causes() -> Mapping[str, str]:
    """By name, in the order in which they are offered."""
    data = toml_of("kith.apps.cases", "data/not_brought.toml")
    words: Mapping[str, str] = data["causes"]
    return words


def sound_record(told: NotBroughtTold, today: dt.date) -> NotBroughtTold:
    """As it is kept; without a carer it would read as if the child had stayed away."""
    what, carer = (cleaned(text, limit=LIMITS["name"]) for text in (told.what, told.carer))
    if not what or not carer:
        raise CannotRecord("Say which appointment it was, and who was to bring the child.")
    if told.cause not in causes():
        raise CannotRecord("Choose what was in the way. “Nobody has asked yet” is an answer too.")
    if told.on > today:
        raise CannotRecord("That day has yet to come.")
    return NotBroughtTold(
        on=told.on, what=what, cause=told.cause, carer=carer, words=cleaned(told.words, limit=LIMITS["line"])
    )


def sentence_of(found: Sequence[str]) -> str:
    """How often, and what stood in the way most.

    >>> sentence_of(["travel", "travel", "ill"])
    'Not brought 3 times. Most often, 2 times: They could not get there, or pay for it.'
    >>> sentence_of(["ill"])
    'Not brought 1 time.'
    """
    if not found:
        return ""
    said = f"Not brought {len(found)} {'time' if len(found) == 1 else 'times'}."
    cause, count = Counter(found).most_common(1)[0]
    return said if count < 2 else f"{said} Most often, {count} times: {causes()[cause]}."
