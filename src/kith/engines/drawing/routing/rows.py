"""How high every row and every lane is: as high as labels, lanes and clear space need, and no higher."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.picture import Layout, Size
from kith.engines.drawing.routing.lanes import lanes
from kith.engines.drawing.routing.levels import Heights
from kith.engines.drawing.routing.plan import Run


def heights(layout: Layout, runs: Sequence[Run], sizes: Mapping[str, Size], spacing: Spacing) -> Heights:
    """Rows from the top margin down; in each gap first the lanes, then clear space over the symbols."""
    lane = _lanes_by_gap(runs)
    needed: dict[int, int] = defaultdict(int)
    for number, run in enumerate(runs):
        needed[run.gap] = max(needed[run.gap], lane[number] + 1)
    half = spacing.symbol / 2
    deep = _depths(layout, sizes, half)
    rows: list[float] = []
    first_lane: list[float] = []
    bottom = spacing.margin - spacing.clear
    for row, depth in enumerate(deep):
        first_lane.append(bottom + spacing.clear)
        rows.append(bottom + spacing.clear + spacing.lane * needed[row] + spacing.clear + half)
        bottom = rows[-1] + depth
    return Heights(rows, {number: first_lane[run.gap] + spacing.lane * lane[number] for number, run in enumerate(runs)})


def _lanes_by_gap(runs: Sequence[Run]) -> dict[int, int]:
    """The lane of each run, by the run's number."""
    gaps: dict[int, list[int]] = defaultdict(list)
    for number, run in enumerate(runs):
        gaps[run.gap].append(number)
    found: dict[int, int] = {}
    for numbers in gaps.values():
        found.update(zip(numbers, lanes([runs[number] for number in numbers]), strict=True))
    return found


def _depths(layout: Layout, sizes: Mapping[str, Size], half: float) -> list[float]:
    """How far each row's rooms reach below the middle of its symbols."""
    count = 1 + max((place.row for place in layout.places.values()), default=-1)
    deep = [half] * count
    for person, place in layout.places.items():
        deep[place.row] = max(deep[place.row], sizes[person].h - half)
    return deep
