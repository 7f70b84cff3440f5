"""The integer programme behind a plan, and its proof; the only place here that talks to the solver.

Columns are pairs for requests. There are millions of them, so the linear programme begins with a few and takes in
those that its dual prices ask for, until none is missing. Its prices of facilitators' time then bound every plan
from below (the Lagrangian bound, which holds for any prices, so rounding in the solver cannot spoil it). A pair
that would lift that bound to a plan in hand is in no better plan, and is left away; the whole-number programme over
what remains is solved to its optimum.
Source: Gilmore and Gomory 1961 for the columns, Geoffrion 1974 for the bound.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

from kith.engines.pairing.prices import FORBIDDEN, Prices
from kith.engines.pairing.stages import Cap, Stage, Taken, last_stage, stages

FIRST, MORE = 12, 6  # columns of each request at the start, and in each further round
ALMOST = 1e-5
MOST_NODES = 20_000
OVER_A_CAP = 10_000.0  # what one above a cap costs while columns are still sought; no plan goes above

Floats = NDArray[np.float64]
Columns = NDArray[np.int64]
"""Two rows: a request and a column of its table."""


@dataclass(frozen=True, slots=True)
class Solved:
    """What no plan can fall below in points, and whether what comes before points is proven to be least as well."""

    taken: Taken
    bound: int
    is_proven: bool


@dataclass(frozen=True, slots=True)
class _Best:
    taken: Taken
    cost: int
    bound: int


@dataclass(frozen=True, slots=True)
class _Paid:
    """What the linear programme would pay to be rid of each request, for time, and for one more under each cap.

    `keeps_caps` says whether it found a way to keep all caps.
    """

    requests: Floats
    time: Floats
    caps: Floats
    keeps_caps: bool


@dataclass(frozen=True, slots=True)
class _Bound:
    """What no plan can fall below, and by how much each pair would lift that."""

    value: float
    lifts: Floats

    @property
    def whole(self) -> int:
        return int(np.ceil(self.value - ALMOST))


class _NoPlan(Exception):
    """No plan keeps the caps."""


def solve(prices: Prices) -> Solved:
    """The best plan; it is not proven only where the budget of work ran out.

    Most pools leave no request without a pair, and need no pair of one agency. So that is tried first; each thing
    that comes before points is made least on its own only where that fails.
    """
    columns = _cheapest(prices.points.astype(np.float64), FIRST, below=float(FORBIDDEN))
    if not columns.size:
        return Solved({}, 0, is_proven=True)
    ahead = list(stages(prices))
    held: tuple[Cap, ...] = ()
    is_proven = True
    while True:
        try:
            best, _ = _optimum(last_stage(prices, (*held, *(cap for _, cap in ahead))), columns)
            return Solved(best.taken, best.bound, is_proven)
        except _NoPlan:
            stage, cap = ahead.pop(0)
        best, columns = _optimum(replace(stage, caps=held), columns)
        held = (*held, replace(cap, at_most=best.cost))
        is_proven = is_proven and best.cost <= best.bound


def _optimum(stage: Stage, columns: Columns) -> tuple[_Best, Columns]:
    """The best plan of one stage, and columns with which the next can begin: those of this plan are among them."""
    columns, bound = _relaxed(stage, columns)
    first = _whole(stage, columns)
    if first.cost <= bound.whole:
        return replace(first, bound=first.cost), columns
    left = np.array(np.nonzero(bound.lifts <= first.cost - 1 - bound.value + ALMOST))
    better = _whole(stage, np.concatenate([columns, left[:, ~_known(left, columns, stage)]], axis=1))
    return replace(better, bound=max(bound.whole, min(better.bound, better.cost))), columns


def _relaxed(stage: Stage, columns: Columns) -> tuple[Columns, _Bound]:
    """All columns that the linear programme asked for, and the bound by its prices."""
    costs = stage.costs.astype(np.float64)
    while True:
        paid = _linear(stage, columns)
        priced = costs + _for_pairs(stage, paid)
        asked = _cheapest(priced - paid.requests[:, None], MORE, below=-ALMOST)
        fresh = asked[:, ~_known(asked, columns, stage)]
        if not fresh.size and not paid.keeps_caps:
            raise _NoPlan
        if not fresh.size:
            return columns, _bounded(stage, priced, paid)
        columns = np.concatenate([columns, fresh], axis=1)


def _for_pairs(stage: Stage, paid: _Paid) -> Floats:
    """What the time of each two, or of one alone, and their place under the caps are worth."""
    first, second = stage.prices.pairs
    worth = paid.time[first] + np.where(stage.prices.is_two, paid.time[second], 0.0)
    for price, cap in zip(paid.caps, stage.caps, strict=True):
        worth = worth + price * cap.pairs
    return np.asarray(worth)


def _bounded(stage: Stage, priced: Floats, paid: _Paid) -> _Bound:
    """What each request costs at least at these prices, less what time and caps that are given are worth."""
    missing, kept = stage.missing.astype(np.float64), 0.0
    for price, cap in zip(paid.caps, stage.caps, strict=True):
        missing = missing + price * cap.missing
        kept += float(price) * cap.at_most
    least = np.minimum(missing, priced.min(axis=1, initial=np.inf))
    given = sum(min(0.0, step - price) for steps, price in zip(stage.steps, paid.time, strict=True) for step in steps)
    return _Bound(float(least.sum()) + given - kept, priced - least[:, None])


def _linear(stage: Stage, columns: Columns) -> _Paid:
    costs, each, most, limits = _system(stage, columns)
    bounds = np.stack([np.zeros(len(costs)), _upper(stage, len(costs))], axis=1)
    sparse: Any = linprog  # takes sparse rows, though its types do not say so
    solved = sparse(costs, A_ub=most, b_ub=limits, A_eq=each, b_eq=np.ones(each.shape[0]), bounds=bounds)
    paid = np.maximum(0.0, -np.asarray(solved.ineqlin.marginals))
    pool = len(stage.steps)
    broken = np.asarray(solved.x)[len(costs) - len(stage.caps) :]
    return _Paid(np.asarray(solved.eqlin.marginals), paid[:pool], paid[pool:], bool(broken.sum() < ALMOST))


def _whole(stage: Stage, columns: Columns) -> _Best:
    """The best plan in whole numbers over some columns."""
    costs, each, most, limits = _system(stage, columns)
    count = columns.shape[1]
    solved = milp(
        costs,
        integrality=np.arange(len(costs)) < count,
        bounds=Bounds(0, _upper(stage, len(costs))),
        constraints=[LinearConstraint(each, 1, 1), LinearConstraint(most, -np.inf, limits)],
        options={"mip_rel_gap": 0.0, "node_limit": MOST_NODES},
    )
    chosen = columns[:, np.asarray(solved.x)[:count] > 0.5]
    taken = {int(row): int(column) for row, column in chosen.T}
    if not stage.keeps_caps(taken):
        raise _NoPlan
    return _Best(taken, stage.cost_of(taken), int(np.ceil(float(solved.mip_dual_bound or 0.0) - ALMOST)))


def _system(stage: Stage, columns: Columns) -> tuple[Floats, csr_array, csr_array, Floats]:
    """Costs; one row for each request, all equal to 1; one for each facilitator's time and each cap; their limits.

    The unknowns are the columns, "nobody" for each request, each further meeting of each facilitator, and by how
    much each cap is broken.
    """
    rows, pairs = columns
    requests, count = len(stage.missing), len(rows)
    steps = np.array([step for steps in stage.steps for step in steps], np.float64)
    over = np.full(len(stage.caps), OVER_A_CAP)
    costs = np.concatenate([stage.costs[rows, pairs], stage.missing, steps, over]).astype(np.float64)
    asked = np.concatenate([rows, np.arange(requests)])
    each = csr_array((np.ones(len(asked)), (asked, np.arange(len(asked)))), shape=(requests, len(costs)))
    meetings = np.arange(count + requests, count + requests + len(steps))
    most = vstack([_time(stage, pairs, meetings, len(costs)), *_cap_rows(stage, pairs, len(steps))]).tocsr()
    return costs, each, most, np.array([0.0] * len(stage.steps) + [float(cap.at_most) for cap in stage.caps])


def _upper(stage: Stage, size: int) -> Floats:
    """All of them are taken once at most, but caps may be broken by more."""
    upper = np.ones(size)
    upper[size - len(stage.caps) :] = np.inf
    return upper


def _time(stage: Stage, pairs: Columns, meetings: Columns, size: int) -> csr_array:
    """Nobody leads more often than they have meetings to give."""
    first, second = stage.prices.pairs
    two = np.flatnonzero(stage.prices.is_two[pairs])
    givers = np.repeat(np.arange(len(stage.steps)), [len(steps) for steps in stage.steps])
    who = np.concatenate([first[pairs], second[pairs[two]], givers])
    where = np.concatenate([np.arange(len(pairs)), two, meetings])
    signs = np.concatenate([np.ones(len(pairs) + len(two)), -np.ones(len(meetings))])
    return csr_array((signs, (who, where)), shape=(len(stage.steps), size))


def _cap_rows(stage: Stage, pairs: Columns, steps: int) -> list[csr_array]:
    broken = -np.eye(len(stage.caps))
    rows = (
        np.concatenate([cap.pairs[pairs], cap.missing, np.zeros(steps), broken[place]])
        for place, cap in enumerate(stage.caps)
    )
    return [csr_array(row[None]) for row in rows]


def _cheapest(table: Floats, count: int, *, below: float) -> Columns:
    """So many of the least in each row that are below a limit."""
    width = table.shape[1]
    if width == 0:
        return np.zeros((2, 0), np.int64)
    enough = min(count, width)
    columns = np.sort(np.argpartition(table, enough - 1, axis=1)[:, :enough], axis=1).ravel()
    rows = np.repeat(np.arange(len(table)), enough)
    kept = table[rows, columns] < below
    return np.array([rows[kept], columns[kept]], np.int64)


def _known(asked: Columns, columns: Columns, stage: Stage) -> NDArray[np.bool_]:
    width = stage.costs.shape[1]
    return np.asarray(np.isin(asked[0] * width + asked[1], columns[0] * width + columns[1]), bool)
