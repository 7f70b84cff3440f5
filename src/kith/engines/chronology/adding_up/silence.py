"""Weeks in which no professional is said to have seen the child, where that is sure."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kith.engines.chronology.adding_up.aids import Aid, Kind, Span
from kith.engines.chronology.adding_up.events import Account, Event, Story, names_of, parted, parts_of
from kith.engines.chronology.knowledge import adding_up_data
from kith.kernel.days import day_words

_WEEK = 7


class _Gap(NamedTuple):
    """From the day after `before` was surely over to the day before `after` may have begun; as ordinals."""

    before: Event
    after: Event | None
    first: int
    last: int


def silences(story: Story) -> Iterator[Aid]:
    """One aid for every silence. A day on which somebody may have seen the child is in no silence.

    A vague date covers all days that it may mean, and something with an end covers all days up to it, so a silence may
    have been longer than is said, and was never shorter. It begins with the first row at the earliest, and the last
    goes on up to the day that is asked.
    """
    events = story.professional
    if not events:
        return
    by_first = sorted(events, key=lambda event: event.first)
    seen, unseen = parted(by_first, is_seeing)
    firsts = [event.first for event in unseen]
    least = adding_up_data()["silence"]["weeks"] * _WEEK
    for gap in _gaps(min(events, key=lambda event: event.last), seen, story.on.toordinal()):
        if gap.last - gap.first + 1 >= least:
            within = unseen[bisect_left(firsts, gap.first) : bisect_right(firsts, gap.last)]
            yield _told(story, gap, [event for event in within if event.last <= gap.last])


def is_seeing(account: Account) -> bool:
    """Whether a row says, or may well say, that a professional saw the child."""
    known = adding_up_data()["silence"]
    if account.row.type in known["never"]:
        return False
    if account.row.childs_words or (account.row.type in known["types"] and "absent" not in account.heard):
        return True
    return "seen" in account.heard or ("visited" in account.heard and "unseen" not in account.heard)


def _gaps(begun: Event, seen: Sequence[Event], on: int) -> Iterator[_Gap]:
    """All days without seeing since it had surely begun; `seen` is in order of first days."""
    before, reached = begun, begun.last
    for event in seen:
        yield _Gap(before, event, reached + 1, event.first - 1)
        if event.until >= reached:
            before, reached = event, event.until
    yield _Gap(before, None, reached + 1, on)


def _told(story: Story, gap: _Gap, meanwhile: Sequence[Event]) -> Aid:
    weeks = (gap.last - gap.first + 1) // _WEEK
    first, last = dt.date.fromordinal(gap.first), dt.date.fromordinal(gap.last)
    when = f"since {day_words(first)}" if gap.after is None else f"from {day_words(first)} to {day_words(last)}"
    after = [gap.after] if gap.after else []
    return Aid(
        kind=Kind.SILENCE,
        sentence=f"No professional is said to have seen {story.called} for {weeks} weeks, {when}.",
        rows=names_of([gap.before, *meanwhile, *after]),
        parts=parts_of(("before", [gap.before]), ("meanwhile", meanwhile), ("after", after)),
        span=Span(first, last),
    )
