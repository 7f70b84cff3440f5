"""Annealing from a first order within a budget of moves; more effort means longer, and several times over."""

from kith.engines.drawing.layout.ordering.arrange import Arranged
from kith.engines.drawing.layout.ordering.kernel.annealing import anneal, weigh
from kith.engines.drawing.layout.ordering.kernel.board import Board, order_on, set_up
from kith.engines.drawing.layout.ordering.objective import Weights
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.wishes import Wishes

_HOT, _WARM, _COLD = 1.0, 0.3, 0.04  # in crossings; warm where an earlier drawing is kept
_ROUNDS = 60  # heats on the way down
_MOVES, _MOST = 2000, 1_800_000  # for each slot, and at most
_FEW = 0.15  # of them, where an earlier drawing is kept
_OFTEN, _SMALL = 4.0, 150  # from this effort on, and up to so many slots, three searches share the work


def search(first: Order, weights: Weights, wishes: Wishes) -> Arranged:
    """The best order that annealing meets, and whether it came to its end."""
    is_settled = bool(first.rack.settled)
    times = 3 if wishes.effort >= _OFTEN or len(first.place) < _SMALL else 1
    moves = wishes.effort * min(_MOVES * len(first.place), _MOST) * (_FEW if is_settled else 1) / times
    boards = []
    for seed in range(1, times + 1):
        boards.append(set_up(first, weights, seed))
        if not _cool(boards[-1], _WARM if is_settled else _HOT, int(moves), wishes):
            break
    best = min(boards, key=lambda board: float(board.totals[1]))
    return Arranged(order_on(best, first.rack), is_finished=not wishes.stop())


def _cool(board: Board, hot: float, moves: int, wishes: Wishes) -> bool:
    """Anneal from hot to cold; returns whether there is anything left to find and time to find it."""
    weigh(board)
    for number in range(_ROUNDS):
        heat = hot * (_COLD / hot) ** (number / (_ROUNDS - 1))
        if anneal(board, moves // _ROUNDS + 1, heat) < 1e-9 or wishes.stop():
            return False
    return True
