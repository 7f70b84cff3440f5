"""Lanes: every horizontal run of a row gap gets a height of its own wherever it would lie on another.

First an order from top to bottom with few crossings, then the first free lane in that order (interval colouring).
"""

from collections.abc import Sequence

from kith.engines.drawing.routing.plan import Run

_APART = 8.0  # pixels that two runs in one lane keep between them
_SAME = 5.0  # vertical lines nearer than this look like one
_OVERLAID = 1000.0
_SWEEPS = 8


def lanes(runs: Sequence[Run]) -> list[int]:
    """The lane of each run of one gap, 0 the highest.

    >>> lanes([Run(1, (10.0,), (0.0, 20.0)), Run(1, (60.0,), (15.0, 60.0)), Run(1, (90.0,), (80.0, 99.0))])
    [1, 0, 0]
    """
    order = _ordered(runs)
    lane = [0] * len(runs)
    for place, run in enumerate(order):
        lane[run] = 1 + max((lane[other] for other in order[:place] if _meet(runs[run], runs[other])), default=-1)
    lowest = max(lane, default=0)
    for place, run in reversed(list(enumerate(order))):
        if runs[run].hugs_row:
            under = [lane[other] for other in order[place + 1 :] if _meet(runs[run], runs[other])]
            lane[run] = min(under, default=lowest + 1) - 1
    return lane


def _meet(a: Run, b: Run) -> bool:
    return a.left < b.right + _APART and b.left < a.right + _APART


def _ordered(runs: Sequence[Run]) -> list[int]:
    """Sift every run to its best height among those it meets until no run wants to move."""
    meets = {i: [j for j in range(len(runs)) if j != i and _meet(runs[i], runs[j])] for i in range(len(runs))}
    costs = {(i, j): _cost(runs[i], runs[j]) for i, others in meets.items() for j in others}
    order = list(range(len(runs)))
    for _ in range(_SWEEPS):
        before = list(order)
        for run in before:
            _sift(order, run, costs)
        if order == before:
            break
    return order


def _sift(order: list[int], run: int, costs: dict[tuple[int, int], float]) -> None:
    here = order.index(run)
    del order[here]
    weight = sum(costs.get((run, other), 0) for other in order)
    weights = [weight]
    for other in order:
        weight += costs.get((other, run), 0) - costs.get((run, other), 0)
        weights.append(weight)
    best = min(range(len(weights)), key=lambda place: (weights[place], abs(place - here)))
    order.insert(best, run)


def _cost(upper: Run, lower: Run) -> float:
    """What it costs to have one run above another: lines that must cross the other run, or lie on each other."""
    crossings = sum(lower.left < x < lower.right for x in upper.below)
    crossings += sum(upper.left < x < upper.right for x in lower.above)
    overlaid = sum(abs(x - y) < _SAME for x in upper.below for y in lower.above)
    return crossings + _OVERLAID * overlaid
