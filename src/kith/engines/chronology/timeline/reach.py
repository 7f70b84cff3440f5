"""On which days an event may have been, and where days stand along a timeline."""

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from kith.engines.chronology.timeline.story import Happening, Window
from kith.kernel.partial_dates import PartialDate

_NEVER, _ALWAYS = dt.date.min.toordinal(), dt.date.max.toordinal()


class Reach(NamedTuple):
    """First and last day on which an event may have been, as ordinals, and the days it certainly covers.

    `sure_from` lies after `sure_to` where no day is certain. Ends that nobody knows are not exact.
    """

    first: int
    last: int
    sure_from: int
    sure_to: int
    is_start_exact: bool
    is_end_exact: bool

    @property
    def anchor(self) -> int:
        """The day by which it stands in the order: an open past has no first day."""
        return self.first if self.first > _NEVER else self.last


def reach(happening: Happening) -> Reach:
    """The reach of one event; an end before its start is not believed."""
    return _reach(happening.when.code, happening.end.code if happening.end else "")


@lru_cache(maxsize=16_384)  # the same few thousand days stand in all rows of a long chronology
def _reach(start_code: str, end_code: str) -> Reach:
    start = PartialDate(start_code)
    first, latest_start = _days(start)
    end = PartialDate(end_code) if end_code else start
    earliest_end, last = _days(end)
    if last < first:
        end, earliest_end, last = start, first, latest_start
    return Reach(
        first=first,
        last=last,
        sure_from=latest_start,
        sure_to=earliest_end,
        is_start_exact=_is_exact(start),
        is_end_exact=_is_exact(end),
    )


def _days(date: PartialDate) -> tuple[int, int]:
    earliest, latest = date.earliest, date.latest
    return (earliest.toordinal() if earliest else _NEVER), (latest.toordinal() if latest else _ALWAYS)


def _is_exact(date: PartialDate) -> bool:
    return date.precision == "day" and not date.approximate


def whole_of(happenings: Iterable[Happening], *, today: dt.date) -> Window:
    """The window of a whole story: from the first day that anything may have been, to today.

    An event that is yet to begin makes it longer; how long one may last does not.

    >>> whole_of([Happening(name=("School", "1"), when=PartialDate("2024-03"), lane="s")], today=dt.date(2026, 1, 2))
    Window(first=datetime.date(2024, 3, 1), last=datetime.date(2026, 1, 2))
    """
    first = last = today.toordinal()
    for one in map(reach, happenings):
        first = min(first, one.anchor)
        last = max(last, one.first)
    return Window(dt.date.fromordinal(first), dt.date.fromordinal(last))


class Scale(NamedTuple):
    """Days along a width: `left` is where the first day begins, `right` where the last one ends."""

    first: int
    last: int
    left: float
    right: float

    def begin(self, ordinal: int) -> float:
        """Where a day begins; a day outside is put to the nearer edge.

        >>> Scale(10, 19, 0, 100).begin(12), Scale(10, 19, 0, 100).begin(3)
        (20.0, 0.0)
        """
        inside = min(max(ordinal, self.first), self.last + 1)
        return self.left + (inside - self.first) * (self.right - self.left) / (self.last + 1 - self.first)

    def middle(self, ordinal: int) -> float:
        """The middle of a day."""
        return (self.begin(ordinal) + self.begin(ordinal + 1)) / 2

    def edge_left(self, ordinal: int) -> float:
        """Where something begins that fills the ground: from the very edge if the window begins in it."""
        return 0.0 if ordinal <= self.first else self.begin(ordinal)

    def edge_right(self, ordinal: int, width: float) -> float:
        """Where something ends that fills the ground, `ordinal` being its last day."""
        return width if ordinal >= self.last else self.begin(ordinal + 1)
