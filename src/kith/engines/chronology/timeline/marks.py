"""Every lane with its marks: points along one line, and what reaches over many days in tracks below."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from kith.engines.chronology.timeline.piles import (
    Heap,
    Item,
    bar_tracks,
    is_bar,
    kinds_of,
    point_heaps,
)
from kith.engines.chronology.timeline.placed import Bar, Placed, PlacedLane
from kith.engines.chronology.timeline.reach import Scale
from kith.engines.chronology.timeline.story import Lane, Measure, Window
from kith.engines.chronology.timeline.windows import opened
from kith.engines.chronology.timeline.wording import words_of

LANE = 46.0
_LINE_OF_TITLE, _AROUND_TITLE = 18.0, 14.0
_TRACK, _BELOW_TRACKS = 28.0, 6.0


class Placing(NamedTuple):
    """What every lane is placed by."""

    scale: Scale
    window: Window
    width_of: Measure


def placed_lane(
    number: int, lane: Lane, items: Sequence[Item], *, top: float, lines: tuple[str, ...], by: Placing
) -> tuple[PlacedLane, list[Placed]]:
    """One lane from `top` down, as high as its title and its tracks need, and its marks in the order of time."""
    long = [item for item in items if is_bar(item.reach, by.scale)]
    short = [item for item in items if not is_bar(item.reach, by.scale)]
    points = point_heaps(short, by.scale, by.width_of)
    tracks = bar_tracks(long, by.scale)
    marks = [_mark(number, lane, heap, top + LANE / 2, by) for heap in points]
    below = top + (LANE if points or not tracks else _BELOW_TRACKS)
    for track in tracks:
        marks += [_mark(number, lane, heap, below + _TRACK / 2, by) for heap in track]
        below += _TRACK
    height = max(below - top + (_BELOW_TRACKS if tracks else 0), LANE, len(lines) * _LINE_OF_TITLE + _AROUND_TITLE)
    marks.sort(key=lambda mark: (mark.x, mark.y))
    return PlacedLane(lane.key, lane.title, lines, top, height), marks


def _mark(number: int, lane: Lane, heap: Heap, y: float, by: Placing) -> Placed:
    items = heap.items
    first = _shown(min(item.reach.first for item in items), by.window)
    last = _shown(max(item.reach.last for item in items), by.window)
    alone = len(items) == 1
    is_long = any(is_bar(item.reach, by.scale) for item in items)
    return Placed(
        lane=number,
        x=heap.x,
        y=y,
        left=heap.left,
        right=heap.right,
        names=tuple(item.happening.name for item in items),
        kinds=kinds_of(items),
        words=words_of(items, lane.title, first, last),
        first=first,
        last=last,
        number=items[0].happening.number if alone else 0,
        is_struck=all(item.happening.is_struck for item in items),
        is_unsure=not all(item.reach.is_start_exact for item in items),
        bar=_bar(heap, by.scale) if is_long else None,
        opens=None if alone or is_long else opened(first, last, by.window),
    )


def _shown(ordinal: int, window: Window) -> dt.date:
    """A day as far as the window shows it; an open end has none of its own."""
    return dt.date.fromordinal(min(max(ordinal, window.first.toordinal()), window.last.toordinal()))


def _bar(heap: Heap, scale: Scale) -> Bar:
    """The bar of one event; of several, from the first to the last day that any of them may have."""
    reaches = [item.reach for item in heap.items]
    first, last = min(reaches, key=lambda one: one.first), max(reaches, key=lambda one: one.last)
    sure = (scale.begin(first.sure_from), scale.begin(last.sure_to + 1))
    is_sure = len(reaches) == 1 and first.sure_from <= last.sure_to
    return Bar(
        left=heap.left,
        right=heap.right,
        sure_from=min(max(sure[0], heap.left), heap.right) if is_sure else heap.left,
        sure_to=min(max(sure[1], heap.left), heap.right) if is_sure else heap.left,
        fades_left=not first.is_start_exact,
        fades_right=not last.is_end_exact,
    )
