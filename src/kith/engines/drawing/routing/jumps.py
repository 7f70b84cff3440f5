"""Where two lines must cross, the level one hops over the upright one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kith.engines.drawing.picture import Line, Point

_ROOM = 7.0  # pixels that a hop needs on either side; nearer to a bend there is none

_Upright = tuple[float, float, float, str]  # x, top, bottom, and the union it belongs to
_JOINS = "descent.identical"  # the bar between identical twins meets their own lines, and hops over none of them


def with_jumps(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines with a jump wherever a level stretch crosses an upright one of another line.

    >>> level = Line(kind="bar", points=(Point(0, 10), Point(50, 10)))
    >>> upright = Line(kind="trunk", points=(Point(20, 0), Point(20, 30)))
    >>> with_jumps([level, upright])[0].jumps
    (Point(x=20, y=10),)
    """
    uprights = sorted(upright for line in lines for upright in _uprights(line))
    return tuple(replace(line, jumps=tuple(_jumps(line, uprights))) for line in lines)


def _uprights(line: Line) -> Iterator[_Upright]:
    for a, b in pairwise(line.points):
        if a.x == b.x:
            yield a.x, min(a.y, b.y), max(a.y, b.y), line.union


def _jumps(line: Line, uprights: Sequence[_Upright]) -> Iterator[Point]:
    joined = line.union if line.kind == _JOINS else None
    for a, b in pairwise(line.points):
        if a.y == b.y:
            low, high = min(a.x, b.x) + _ROOM, max(a.x, b.x) - _ROOM
            first, last = bisect_left(uprights, (low,)), bisect_right(uprights, (high,))
            crossed = [x for x, top, bottom, union in uprights[first:last] if top < a.y < bottom and union != joined]
            yield from (Point(x, a.y) for x in crossed)
