"""The best order found within a budget of work that depends on the size of the family and the effort alone.

A walk is enough where nothing in it can be better; else the best walk is searched from, by annealing.
"""

from collections.abc import Callable, Mapping

from kith.engines.drawing.layout.ordering.known import searched_once
from kith.engines.drawing.layout.ordering.objective import Weights, weigh
from kith.engines.drawing.layout.ordering.order import Arranged, Order
from kith.engines.drawing.layout.ordering.rack import Rack
from kith.engines.drawing.layout.ordering.settling import settle
from kith.engines.drawing.layout.ordering.walk import walks
from kith.engines.drawing.layout.wishes import Wishes

_ROOTS = 3


def arranged(rack: Rack, wishes: Wishes, x: Mapping[int, float]) -> Arranged:
    """Search for the best order; whoever has an x from an earlier drawing keeps their order among themselves."""
    weights = Weights.where(wishes.together)
    rack.may_stray = weights.bracket < Weights().bracket
    begun = walks(rack, _ROOTS)
    if x:
        begun = [settle(begun[0], x)]
    weight, number = min((weigh(order, weights), number) for number, order in enumerate(begun))
    if weight == 0 or len(rack.row) < 3:
        return Arranged(begun[number])
    return searched_once(begun[number], weights, wishes, _search)


def _search() -> Callable[[Order, Weights, Wishes], Arranged]:
    """The one adapter to the compiled search: numba takes longer to load than a small family takes to draw."""
    from kith.engines.drawing.layout.ordering.kernel.search import search  # noqa: PLC0415

    return search
