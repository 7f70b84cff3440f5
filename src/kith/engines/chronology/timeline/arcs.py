"""Curves between accounts of one event, from the upper lane to the lower one."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kith.engines.chronology.timeline.placed import Arc, Placed
from kith.engines.chronology.timeline.story import Name

_OUT, _REST = 9.0, 7.0
_BULGE = 23.0


def arcs_between(marks: Sequence[Placed], groups: Iterable[Sequence[Name]], width: float) -> tuple[Arc, ...]:
    """A curve for each two neighbours of a group; one where several would be the same, none between two piles.

    What several agencies tell of one event within two piles comes to light in a nearer window.
    """
    standing: dict[Name, Placed] = {}
    for mark in marks:
        for name in mark.names:
            standing.setdefault(name, mark)
    drawn: dict[tuple[float, float, float, float], Arc] = {}
    for group in groups:
        seen = sorted((standing[name].lane, standing[name].x, name) for name in group if name in standing)
        for (_, _, upper), (_, _, lower) in pairwise(seen):
            above, below = standing[upper], standing[lower]
            if above is not below and min(above.count, below.count) == 1:
                key = (above.x, above.y, below.x, below.y)
                drawn.setdefault(key, _arc(above, below, (upper, lower), width))
    return tuple(drawn.values())


def _arc(above: Placed, below: Placed, names: tuple[Name, Name], width: float) -> Arc:
    """Out to the side of both, away from the nearer edge; over the top where both stand in one line."""
    if above.y == below.y:
        points = [(above.x, above.y - _REST), (above.x, above.y - _BULGE), (below.x, below.y - _BULGE)]
        return Arc((*_rounded(points), (round(below.x, 1), below.y - _REST)), names)
    far = max(above.x, below.x) + _BULGE
    side = 1 if far <= width else -1
    bend = far if side > 0 else min(above.x, below.x) - _BULGE
    points = [
        (above.x + side * _OUT * 0.7, above.y + _REST),
        (bend, above.y + (below.y - above.y) / 3),
        (bend, above.y + 2 * (below.y - above.y) / 3),
        (below.x + side * _OUT * 0.7, below.y - _REST),
    ]
    return Arc(_rounded(points), names)


def _rounded(points: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    return tuple((round(x, 1), round(y, 1)) for x, y in points)
