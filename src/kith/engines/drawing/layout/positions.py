"""Where on their row everybody stands: the narrowest places that keep parents over their children.

One linear programme. Rooms never overlap: that is a constraint. Everything else is a wish with a weight.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack
from kith.engines.drawing.layout.programme import Programme, Terms
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.picture import Size

_UNDER = 20.0  # children's span holds the point they hang from
_CENTRED = 0.5  # and has it in the middle
_ONLY = 4.0  # an only child stands straight under it
_STRAIGHT = 3.0  # a line that passes a row goes straight on
_TOGETHER = 1.0  # partners, and a parent and their own trunk, no further apart than need be
_REACH = 0.3  # partners who could not stand together
_SIBLINGS = 0.3  # a sibship no wider than need be
_NARROW = 0.05  # neighbours no further apart than need be


def positions(rack: Rack, order: Order, sizes: Sequence[Size], spacing: Spacing) -> list[float]:
    """The x of every slot's middle in pixels; the leftmost room begins at or right of 0."""
    programme = Programme(len(rack.row))
    rooms = _Rooms(rack, sizes, spacing)
    for row in range(len(order.rows)):
        _keep_apart(programme, order.slots(rack, row), rooms)
    for bond, feet in _feet(rack, order).items():
        _centre(programme, rack, bond, feet, spacing)
    for strand in rack.strands:
        if strand.a == strand.b and strand.a >= len(rack.ties.ids):
            programme.wish_zero(_sum({strand.a: 1.0}, {strand.foot: -1.0}), weight=_STRAIGHT)
    for _, a, b in rack.apart:
        programme.wish_zero({a: 1.0, b: -1.0}, weight=_REACH)
    return programme.solve()


class _Rooms:
    """How far the middles of two neighbours must be from each other."""

    def __init__(self, rack: Rack, sizes: Sequence[Size], spacing: Spacing) -> None:
        self._sizes = sizes
        self._spacing = spacing
        self._couples = {frozenset(pair): self._couple(bond.words) for bond in rack.ties.bonds for pair in bond.couples}
        self._parents = rack.ties.parents
        self._lineup_of = rack.lineup_of

    def _couple(self, letters: int) -> float:
        return max(self._spacing.couple, self._spacing.symbol + self._spacing.letter * letters + 8)

    def width(self, slot: int) -> float:
        return self._sizes[slot].w if slot < len(self._sizes) else self._spacing.corridor

    def belong_together(self, a: int, b: int) -> bool:
        """Partners, or somebody and a corridor in their own line-up."""
        if max(a, b) >= len(self._sizes):
            return self._lineup_of[a] == self._lineup_of[b]
        return self._is_couple(a, b)

    def _is_couple(self, a: int, b: int) -> bool:
        return frozenset((a, b)) in self._couples

    def apart(self, a: int, b: int) -> float:
        """Partners keep their own distance, strangers a little more than siblings."""
        touching = (self.width(a) + self.width(b)) / 2
        if max(a, b) >= len(self._sizes):
            return touching + self._spacing.gap / 2
        if self._is_couple(a, b):
            widest = max(self.width(a), self.width(b))  # so that the line halfway between them clears both labels
            return max(widest + self._spacing.gap, self._couples[frozenset((a, b))])
        are_siblings = not {*self._parents.get(a, ())}.isdisjoint(self._parents.get(b, ()))
        return touching + (self._spacing.gap if are_siblings else self._spacing.strangers)


def _keep_apart(programme: Programme, slots: Sequence[int], rooms: _Rooms) -> None:
    for a, b in pairwise(slots):
        least = rooms.apart(a, b)
        programme.at_most({a: 1.0, b: -1.0}, -least)
        programme.wish_at_most({a: -1.0, b: 1.0}, least, weight=_TOGETHER if rooms.belong_together(a, b) else _NARROW)
    if slots:
        programme.at_most({slots[0]: -1.0}, -rooms.width(slots[0]) / 2)


def _centre(programme: Programme, rack: Rack, bond: int, feet: Sequence[int], spacing: Spacing) -> None:
    """The children's span holds the point they hang from, has it in the middle, and is no wider than need be."""
    a, b = rack.hangs[bond]
    first, last = feet[0], feet[-1]
    hang = _sum({a: 0.5}, {b: 0.5})
    upside_down = _sum({a: -0.5}, {b: -0.5})
    programme.wish_at_most(_sum(upside_down, {first: 1.0}), spacing.symbol / 2, weight=_UNDER)
    programme.wish_at_most(_sum(hang, {last: -1.0}), spacing.symbol / 2, weight=_UNDER)
    programme.wish_zero(_sum(upside_down, {first: 0.5}, {last: 0.5}), weight=_ONLY if first == last else _CENTRED)
    if first != last:
        programme.wish_at_most({first: -1.0, last: 1.0}, 0, weight=_SIBLINGS)


def _feet(rack: Rack, order: Order) -> dict[int, list[int]]:
    """For each bond the slots in the next row that its children's lines go to, from left to right."""
    places = order.places(rack)
    feet: dict[int, list[int]] = defaultdict(list)
    for (bond, child), corridors in rack.drops.items():
        feet[bond].append(corridors[0] if corridors else child)
    return {bond: sorted(slots, key=lambda slot: places[slot]) for bond, slots in feet.items()}


def _sum(*parts: Terms) -> Terms:
    total: dict[int, float] = {}
    for part in parts:
        for column, value in part.items():
            total[column] = total.get(column, 0.0) + value
    return total
