"""What is proved about one order: how many couples apart and crossings it has, and how few there could be."""

from kith.engines.drawing.layout.ordering.objective import crossings
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.proof.crossing import least_crossings
from kith.engines.drawing.layout.proof.standing_apart import least_apart
from kith.engines.drawing.picture import Certificate

_SMALL = 45  # people; for more, the proof about crossings would take too long


def certify(order: Order) -> Certificate:
    """The certificate of one connected family; `least_crossings` is 0 where nothing is proved about them."""
    rack, place = order.rack, order.place
    levels = sum(rack.row[a] != rack.row[b] for bond in rack.ties.bonds for a, b in bond.couples)
    apart = sum(unions for (a, b), unions in rack.couples.items() if abs(place[a] - place[b]) != 1)
    found = crossings(order)
    can_prove = found > 0 and apart == 0 and rack.people <= _SMALL
    return Certificate(
        apart=apart + levels,
        least_apart=least_apart(rack.couples) + levels,
        crossings=found,
        least_crossings=least_crossings(rack) if can_prove else 0,
    )
