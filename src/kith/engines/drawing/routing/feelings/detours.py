"""Where no single sweep is free: through the streets between people, with rounded corners."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot

from kith.engines.drawing.picture import Hull, Point
from kith.engines.drawing.routing.feelings.arcs import Arcs
from kith.engines.drawing.routing.ground import Ground, Passage
from kith.engines.drawing.routing.homes import edges_of

_ROUND = 30.0
_STEP = 5.0
_EDGE = 1.5  # half the width of a home's edge
_SHOULDERS = ((-114.0, -128.0, -105.0, -142.0), (-66.0, -52.0, -75.0, -38.0))  # to the left, to the right


class Detours:
    """Ways through one drawing, each on a lane of its own as long as there are lanes."""

    def __init__(self, ground: Ground, arcs: Arcs, hulls: Iterable[Hull]) -> None:
        self._ground, self._arcs = ground, arcs
        # Upright edges of homes count as passages, so that nobody passes on top of them.
        self._taken = [edge for hull in hulls for edge in _edges_in_rows(hull, ground)]
        self._count = 0

    def between(self, a: str, b: str, half: float) -> list[Point]:
        """From one shoulder over the row, down through the gaps between people, to the other shoulder."""
        ground, lane = self._ground, self._count
        self._count += 1
        upper, lower = sorted((a, b), key=lambda person: ground.row_of[person])
        first, last = ground.row_of[upper], ground.row_of[lower]
        start, end = (_shoulder(self._arcs, ground, *pair, lane) for pair in ((upper, lower), (lower, upper)))
        ways = ground.ways_between(first, last - 1, start.x, end.x, half=half, taken=self._taken)
        self._taken += [Passage(x, first + number, half) for number, x in enumerate(ways)]
        across, course = [start.x, *ways, end.x], [start]
        for number, gap in enumerate(range(first, last + 1)):
            level = ground.level(gap, lane)
            course += [Point(across[number], level), Point(across[number + 1], level)]
        points = _softened([*course, end])
        return points if upper == a else points[::-1]


def _edges_in_rows(hull: Hull, ground: Ground) -> Iterator[Passage]:
    for a, b in edges_of(hull):
        for number, row in enumerate(ground.rows):
            if a.x == b.x and min(a.y, b.y) < row.bottom and max(a.y, b.y) > row.top:
                yield Passage(a.x, number, _EDGE)


def _shoulder(arcs: Arcs, ground: Ground, person: str, other: str, lane: int) -> Point:
    is_right = ground.symbols[other].box.x >= ground.symbols[person].box.x
    ports = _SHOULDERS[is_right]
    return arcs.port(person, ports[lane % len(ports)])


def _softened(course: list[Point]) -> list[Point]:
    """The course with its corners rounded, as points a few pixels apart."""
    kept = [point for point, before in zip(course, [None, *course], strict=False) if point != before]
    points = [kept[0]]
    for before, corner, after in zip(kept, kept[1:], kept[2:], strict=False):
        start, end = _towards(corner, before), _towards(corner, after)
        points += _straight(points[-1], start)
        points += [_on_bend(start, corner, end, step / 8) for step in range(1, 9)]
    return points + _straight(points[-1], kept[-1])


def _towards(corner: Point, other: Point) -> Point:
    length = hypot(other.x - corner.x, other.y - corner.y)
    share = min(_ROUND, length / 2) / length
    return Point(corner.x + (other.x - corner.x) * share, corner.y + (other.y - corner.y) * share)


def _straight(a: Point, b: Point) -> list[Point]:
    count = int(hypot(b.x - a.x, b.y - a.y) / _STEP)
    return [Point(a.x + (b.x - a.x) * step / count, a.y + (b.y - a.y) * step / count) for step in range(1, count + 1)]


def _on_bend(start: Point, corner: Point, end: Point, t: float) -> Point:
    (x1, y1), (x2, y2) = (((1 - t) * a.x + t * b.x, (1 - t) * a.y + t * b.y) for a, b in pairwise((start, corner, end)))
    return Point((1 - t) * x1 + t * x2, (1 - t) * y1 + t * y2)
