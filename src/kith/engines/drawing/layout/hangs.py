"""From where children hang: halfway between their parents, and a little aside where two unions join the same two."""

from collections import defaultdict
from collections.abc import Mapping

from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack

_ASIDE = 12.0  # pixels between the trunks of two unions of the same two people


def feet_of(rack: Rack, order: Order) -> dict[int, list[int]]:
    """For each bond the slots in the next row that its children's lines go to, from left to right."""
    places = order.places(rack)
    feet: dict[int, list[int]] = defaultdict(list)
    for (bond, child), corridors in rack.drops.items():
        feet[bond].append(corridors[0] if corridors else child)
    return {bond: sorted(slots, key=lambda slot: places[slot]) for bond, slots in feet.items()}


def shifts(rack: Rack, order: Order, feet: Mapping[int, list[int]]) -> dict[int, float]:
    """How far right of the middle each bond's children hang, in pixels; 0 for nearly all."""
    places = order.places(rack)
    shared: dict[frozenset[int], list[int]] = defaultdict(list)
    for bond in feet:
        shared[frozenset(rack.hangs[bond])].append(bond)
    found: dict[int, float] = {}
    for bonds in shared.values():
        ordered = sorted(bonds, key=lambda bond: sum(places[foot] for foot in feet[bond]) / len(feet[bond]))
        found.update({bond: _ASIDE * (number - (len(bonds) - 1) / 2) for number, bond in enumerate(ordered)})
    return found
