"""Which row everybody stands in: children below both parents, partners level wherever descent allows.

The rows are the optimum of a small linear programme whose constraints are all differences of two rows, so that
its corner solutions are whole numbers (E. R. Gansner and others, "A technique for drawing directed graphs", 1993).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

from kith.engines.drawing.layout.errors import CannotDraw
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
    levels = list(_levels(ties))
    if not descents and not levels:
        return [0] * len(ties.ids)
    return _solved(len(ties.ids), descents, levels)


def refuse_cycles(ties: Ties) -> None:
    """Raise CannotDraw naming the people where somebody descends from themselves."""
    parents: dict[int, set[int]] = {}
    for bond in ties.bonds:
        for child in bond.children:
            parents.setdefault(child, set()).update(bond.partners)
    try:
        TopologicalSorter(parents).prepare()
    except CycleError as error:
        circle = " , ".join(f"“{ties.ids[number]}”" for number in error.args[1][:-1]).replace(" ,", ",")
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
    """Variables are the rows, then one spread for each wish."""
    cost = np.zeros(people + len(levels))
    rows: list[tuple[int, int, int | None]] = []
    for parent, child in descents:  # row[parent] - row[child] <= -1
        rows.append((parent, child, None))
        cost[child] += 1
        cost[parent] -= 1
    for number, level in enumerate(levels, start=people):  # |row[a] - row[b]| <= spread
        rows += [(level.a, level.b, number), (level.b, level.a, number)]
        cost[number] = level.weight
    limits = [-1.0] * len(descents) + [0.0] * (2 * len(levels))
    entries = [(i, j, v) for i, (a, b, s) in enumerate(rows) for j, v in ((a, 1.0), (b, -1.0), (s, -1.0)) if j is not None]
    i, j, v = zip(*entries, strict=True)
    matrix = coo_matrix((v, (i, j)), shape=(len(rows), len(cost))).tocsr()
    solved = linprog(cost, A_ub=matrix, b_ub=limits, bounds=(0, None), method="highs-ds")
    return [round(float(x)) for x in solved.x[:people]]
