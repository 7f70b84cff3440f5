"""The best order found within a budget of work that depends on the size of the family alone.

Several walks are improved and sifted; the two best go on to be shuffled, and the better of these once more.
"""

from dataclasses import dataclass

from kith.engines.drawing.layout.ordering.objective import CROSSING, Objective
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack
from kith.engines.drawing.layout.ordering.search import Budget, improve_walk
from kith.engines.drawing.layout.ordering.shuffle import Shuffle
from kith.engines.drawing.layout.ordering.sifting import sift
from kith.engines.drawing.layout.ordering.walk import Walk, walks

_LARGE = 1000  # slots: from here on one walk has to do
_ROOTS = 5


@dataclass(slots=True)
class _Found:
    """An order and its weight."""

    weight: float
    order: Order


def arranged(rack: Rack) -> Order:
    """The best order found."""
    slots = len(rack.row)
    work = min(200 * slots**2, 12_000 * slots, 20_000_000)
    objective = Objective(rack)
    begun = walks(rack, _ROOTS if slots < _LARGE else 1)
    found: list[_Found] = []
    for walk in begun:
        found.append(_walked(walk, rack, objective, work // 2 // len(begun)))
        if found[-1].weight == 0:
            return found[-1].order
    best = sorted(found, key=lambda each: each.weight)[:2]
    if best[0].weight < CROSSING:
        return best[0].order
    for each in best:
        _shuffled(each, rack, objective, work // 4 // len(best))
    winner = min(best, key=lambda each: each.weight)
    _shuffled(winner, rack, objective, work // 4)
    return winner.order


def _walked(walk: Walk, rack: Rack, objective: Objective, work: int) -> _Found:
    """Improve a walk, then sift; weighing a whole order is work for every slot."""
    weighings = int(work / (1.4 * len(rack.row)))
    improve_walk(walk, rack, objective, Budget(weighings))
    order = walk.order(rack)
    return _Found(sift(order, rack, objective, Budget(weighings)), order)


def _shuffled(found: _Found, rack: Rack, objective: Objective, work: int) -> None:
    """Shuffle, then sift; a step of shuffling is work for the slots of one row."""
    steps = int(work / (15 + 0.6 * len(rack.row) / objective.rows))
    if found.weight > 0:
        Shuffle(found.order, rack, objective, seed=1).run(Budget(steps))
        found.weight = sift(found.order, rack, objective, Budget(steps // 20))
