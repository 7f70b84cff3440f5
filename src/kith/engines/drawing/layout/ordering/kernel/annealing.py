"""Simulated annealing: a change for the worse is forgiven the less, the further the search has cooled down."""

from kith.engines.drawing.layout.ordering.kernel.board import (
    BEST,
    GAP,
    INSIDE,
    KEPT_GAP,
    KEPT_INSIDE,
    ORDER,
    ROW,
    STARTS,
    Board,
)
from kith.engines.drawing.layout.ordering.kernel.branches import propose_branch
from kith.engines.drawing.layout.ordering.kernel.chance import HOPELESS, below, forgives, share
from kith.engines.drawing.layout.ordering.kernel.compiling import compiled
from kith.engines.drawing.layout.ordering.kernel.moves import propose, put_back
from kith.engines.drawing.layout.ordering.kernel.weighing import weigh_gap, weigh_row

_BRANCHES = 0.03  # share of moves that take a whole branch
_ROUNDED = 1e-6  # more than sums of weights are rounded by
_ANY = 1e9  # no order weighs as much


@compiled
def weigh(board: Board) -> float:
    """Weigh everything; the board's best is where it stands."""
    total = 0.0
    for row in range(board.sums.shape[1]):
        board.sums[GAP, row], board.sums[INSIDE, row] = weigh_gap(board, row, _ANY), weigh_row(board, row)
        total += board.sums[GAP, row] + board.sums[INSIDE, row]
    board.totals[0] = board.totals[1] = total
    _remember(board)
    return total


@compiled
def anneal(board: Board, steps: int, heat: float) -> float:
    """Try a number of moves at one heat; returns the best weight met so far."""
    slots = board.flat[STARTS, board.sums.shape[1]]
    for _ in range(steps):
        slot = below(board.random, slots)
        row = board.flat[ROW, slot]
        if board.flat[STARTS, row + 1] - board.flat[STARTS, row] > 1:
            _try(board, slot, heat)
            if board.totals[0] < board.totals[1] - 1e-9:
                board.totals[1] = board.totals[0]
                _remember(board)
    return board.totals[1]


@compiled
def _remember(board: Board) -> None:
    for at in range(board.flat[STARTS, board.sums.shape[1]]):
        board.state[BEST, at] = board.state[ORDER, at]


@compiled
def _try(board: Board, slot: int, heat: float) -> None:
    first = last = board.flat[ROW, slot]
    if share(board.random) < _BRANCHES:
        first, last = propose_branch(board, slot)
        start, end = board.flat[STARTS, first], board.flat[STARTS, last + 1]
    else:
        start, end = propose(board, slot)
        if start == end:
            return
    change = _reweigh(board, first, last, HOPELESS * heat + _ROUNDED)
    if change > 0 and not forgives(board.random, change / heat):
        _undo(board, first, last)
        put_back(board, start, end)
    else:
        board.totals[0] += change


@compiled
def _reweigh(board: Board, first: int, last: int, most: float) -> float:
    """By how much the rows from first to last and the gaps around them weigh more; what they weighed before is kept.

    Lines leave by what stands on either side, so a row changes the gap above it as well. Once it is more than `most`,
    nobody needs to know by how much, and the rest is not weighed.
    """
    above, before, least = max(first - 1, 0), 0.0, 0.0
    for row in range(above, last + 1):
        board.sums[KEPT_GAP, row], board.sums[KEPT_INSIDE, row] = board.sums[GAP, row], board.sums[INSIDE, row]
        before += board.sums[GAP, row] + board.sums[INSIDE, row]
    enough = before + most
    for row in range(above, last + 1):
        if row >= first:
            board.sums[INSIDE, row] = weigh_row(board, row)
        least += board.sums[INSIDE, row]
    for row in range(above, last + 1):
        if least > enough:
            return least - before
        board.sums[GAP, row] = weigh_gap(board, row, enough - least)
        least += board.sums[GAP, row]
    after = 0.0
    for row in range(above, last + 1):
        after += board.sums[GAP, row] + board.sums[INSIDE, row]
    return after - before


@compiled
def _undo(board: Board, first: int, last: int) -> None:
    for row in range(max(first - 1, 0), last + 1):
        board.sums[GAP, row], board.sums[INSIDE, row] = board.sums[KEPT_GAP, row], board.sums[KEPT_INSIDE, row]
