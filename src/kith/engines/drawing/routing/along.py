"""Walking along a line of many points: places, directions, parts of it, and lines beside it."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import hypot

from kith.engines.drawing.picture import Point


def length_of(points: Sequence[Point]) -> float:
    """The length of the whole line in pixels."""
    return sum(hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(points))


def at(points: Sequence[Point], far: float) -> Point:
    """The point so many pixels from the beginning."""
    for a, b in pairwise(points):
        step = hypot(b.x - a.x, b.y - a.y)
        if step and far <= step:
            return Point(a.x + (b.x - a.x) * far / step, a.y + (b.y - a.y) * far / step)
        far -= step
    return points[-1]


def evenly(points: Sequence[Point], step: float) -> list[Point]:
    """The same line by points about `step` pixels apart, first and last the same.

    >>> evenly([Point(0, 0), Point(10, 0)], 5)
    [Point(x=0.0, y=0.0), Point(x=5.0, y=0.0), Point(x=10, y=0)]
    """
    whole = length_of(points)
    count = max(1, round(whole / step))
    reached = list(accumulate((hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(points)), initial=0.0))
    found, piece = [], 0
    for number in range(count):
        far = whole * number / count
        while reached[piece + 1] < far:
            piece += 1
        found.append(at(points[piece : piece + 2], far - reached[piece]))
    return [*found, points[-1]]


def heading(points: Sequence[Point]) -> list[Point]:
    """The direction at every point, as a step of one pixel."""
    around = zip([points[0], *points[:-1]], [*points[1:], points[-1]], strict=True)
    return [_unit(before, after) for before, after in around]


def aside(points: Sequence[Point], offset: float) -> list[Point]:
    """The line moved so many pixels to its right (y points down).

    >>> aside([Point(0, 0), Point(10, 0)], 3)
    [Point(x=0.0, y=3.0), Point(x=10.0, y=3.0)]
    """
    ways = heading(points)
    return [Point(point.x - way.y * offset, point.y + way.x * offset) for point, way in zip(points, ways, strict=True)]


def middle_of(points: Sequence[Point]) -> tuple[Point, Point]:
    """The point halfway and the direction there."""
    half = length_of(points) / 2
    return at(points, half), _unit(at(points, half - 1), at(points, half + 1))


def cut_off(points: Sequence[Point], far: float) -> list[Point]:
    """The line without its last so many pixels."""
    return _first(points, max(length_of(points) - far, 0.0))


def ends_around(points: Sequence[Point], gap: float) -> list[list[Point]]:
    """What is left of the line on either side of a gap in its middle."""
    keep = max((length_of(points) - gap) / 2, 0.0)
    return [_first(points, keep), _first(points[::-1], keep)[::-1]]


def _first(points: Sequence[Point], far: float) -> list[Point]:
    kept = [points[0]]
    left = far
    for a, b in pairwise(points):
        step = hypot(b.x - a.x, b.y - a.y)
        if step >= left:
            return [*kept, at([a, b], left)]
        kept.append(b)
        left -= step
    return kept


def _unit(a: Point, b: Point) -> Point:
    length = hypot(b.x - a.x, b.y - a.y) or 1.0
    return Point((b.x - a.x) / length, (b.y - a.y) / length)
