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

    absences, others = parted(story.professional, is_absence)
    harm, _ = parted(others, is_of_harm)
    beside, alone = _beside(absences, harm, weeks * _WEEK)
    if len(beside) >= known["from"]:
        near, _ = _beside(harm, beside, weeks * _WEEK)
        yield Aid(
            kind=Kind.ABSENCE_BESIDE_HARM,
            sentence=f"{len(beside)} of {counted(len(absences), 'absence')} from school "
            f"{'stands' if len(beside) == 1 else 'stand'} within {weeks} weeks of harm or concern.",
            rows=names_of([*absences, *near]),
            parts=parts_of(
                ("absence beside harm or concern", beside),
                ("other absence", alone),
                ("harm or concern", near),
            ),
        )


def _beside(some: Sequence[Event], others: Sequence[Event], days: int) -> tuple[list[Event], list[Event]]:
    """Those of some that surely lie within so many days of one of the others, and the rest of them."""
    ends = sorted({(event.last, event.first) for event in others})
    lasts = [last for last, _ in ends]
    near: list[Event] = []
    far: list[Event] = []
    for event in some:
        around = ends[bisect_left(lasts, event.last - days) : bisect_right(lasts, event.first + days)]
        is_near = any(event.last - first <= days for _, first in around)
        (near if is_near else far).append(event)
    return near, far
