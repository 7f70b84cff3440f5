"""A mark in words: what a reader hears who does not see it."""

import datetime as dt
from collections.abc import Sequence

from kith.engines.chronology.timeline.piles import Item, kinds_of
from kith.engines.chronology.timeline.story import Happening
from kith.kernel.days import day_words

TAKEN_BACK = "withdrawn"
MOST_SIGNS = 90


def words_of(items: Sequence[Item], title: str, first: dt.date, last: dt.date) -> str:
    """One row with its date, or how many there are, from when to when, and of which kinds."""
    if len(items) == 1:
        return _one(items[0].happening, title)
    kinds = [f"{count} {mark}" for mark, count in kinds_of(items)]
    struck = sum(item.happening.is_struck for item in items)
    kinds += [f"{struck} {TAKEN_BACK}"] if struck else []
    days = day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
    return f"{len(items):,} rows. {title}, {days}: {', '.join(kinds)}."


def _one(happening: Happening, title: str) -> str:
    when = str(happening.when) + (f" to {happening.end}" if happening.end else "")
    meant = TAKEN_BACK if happening.is_struck else str(happening.mark)
    return " ".join(filter(None, (f"{when}. {title}: {meant}.", _begun(happening.label))))


def _begun(text: str) -> str:
    """How a text begins, in whole words."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_SIGNS else line[:MOST_SIGNS].rpartition(" ")[0] + "…"
