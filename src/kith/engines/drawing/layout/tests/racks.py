"""Racks of random families, for tests of the order of rows."""

from random import Random

from kith.engines.drawing.layout.components import components, part_of
from kith.engines.drawing.layout.generations import generations
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack, build_rack
from kith.engines.drawing.layout.ties import read_ties
from kith.engines.drawing.network import Network


def largest_rack(network: Network) -> Rack:
    """The rack of the largest connected family."""
    ties = read_ties(network)
    rows = generations(ties)
    people = components(ties)[0]
    top = min(rows[person] for person in people)
    return build_rack(part_of(ties, people), [rows[person] - top for person in people])


def shuffled(rack: Rack, seed: int) -> Order:
    """An order that makes no sense."""
    rows = rack.members()
    for slots in rows:
        Random(seed).shuffle(slots)
    return Order(rack, rows)
