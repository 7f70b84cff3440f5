"""Lanes: every horizontal run of a row gap gets a height of its own wherever it would lie on another.

First an order from top to bottom with few crossings, then the first free lane in that order (interval colouring).
"""

from collections.abc import Sequence

from kith.engines.drawing.routing.plan import Run

_APART = 12.0  # pixels that two runs in one lane keep between them
_SAME, _OVERLAID = 5.0, 1000.0  # vertical lines nearer than this, in pixels, lie on each other
_NEAR, _CONFUSING = 12.0, 1.5  # and nearer than this look as if they did
_SWEEPS = 8


def lanes(runs: Sequence[Run]) -> list[int]:
    """The lane of each run of one gap, 0 the highest.

    >>> lanes([Run(1, (10.0,), (0.0, 20.0)), Run(1, (60.0,), (15.0, 60.0)), Run(1, (90.0,), (80.0, 99.0))])
    [0, 1, 0]
    """
    meets = [_met(run, runs) for run in runs]
    order = _ordered(runs, meets)
    lane = [0] * len(runs)
    for place, run in enumerate(order):
        over = meets[run].intersection(order[:place])
        lane[run] = max(lane[other] for other in over) + 1 + runs[run].has_words if over else 0
    _sink(runs, meets, order, lane)
    return lane


def _sink(runs: Sequence[Run], meets: Sequence[set[int]], order: Sequence[int], lane: list[int]) -> None:
    """Let brackets down to the lowest lane that is free, nearest to their people."""
    under_all = 1 + max(lane, default=0)
    for place in reversed(range(len(order))):
        run = order[place]
        if runs[run].hugs_row:
            under = [lane[other] - runs[other].has_words for other in order[place:] if other in meets[run]]
            lane[run] = min(under, default=under_all) - 1


def _met(run: Run, runs: Sequence[Run]) -> set[int]:
    return {number for number, other in enumerate(runs) if other is not run and _meet(run, other)}


def _meet(a: Run, b: Run) -> bool:
    return a.left < b.right + _APART and b.left < a.right + _APART


def _ordered(runs: Sequence[Run], meets: Sequence[set[int]]) -> list[int]:
    """Sift every run to its best height among those it meets until no run wants to move."""
    costs = {(i, j): _cost(runs[i], runs[j]) for i, others in enumerate(meets) for j in others}
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
    gaps = [abs(x - y) for x in upper.below for y in lower.above]
    return crossings + sum(_OVERLAID if gap < _SAME else _CONFUSING for gap in gaps if gap < _NEAR)
