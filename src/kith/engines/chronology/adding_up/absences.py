"""Absence from school that stands within a few weeks of harm or concern."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kith.engines.chronology.adding_up.aids import Aid, Kind
from kith.engines.chronology.adding_up.events import Account, Event, Story, names_of, parted, parts_of
from kith.engines.chronology.adding_up.harm import is_of_harm
from kith.engines.chronology.adding_up.wording import counted
from kith.engines.chronology.knowledge import adding_up_data

_WEEK = 7


def absence_beside_harm(story: Story) -> Iterator[Aid]:
    """How many absences stand beside something else of harm or concern; that one led to the other is not said."""
    known = adding_up_data()["absences"]
    types, weeks = frozenset(known["types"]), known["weeks"]

    def is_absence(account: Account) -> bool:
        return account.row.type in types and "absent" in account.heard

    placed = [event for event in story.professional if event.is_placed]
    absences, others = parted(placed, is_absence)
    harm, _ = parted(others, is_of_harm)
    beside = _beside(absences, harm, weeks * _WEEK)
    if len(beside) >= known["from"]:
        near = _beside(harm, beside, weeks * _WEEK)
        yield Aid(
            kind=Kind.ABSENCE_BESIDE_HARM,
            sentence=f"{len(beside)} of {counted(len(absences), 'absence')} from school "
            f"{'stands' if len(beside) == 1 else 'stand'} within {weeks} weeks of harm or concern.",
            rows=names_of([*beside, *near]),
            parts=parts_of(("absence from school", beside), ("harm or concern", near)),
        )


def _beside(some: Sequence[Event], others: Sequence[Event], days: int) -> list[Event]:
    """Those of some that surely lie within so many days of one of the others."""
    ends = sorted({(event.last, event.first) for event in others})
    lasts = [last for last, _ in ends]
    return [event for event in some if _has_near(event, ends, lasts, days)]


def _has_near(event: Event, ends: Sequence[tuple[int, int]], lasts: Sequence[int], days: int) -> bool:
    """Whether the furthest days of both are within so many days."""
    some = ends[bisect_left(lasts, event.last - days) : bisect_right(lasts, event.first + days)]
    return any(event.last - first <= days for _, first in some)
