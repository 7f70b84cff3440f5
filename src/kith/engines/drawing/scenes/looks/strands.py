"""Shapes of lines that several looks share: a zigzag, dots, and heads that point to whom help goes."""

from collections.abc import Sequence
from math import hypot

from kith.engines.drawing.picture import Point
from kith.engines.drawing.routing.along import aside, ends_around, evenly, heading

HEAD_LONG, HEAD_HALF = 17.0, 9.0
CUT = 16.0  # pixels between the two ends of a line that is cut off
HEAD_MOST = 0.45  # of a short line, so that two heads leave something between them


def zigzag(points: Sequence[Point], *, step: float = 17.0, swing: float = 9.0) -> list[Point]:
    """The line with a pointed swing to either side, first and last points the same.

    >>> len(zigzag([Point(0, 0), Point(100, 0)]))
    7
    """
    even = evenly(points, step)
    ways = heading(even)
    swung = [
        Point(point.x - way.y * swing * (1 if number % 2 else -1), point.y + way.x * swing * (1 if number % 2 else -1))
        for number, (point, way) in enumerate(zip(even, ways, strict=True))
    ]
    return [even[0], *swung[1:-1], even[-1]]


def broken(points: Sequence[Point], *, half: float = 9.0) -> list[list[Point]]:
    """A line that is cut off: its two ends with a gap between them, and a short bar across each at the gap.

    >>> [len(part) for part in broken([Point(0, 0), Point(100, 0)])]
    [2, 2, 2, 2]
    """
    ends = ends_around(points, CUT)
    bars = [[aside(end, side)[place] for side in (-half, half)] for end, place in zip(ends, (-1, 0), strict=True)]
    return [*ends, *bars]


def head_at(tip: Point, back: Point) -> tuple[Point, Point, Point]:
    """The three corners of an arrow head at `tip` that comes from `back`.

    >>> head_at(Point(20, 0), Point(0, 0))[1]
    Point(x=20, y=0)
    """
    length = hypot(tip.x - back.x, tip.y - back.y) or 1.0
    x, y = (tip.x - back.x) / length, (tip.y - back.y) / length
    long = min(HEAD_LONG, length * HEAD_MOST)
    half = HEAD_HALF * long / HEAD_LONG
    foot = Point(tip.x - x * long, tip.y - y * long)
    left = Point(foot.x - y * half, foot.y + x * half)
    return left, tip, Point(foot.x + y * half, foot.y - x * half)


def side_by_side(points: Sequence[Point], count: int, apart: float) -> list[list[Point]]:
    """So many lines beside each other, around the one given.

    >>> [line[0].y for line in side_by_side([Point(0, 0), Point(9, 0)], 2, 10)]
    [-5.0, 5.0]
    """
    return [aside(points, apart * (number - (count - 1) / 2)) for number in range(count)]
