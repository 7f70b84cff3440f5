"""Simulated annealing: a change for the worse is forgiven the less, the further the search has cooled down."""

from kith.engines.drawing.layout.ordering.kernel.board import (
    BEST,
    GAP,
    INSIDE,
    KEPT,
    KEPT_GAP,
    KEPT_INSIDE,
    ORDER,
    ROW,
    STARTS,
    Board,
)
from kith.engines.drawing.layout.ordering.kernel.branches import propose_branch
from kith.engines.drawing.layout.ordering.kernel.chance import below, forgives, share
from kith.engines.drawing.layout.ordering.kernel.compiling import compiled
from kith.engines.drawing.layout.ordering.kernel.moves import number, propose
from kith.engines.drawing.layout.ordering.kernel.weighing import weigh_gap, weigh_row

_BRANCHES = 0.03  # share of moves that take a whole branch


@compiled
def weigh(board: Board) -> float:
    """Weigh everything; the board's best is where it stands."""
    rows = board.sums.shape[1]
    _weigh_rows(board, 0, rows - 1)
    total = 0.0
    for row in range(rows):
        total += board.sums[GAP, row] + board.sums[INSIDE, row]
    board.totals[0] = board.totals[1] = total
    _copy(board, ORDER, BEST)
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
                _copy(board, ORDER, BEST)
    return board.totals[1]


@compiled
def _copy(board: Board, source: int, target: int) -> None:
    for at in range(board.flat[STARTS, board.sums.shape[1]]):
        board.state[target, at] = board.state[source, at]


@compiled
def _try(board: Board, slot: int, heat: float) -> None:
    first = last = board.flat[ROW, slot]
    if share(board.random) < _BRANCHES:
        _copy(board, ORDER, KEPT)
        first, last = propose_branch(board, slot)
    else:
        for at in range(board.flat[STARTS, first], board.flat[STARTS, first + 1]):
            board.state[KEPT, at] = board.state[ORDER, at]
        propose(board, slot)
    change = _reweigh(board, first, last)
    if change > 0 and not forgives(board.random, change / heat):
        _undo(board, first, last)
    else:
        board.totals[0] += change


@compiled
def _reweigh(board: Board, first: int, last: int) -> float:
    """Weigh the rows from first to last and the gaps around them; what they weighed before is kept."""
    before = 0.0
    for row in range(max(first - 1, 0), last + 1):
        board.sums[KEPT_GAP, row], board.sums[KEPT_INSIDE, row] = board.sums[GAP, row], board.sums[INSIDE, row]
        before += board.sums[GAP, row] + board.sums[INSIDE, row]
    _weigh_rows(board, first, last)
    after = 0.0
    for row in range(max(first - 1, 0), last + 1):
        after += board.sums[GAP, row] + board.sums[INSIDE, row]
    return after - before


@compiled
def _weigh_rows(board: Board, first: int, last: int) -> None:
    """Weigh rows, and the gaps below them and above the first: lines leave by what stands on either side."""
    for row in range(max(first - 1, 0), last + 1):
        board.sums[GAP, row] = weigh_gap(board, row)
    for row in range(first, last + 1):
        board.sums[INSIDE, row] = weigh_row(board, row)


@compiled
def _undo(board: Board, first: int, last: int) -> None:
    for at in range(board.flat[STARTS, first], board.flat[STARTS, last + 1]):
        board.state[ORDER, at] = board.state[KEPT, at]
    for row in range(max(first - 1, 0), last + 1):
        board.sums[GAP, row], board.sums[INSIDE, row] = board.sums[KEPT_GAP, row], board.sums[KEPT_INSIDE, row]
    for row in range(first, last + 1):
        number(board, row)
