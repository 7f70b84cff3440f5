"""The best order found within a budget of work that depends on the size of the family alone.

A walk is enough where nothing in it can be better; else the best walk is searched from, by annealing.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from kith.engines.drawing.layout.ordering.objective import Weights, weigh
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack
from kith.engines.drawing.layout.ordering.walk import walks


class Effort(NamedTuple):
    """How much work a search may do: 1 is meant for a page that somebody waits for, 10 for a final print."""

    times: float = 1.0
    stop: Callable[[], bool] = bool  # asked now and then; True ends the search at once


def arranged(rack: Rack, weights: Weights, effort: Effort) -> Order:
    """The best order found."""
    begun = min(walks(rack, 3), key=lambda order: weigh(order, weights))
    if len(rack.row) < 3 or weigh(begun, weights) == 0:
        return begun
    found: Order = import_module("kith.engines.drawing.layout.ordering.kernel.search").search(begun, weights, effort)
    return found
