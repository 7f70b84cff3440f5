"""Annealing from a first order, several times over, within a budget of moves."""

from kith.engines.drawing.layout.ordering.arrange import Effort
from kith.engines.drawing.layout.ordering.kernel.annealing import anneal, weigh
from kith.engines.drawing.layout.ordering.kernel.board import order_on, set_up
from kith.engines.drawing.layout.ordering.objective import Weights
from kith.engines.drawing.layout.ordering.order import Order

_HOT, _COLD = 2.0, 0.04  # in crossings
_ROUNDS = 100  # heats on the way down


def search(first: Order, weights: Weights, effort: Effort) -> Order:
    """The best order that annealing meets."""
    board = set_up(first, weights, seed=1)
    weigh(board)
    steps = int(effort.times * moves(len(first.place)))
    for number in range(_ROUNDS):
        heat = _HOT * (_COLD / _HOT) ** (number / (_ROUNDS - 1))
        if anneal(board, steps // _ROUNDS, heat) < 1e-9 or effort.stop():
            break
    return order_on(board, first.rack)


def moves(slots: int) -> int:
    """The moves that a search of normal effort makes."""
    return 400_000
