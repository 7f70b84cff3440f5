"""Which row everybody stands in: children below both parents, partners level wherever descent allows.

The rows are the optimum of a small linear programme (E. R. Gansner and others, "A technique for drawing directed
graphs", 1993). All its constraints and wishes are about differences of two rows, so that an optimum rounded down to
whole numbers, after the same shift for all, is an optimum again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from math import floor

from kith.engines.drawing.layout.errors import CannotDraw
from kith.engines.drawing.layout.programme import Programme
from kith.engines.drawing.layout.ties import Ties

_PARTNERS_LEVEL = 50.0
_TWINS_LEVEL = 500.0
_SIBLINGS_LEVEL = 5.0


@dataclass(frozen=True, slots=True)
class _Level:
    """A wish that two people stand in one row."""

    a: int
    b: int
    weight: float


def generations(ties: Ties) -> list[int]:
    """A row for each person, the oldest 0 in every connected family's own count; raises CannotDraw."""
    refuse_cycles(ties)
    descents = [(p, c) for bond in ties.bonds for p in bond.partners for c in bond.children]
    return _solved(len(ties.ids), descents, list(_levels(ties)))


def refuse_cycles(ties: Ties) -> None:
    """Raise CannotDraw naming the people where somebody descends from themselves."""
    parents: dict[int, set[int]] = {}
    for bond in ties.bonds:
        for child in bond.children:
            parents.setdefault(child, set()).update(bond.partners)
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as error:
        circle = ", ".join(f"“{ties.ids[number]}”" for number in error.args[1][:-1])
        raise CannotDraw(
            f"Somebody would be their own ancestor, so there is no drawing: mend the parents of {circle}."
        ) from None


def _levels(ties: Ties) -> Iterator[_Level]:
    for bond in ties.bonds:
        for a, b in bond.couples:
            yield _Level(a, b, _PARTNERS_LEVEL)
        for group in bond.twins:
            for a, b in pairwise(group):
                yield _Level(a, b, _TWINS_LEVEL)
        if not bond.partners:
            for a, b in pairwise(bond.children):
                yield _Level(a, b, _SIBLINGS_LEVEL)


def _solved(people: int, descents: Sequence[tuple[int, int]], levels: Sequence[_Level]) -> list[int]:
    programme = Programme(people)
    for parent, child in descents:
        programme.at_most({parent: 1.0, child: -1.0}, -1.0)
        programme.pay(child, 1.0)
        programme.pay(parent, -1.0)
    for level in levels:
        programme.wish_equal({level.a: 1.0, level.b: -1.0}, 0, weight=level.weight)
    if people:
        programme.at_most(dict.fromkeys(range(people), -1.0), 0.0)
    return _rounded(programme.solve())


def _rounded(rows: Sequence[float]) -> list[int]:
    """Whole rows; the shift keeps all rows as far from the next whole number as can be."""
    shares = sorted({round(row % 1, 4) % 1 for row in rows}) or [0.0]
    gaps = [(b - a, (a + b) / 2) for a, b in pairwise([*shares, shares[0] + 1])]
    shift = max(gaps)[1]
    return [floor(row - shift) for row in rows]
