"""Annealing from a first order within a budget of moves; more effort means longer, and several times over."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from kith.engines.drawing.layout.ordering.kernel.annealing import anneal, weigh
from kith.engines.drawing.layout.ordering.kernel.board import order_on, set_up
from kith.engines.drawing.layout.ordering.kernel.compiling import drop_outdated
from kith.engines.drawing.layout.ordering.objective import Weights
from kith.engines.drawing.layout.ordering.order import Arranged, Order
from kith.engines.drawing.layout.wishes import Wishes

_HOT, _WARM, _COOL, _COLD = 1.0, 0.3, 0.15, 0.01  # in crossings; warm where an earlier drawing is kept
_ROUNDS = 60  # heats on the way down
_MOVES, _MOST = 2000, 1_800_000  # for each slot, and at most
_FEW = 0.15  # of them, where an earlier drawing is kept
_LOG = logging.getLogger(__name__)
_NOTHING = 1e-9
_WORTH = 2.0  # parting a couple is tried where so many times its price is to be gained
_OFTEN, _SMALL = 4.0, 150  # from this effort on, and up to so many slots, three searches share the work


def is_compiled() -> bool:
    """Whether an earlier run left the compiled search where this one will look for it."""
    compiled: Any = anneal
    if compiled.signatures:
        return True
    folder = compiled.stats.cache_path
    if folder is None:
        return False
    drop_outdated(Path(folder))
    return any(Path(folder).glob("annealing.anneal-*.nbi"))


def search(first: Order, weights: Weights, wishes: Wishes) -> Arranged:
    """The best order that annealing meets, and whether it came to its end."""
    if not is_compiled():
        _LOG.warning("The search for good layouts is being compiled, once on this machine; this takes a minute.")
    is_settled, is_small = bool(first.rack.settled), len(first.place) < _SMALL
    times = 3 if wishes.effort >= _OFTEN or is_small else 1
    moves = int(wishes.effort * min(_MOVES * len(first.place), _MOST) * (_FEW if is_settled else 1) / times)
    found = []
    for seed in range(1, times + 1):
        found.append(_cooled(first, weights, _Cooling(seed, _WARM if is_settled else _HOT, moves, wishes)))
        if min(found)[0] < _NOTHING or wishes.stop():
            break
    if is_small and not is_settled and min(found)[0] > _WORTH * weights.apart:
        found += _parted(first, weights, _Cooling(1, _HOT, moves, wishes))
    if is_small and not is_settled and min(found)[0] > _NOTHING:
        found.append(_mirrored(min(found).order, weights, _Cooling(1, _COOL, moves, wishes)))
    return Arranged(min(found).order, is_finished=not wishes.stop())


class _Found(NamedTuple):
    weight: float
    number: int
    order: Order

    def __lt__(self, other: tuple[object, ...]) -> bool:
        return self[:2] < other[:2]


class _Cooling(NamedTuple):
    """How to anneal."""

    seed: int
    hot: float
    moves: int
    wishes: Wishes


def _parted(first: Order, weights: Weights, cooling: _Cooling) -> Iterator[_Found]:
    """One couple after the other may part, of those whose parents are both drawn; then all is weighed again.

    Where parting costs less than usual, the others are held together as usual and brackets cost nothing until then.
    """
    rack = first.rack
    until = replace(Weights(), reach=0.0, bracket=0.0) if rack.may_stray else weights
    fed = {strand.foot for strand in rack.strands}
    for pair in [pair for pair in rack.couples if fed.issuperset(pair)]:
        freed = replace(rack, couples={other: unions for other, unions in rack.couples.items() if other != pair})
        order = _cooled(Order(freed, first.rows), until, cooling).order
        yield _cooled(Order(rack, order.rows), weights, cooling._replace(hot=_WARM, moves=cooling.moves // 2))


def _mirrored(order: Order, weights: Weights, cooling: _Cooling) -> _Found:
    """The picture turned round weighs the same but for who is older; what a search froze in may melt there."""
    return _cooled(Order(order.rack, [row[::-1] for row in order.rows]), weights, cooling)


def _cooled(first: Order, weights: Weights, cooling: _Cooling) -> _Found:
    """Anneal from hot to cold, until there is nothing left to find or no time to find it."""
    board = set_up(first, weights, cooling.seed)
    weigh(board)
    for number in range(_ROUNDS):
        heat = cooling.hot * (_COLD / cooling.hot) ** (number / (_ROUNDS - 1))
        if anneal(board, cooling.moves // _ROUNDS + 1, heat) < _NOTHING or cooling.wishes.stop():
            break
    return _Found(float(board.totals[1]), cooling.seed, order_on(board, first.rack))
