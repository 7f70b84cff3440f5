"""The best order found within a budget of work that depends on the size of the family alone.

Some walks are improved and sifted; the best is shuffled for long, which measured better than many for short.
"""

from operator import itemgetter

from kith.engines.drawing.layout.ordering.objective import CROSSING, Objective
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack
from kith.engines.drawing.layout.ordering.search import Budget, improve_walk
from kith.engines.drawing.layout.ordering.shuffle import Shuffle
from kith.engines.drawing.layout.ordering.sifting import sift
from kith.engines.drawing.layout.ordering.walk import Walk, walks

_LARGE = 1000  # slots: from here on one walk has to do
_ROOTS = 3
_WALKING = 0.35  # share of the work; the rest is for shuffling
_SEED = 2  # the best of six on one intermarried family of 61: 5 crossings, the others 6 to 8


def arranged(rack: Rack) -> Order:
    """The best order found."""
    slots = len(rack.row)
    work = min(200 * slots**2, 20_000 * slots, 12_000_000)
    objective = Objective(rack)
    begun = walks(rack, _ROOTS if slots < _LARGE else 1)
    weight, order = _walked(begun[0], rack, objective, _WALKING * work / len(begun))
    for walk in begun[1:]:
        if weight >= CROSSING:
            weight, order = min(
                (weight, order), _walked(walk, rack, objective, _WALKING * work / len(begun)), key=itemgetter(0)
            )
    if weight >= CROSSING:
        _shuffle(order, rack, objective, (1 - _WALKING) * work)
    return order


def _walked(walk: Walk, rack: Rack, objective: Objective, work: float) -> tuple[float, Order]:
    """Improve a walk, then sift; weighing a whole order is work for every slot."""
    weighings = int(work / (1.4 * len(rack.row)))
    improve_walk(walk, rack, objective, Budget(weighings))
    order = walk.order(rack)
    return sift(order, rack, objective, Budget(weighings)), order


def _shuffle(order: Order, rack: Rack, objective: Objective, work: float) -> None:
    """Shuffle, then sift; a step of shuffling is work for the slots of one row."""
    steps = int(work / (15 + 0.6 * len(rack.row) / objective.rows))
    Shuffle(order, rack, objective, seed=_SEED).run(Budget(steps))
    sift(order, rack, objective, Budget(steps // 20))
