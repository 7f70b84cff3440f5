"""The outline of several rectangles taken together, as closed loops with right angles."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from kith.engines.drawing.picture import Point


class Rect(NamedTuple):
    """A rectangle by its edges, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


def outlines(rects: Sequence[Rect]) -> tuple[tuple[Point, ...], ...]:
    """The loops around the union of the rectangles, each without points on a straight stretch.

    >>> outlines([Rect(0, 0, 20, 10), Rect(0, 10, 10, 30)])
    ((Point(x=0, y=0), Point(x=20, y=0), Point(x=20, y=10), Point(x=10, y=10), Point(x=10, y=30), Point(x=0, y=30)),)
    """
    xs = sorted({x for rect in rects for x in (rect.left, rect.right)})
    ys = sorted({y for rect in rects for y in (rect.top, rect.bottom)})
    filled = {
        (column, row)
        for column, x in enumerate(xs[:-1])
        for row, y in enumerate(ys[:-1])
        if any(rect.left <= x < rect.right and rect.top <= y < rect.bottom for rect in rects)
    }
    return tuple(tuple(Point(xs[x], ys[y]) for x, y in _corners(loop)) for loop in _loops(filled))


_Node = tuple[int, int]


def _loops(filled: set[_Node]) -> list[list[_Node]]:
    """Boundary edges joined head to tail, with the inside on the right hand (y points down)."""
    onward: dict[_Node, list[_Node]] = defaultdict(list)
    for x, y in sorted(filled):
        for start, end, neighbour in (
            ((x, y), (x + 1, y), (x, y - 1)),
            ((x + 1, y), (x + 1, y + 1), (x + 1, y)),
            ((x + 1, y + 1), (x, y + 1), (x, y + 1)),
            ((x, y + 1), (x, y), (x - 1, y)),
        ):
            if neighbour not in filled:
                onward[start].append(end)
    loops = []
    while onward:
        loops.append(_walk(onward))
    return loops


def _walk(onward: dict[_Node, list[_Node]]) -> list[_Node]:
    first = min(onward)
    loop = [first]
    while True:
        ends = onward[loop[-1]]
        step = ends.pop(0)
        if not ends:
            del onward[loop[-1]]
        if step == first:
            return loop
        loop.append(step)


def _corners(loop: Sequence[_Node]) -> list[_Node]:
    around = [loop[-1], *loop, loop[0]]
    return [
        here
        for before, here, after in zip(around, around[1:], around[2:], strict=False)
        if not before[0] == here[0] == after[0] and not before[1] == here[1] == after[1]
    ]
