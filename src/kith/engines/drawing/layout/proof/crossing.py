"""The fewest crossings that any order of the same rows has, with every couple side by side: an integer programme.

Whether a stands left of b is one unknown for each two of a row; whether two lines cross is one for each two of a gap
(M. Jünger and others, "A polyhedral approach to the multi-layer crossing minimization problem", 1997).
"""

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from kith.engines.drawing.layout.ordering.rack import Hang, Pair, Rack
from kith.engines.drawing.layout.programme import Terms, sum_of

_NODES = 2_000  # of the search tree, so that the same family always gets the same answer


def least_crossings(rack: Rack) -> int:
    """A number of crossings that no order is below in which every couple of a row stands side by side."""
    return _Programme(rack).bound()


class _Programme:
    def __init__(self, rack: Rack) -> None:
        self._rack = rack
        self._left: dict[Pair, int] = {}  # a, b with a < b to the column that says a stands left of b
        self._rows: list[tuple[Terms, float, float]] = []
        for slots in rack.members():
            for pair in combinations(slots, 2):
                self._left[pair] = len(self._left)
            self._forbid_circles(slots)
        self._keep_couples()
        self._first_crossing = self._columns = len(self._left)
        self._cross()

    def bound(self) -> int:
        """Solve; where the search ends before its proof, what is proved so far."""
        if self._columns == self._first_crossing:
            return 0
        cost = np.zeros(self._columns)
        cost[self._first_crossing :] = 1
        at = [(row, column) for row, (terms, _, _) in enumerate(self._rows) for column in terms]
        factors = [factor for terms, _, _ in self._rows for factor in terms.values()]
        rows, columns = np.array(at).T
        matrix = csr_matrix((factors, (rows, columns)), shape=(len(self._rows), self._columns))
        limits = LinearConstraint(matrix, [low for _, low, _ in self._rows], [high for _, _, high in self._rows])
        whole = np.arange(self._columns) < self._first_crossing
        solved = milp(
            cost, integrality=whole.astype(int), bounds=Bounds(0, 1), constraints=limits, options={"node_limit": _NODES}
        )
        proved = solved.mip_dual_bound
        return max(math.ceil(proved - 1e-6), 0) if proved is not None and math.isfinite(proved) else 0

    def _is_left(self, a: int, b: int) -> tuple[Terms, float]:
        """Terms and a constant whose sum is 1 where a stands left of b, else 0."""
        return ({self._left[a, b]: 1.0}, 0.0) if a < b else ({self._left[b, a]: -1.0}, 1.0)

    def _forbid_circles(self, slots: list[int]) -> None:
        for a, b, c in combinations(slots, 3):
            self._rows.append(({self._left[a, b]: 1.0, self._left[b, c]: 1.0, self._left[a, c]: -1.0}, 0.0, 1.0))

    def _keep_couples(self) -> None:
        """Nobody stands between two partners: whoever is left of one is left of the other."""
        for a, b in self._rack.couples:
            for other in self._rack.members()[self._rack.row[a]]:
                if other not in (a, b):
                    self._equal(self._is_left(a, other), self._is_left(b, other))

    def _equal(self, one: tuple[Terms, float], other: tuple[Terms, float]) -> None:
        terms = sum_of(one[0], {column: -factor for column, factor in other[0].items()})
        self._rows.append((terms, other[1] - one[1], other[1] - one[1]))

    def _cross(self) -> None:
        """Two lines cross at least where their hangs stand in one order and their feet in the other."""
        for (one, foot), (other, far) in self._pairs():
            tops, feet = self._is_left(*_two(one, other)), self._is_left(foot, far)
            for high, low in ((tops, feet), (feet, tops)):
                terms = sum_of(high[0], {column: -factor for column, factor in low[0].items()}, {self._columns: -1.0})
                self._rows.append((terms, -math.inf, low[1] - high[1]))
            self._columns += 1

    def _pairs(self) -> Iterator[tuple[tuple[Hang, int], tuple[Hang, int]]]:
        """Lines of one gap whose hangs have an order of their own; hangs beside the same person are left out."""
        gaps: dict[int, list[tuple[Hang, int]]] = defaultdict(list)
        for strand in self._rack.strands:
            hang = self._rack.hangs[strand.hang]
            gaps[hang.row].append((hang, strand.foot))
        for gap in gaps.values():
            for one, other in combinations(gap, 2):
                if one[1] != other[1] and len({one[0].a, one[0].b} | {other[0].a, other[0].b}) > _own(one[0], other[0]):
                    yield one, other


def _own(one: Hang, other: Hang) -> int:
    """As many people as the larger of two hangs has: where both have no more, neither is left of the other."""
    return max(len({one.a, one.b}), len({other.a, other.b}))


def _two(one: Hang, other: Hang) -> Pair:
    """Two people, one of each hang, whose order is that of the hangs."""
    return (
        next(slot for slot in (one.a, one.b) if slot not in (other.a, other.b)),
        next(slot for slot in (other.a, other.b) if slot not in (one.a, one.b)),
    )
