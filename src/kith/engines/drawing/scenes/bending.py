"""A line between two that would run over somebody else swings round them, to the side on which it covers least."""

from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from math import hypot

from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged
from kith.engines.drawing.scenes.scene import Line
from kith.engines.drawing.scenes.settling import Segment, crosses, touch

BOWS = (0.12, 0.24, 0.36)  # how far aside a bow swings, of the length of the line
PIECES = 8  # of a bow, each straight
SYMBOL = 0.9  # of the radius: a symbol is round, and its box is not
NEAR_EDGE = 6.0

Ends = Callable[[Point, Point], list[Point]]


def course(arranged: Arranged, line: Line, apart: tuple[Point, Point], ends: Ends) -> list[Point]:
    """The points of a line, straight where it covers nobody. `ends` says where it begins and ends towards two points.

    >>> from kith.engines.drawing.scenes import Item, Scene, arrange
    >>> noor = Scene("ecomap", "", "Noor", items=(Item("m", "person", "Mum"),), lines=(Line("1", "m", ("strong",)),))
    >>> course(arrange(noor), noor.lines[0], (Point(0, 0), Point(9, 9)), lambda a, b: [Point(1, 1), Point(8, 8)])
    [Point(x=1, y=1), Point(x=8, y=8)]
    """
    straight = ends(apart[1], apart[0])
    if not straight:
        return []
    others = list(_others(arranged, line, apart))
    covered = _count(straight, others)
    for bow in BOWS if covered else ():
        for side in (bow, -bow):
            bent = _bent(apart, side, ends)
            if bent and _is_inside(bent, arranged) and (less := _count(bent, others, covered)) < covered:
                straight, covered = bent, less
    return straight


def _others(arranged: Arranged, line: Line, apart: tuple[Point, Point]) -> Iterator[Box]:
    """What lies about where a line may swing: everybody else, and everybody's words."""
    (ax, ay), (bx, by) = apart
    swing = 2 * BOWS[-1] * hypot(ax - bx, ay - by)
    about = Box((ax + bx) / 2, (ay + by) / 2, abs(ax - bx) + swing, abs(ay - by) + swing)
    symbols = {spot.item_id: 2 * SYMBOL * spot.r for spot in arranged.spots if spot.item_id not in (line.a, line.b)}
    boxes = [Box(spot.x, spot.y, wide, wide) for spot in arranged.spots if (wide := symbols.get(spot.item_id))]
    boxes += [spot.label.box for spot in arranged.spots]
    if line.a:
        boxes.append(arranged.centre)
    yield from (box for box in boxes if touch(box, about))


def _count(points: list[Point], others: list[Box], most: int | None = None) -> int:
    """How many boxes a line covers; counted no further than so many."""
    pieces = [Segment(a, b) for a, b in pairwise(points)]
    (left, right), (top, foot) = ((min(side), max(side)) for side in zip(*points, strict=True))
    about = Box((left + right) / 2, (top + foot) / 2, right - left, foot - top)
    covered = (box for box in others if touch(box, about, 0) and any(crosses(piece, box) for piece in pieces))
    return sum(1 for _ in islice(covered, most))


def _bent(apart: tuple[Point, Point], bow: float, ends: Ends) -> list[Point]:
    (ax, ay), (bx, by) = apart
    over = Point((ax + bx) / 2 - 2 * bow * (by - ay), (ay + by) / 2 + 2 * bow * (bx - ax))
    found = ends(over, over)
    return [_on_bow(found[0], over, found[1], step / PIECES) for step in range(PIECES + 1)] if found else []


def _on_bow(a: Point, over: Point, b: Point, t: float) -> Point:
    first, second, third = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return Point(*(first * one + second * two + third * three for one, two, three in zip(a, over, b, strict=True)))


def _is_inside(points: list[Point], arranged: Arranged) -> bool:
    right, foot = arranged.width - NEAR_EDGE, (arranged.key_top or arranged.height) - NEAR_EDGE
    return all(NEAR_EDGE < x < right and NEAR_EDGE < y < foot for x, y in points)
