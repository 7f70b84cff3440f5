"""What would overlap becomes one pile: every mark keeps its own room, and the order along the lane stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kith.engines.chronology.timeline.reach import Reach, Scale
from kith.engines.chronology.timeline.story import Happening, Mark, Measure

CELL = 24.0  # the least room of a mark, which is also the least that a finger or a mouse can hit
PILE = 28.0
SHORTEST_BAR = 40.0  # what is shorter is told by a mark alone
SMALL_SHAPE = 10.0  # the room of each kind beneath a pile
LETTERS = 14.0
_PADDING = 12.0
MOST_TRACKS = 2


class Item(NamedTuple):
    """An event of a lane that reaches into the window."""

    happening: Happening
    reach: Reach


class Heap(NamedTuple):
    """Events that stand as one: what they cover, and the middle of their shape."""

    items: tuple[Item, ...]
    left: float
    right: float
    x: float


def kinds_of(items: Iterable[Item]) -> tuple[tuple[Mark, int], ...]:
    """Every kind of mark with how often it occurs, the heaviest first."""
    counts = dict.fromkeys(Mark, 0)
    for item in items:
        counts[item.happening.mark] += 1
    return tuple((mark, count) for mark, count in counts.items() if count)


def is_bar(reach: Reach, scale: Scale) -> bool:
    """Whether what it reaches over is more than a day, and long enough to be seen as such."""
    return reach.last > reach.first and scale.begin(reach.last + 1) - scale.begin(reach.first) >= SHORTEST_BAR


@dataclass(slots=True)
class _Growing:
    """A heap while it takes in what comes after it."""

    items: list[Item]
    kinds: set[Mark]
    total: float
    left: float
    right: float

    @property
    def x(self) -> float:
        return self.total / len(self.items)

    def take(self, later: "_Growing", width_of: Measure) -> None:
        self.items.extend(later.items)
        self.kinds |= later.kinds
        self.total += later.total
        counted = width_of(f"{len(self.items):,}", LETTERS, True) + _PADDING
        half = max(PILE, counted, SMALL_SHAPE * len(self.kinds)) / 2
        self.left, self.right = self.x - half, self.x + half


def point_heaps(items: Sequence[Item], scale: Scale, width_of: Measure) -> list[Heap]:
    """Marks along one line; where two would overlap they are one pile, in the middle of what it holds.

    As everything comes in order, a mark can only reach back into the last heap: one pass is enough.
    """
    heaps: list[_Growing] = []
    for x, item in sorted(((_stands(item.reach, scale), item) for item in items), key=lambda pair: pair[0]):
        heaps.append(_Growing([item], {item.happening.mark}, x, x - CELL / 2, x + CELL / 2))
        while len(heaps) > 1 and heaps[-2].right > heaps[-1].left:
            later = heaps.pop()
            heaps[-1].take(later, width_of)
    return [Heap(tuple(heap.items), heap.left, heap.right, heap.x) for heap in heaps]


def _stands(reach: Reach, scale: Scale) -> float:
    """An exact start stands on its day, everything else in the middle of what it may be."""
    if reach.is_start_exact and reach.first >= scale.first:
        return scale.middle(reach.first)
    return (scale.begin(reach.first) + scale.begin(reach.last + 1)) / 2


def bar_tracks(items: Sequence[Item], scale: Scale) -> list[list[Heap]]:
    """Bars in as few tracks as hold them; what finds no room in the last one joins the bar that ends first."""
    tracks: list[list[Heap]] = []
    for bar in sorted((_bar(item, scale) for item in items), key=lambda heap: (heap.left, heap.right)):
        free = next((track for track in tracks if track[-1].right <= bar.left), None)
        if free is None and len(tracks) < MOST_TRACKS:
            tracks.append([bar])
        elif free is not None:
            free.append(bar)
        else:
            _join(min(tracks, key=lambda track: track[-1].right), bar)
    return tracks


def _join(track: list[Heap], bar: Heap) -> None:
    before = track.pop()
    right = max(before.right, bar.right)
    track.append(Heap(before.items + bar.items, before.left, right, (before.left + right) / 2))


def _bar(item: Item, scale: Scale) -> Heap:
    """An exact start has its shape on its day; anything else in the middle, where nobody reads a day from it."""
    left, right = scale.begin(item.reach.first), scale.begin(item.reach.last + 1)
    if item.reach.is_start_exact and item.reach.first >= scale.first:
        left = scale.middle(item.reach.first) - CELL / 2
        return Heap((item,), left, max(right, left + CELL), left + CELL / 2)
    return Heap((item,), left, right, (left + right) / 2)
