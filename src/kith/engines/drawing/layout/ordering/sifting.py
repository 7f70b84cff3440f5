"""Sifting: each line-up of a row tries every place in it while the other rows stand still.

What a pair of line-ups costs in either order is one matrix per row, so all places are compared at once.
(C. Matuszewski and others, "Using sifting for k-layer straightline crossing minimization", 1999.)
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kith.engines.drawing.layout.ordering.objective import AGE, CROSSING, Objective, sibships
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack
from kith.engines.drawing.layout.ordering.search import Budget

Matrix = NDArray[np.float64]


def sift(order: Order, rack: Rack, objective: Objective, budget: Budget) -> float:
    """Sweep over the rows until nothing helps; changes the order, returns the weight reached."""
    best = objective.of(order)
    rows = [*range(len(order.rows)), *reversed(range(len(order.rows)))]
    has_improved = True
    while has_improved and best > 0 and budget.left > 0:
        before = best
        for row in rows:
            best = _sift_row(order, row, rack, objective, budget, best)
        has_improved = best < before - 1e-9
    return best


def _sift_row(order: Order, row: int, rack: Rack, objective: Objective, budget: Budget, best: float) -> float:
    """Propose the places that the matrix likes; the objective has the last word."""
    costs = pair_costs(order, row, rack)
    for lineup in list(order.rows[row]):
        proposal = _proposal(order.rows[row], lineup, costs)
        if proposal and budget.spend():
            kept, order.rows[row] = order.rows[row], proposal
            weight = objective.of(order)
            if weight < best - 1e-9:
                best = weight
            else:
                order.rows[row] = kept
    return best


def _proposal(lineups: list[int], mover: int, costs: Matrix) -> list[int] | None:
    """The row with the mover at its cheapest place, if that is cheaper than where it is."""
    rank = {lineup: number for number, lineup in enumerate(sorted(lineups))}
    others = [other for other in lineups if other != mover]
    weights = _by_place(costs, rank[mover], [rank[other] for other in others])
    place = int(np.argmin(weights))
    if weights[place] >= weights[lineups.index(mover)] - 1e-9:
        return None
    return [*others[:place], mover, *others[place:]]


def _by_place(costs: Matrix, mover: int, others: Sequence[int]) -> Matrix:
    """The cost of the mover at each place among the others, from far left to far right."""
    left_of, right_of = costs[mover, others], costs[others, mover]
    return np.concatenate(([left_of.sum()], left_of.sum() + np.cumsum(right_of - left_of)))


def pair_costs(order: Order, row: int, rack: Rack) -> Matrix:
    """costs[u, v]: what it costs that line-up u (by rank of number in the row) stands left of line-up v."""
    places = order.places(rack)
    rank = {lineup: number for number, lineup in enumerate(sorted(order.rows[row]))}
    above = [(rank[rack.lineup_of[s.foot]], places[s.a] + places[s.b]) for s in rack.strands if s.row == row - 1]
    below = [(rank[rack.lineup_of[s.a]], places[s.foot]) for s in rack.strands if s.row == row]
    costs = CROSSING * (_inversions(above, len(rank)) + _inversions(below, len(rank)))
    for older, younger in _siblings(rack, row):
        costs[rank[rack.lineup_of[younger]], rank[rack.lineup_of[older]]] += AGE
    return costs


def _siblings(rack: Rack, row: int) -> Iterator[tuple[int, int]]:
    """Neighbours in age who stand in the row, the older first."""
    for children in sibships(rack):
        if rack.row[children[0]] == row:
            yield from pairwise(children)


def _inversions(ends: Sequence[tuple[int, int]], count: int) -> Matrix:
    """inversions[u, v]: strands of u and v that cross when u stands left of v."""
    if not ends:
        return np.zeros((count, count))
    owner, far = np.array(ends).T
    belongs = np.zeros((count, len(ends)))
    belongs[owner, np.arange(len(ends))] = 1
    return np.asarray(belongs @ (far[:, None] > far[None, :]).astype(float) @ belongs.T)
