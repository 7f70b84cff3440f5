"""Where on their row everybody stands: the narrowest places that keep parents over their children.

One linear programme (HiGHS). Rooms never overlap: that is a constraint. Everything else is a wish with a weight.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scipy.optimize import linprog
from scipy.sparse import coo_matrix

from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.picture import Size

_UNDER = 20.0  # children's span holds the point they hang from
_CENTRED = 2.0  # and has it in the middle
_STRAIGHT = 3.0  # a line that passes a row goes straight on
_TOGETHER = 1.0  # partners no further apart than need be
_REACH = 0.3  # partners who could not stand together
_SIBLINGS = 0.1  # a sibship no wider than need be
_NARROW = 0.02  # neighbours no further apart than need be

Terms = dict[int, float]


@dataclass(slots=True)
class _Programme:
    """Wishes and constraints as they are collected; columns are slots first, then one slack for each wish."""

    slots: int
    cost: list[float] = field(default_factory=list)
    limits: list[float] = field(default_factory=list)
    entries: list[tuple[int, int, float]] = field(default_factory=list)

    def at_most(self, terms: Mapping[int, float], limit: float) -> None:
        """A hard constraint: the sum of the terms is at most the limit."""
        row = len(self.limits)
        self.entries += [(row, column, value) for column, value in terms.items()]
        self.limits.append(limit)

    def wish_at_most(self, terms: Mapping[int, float], limit: float, weight: float) -> None:
        """A wish: what the sum is above the limit is paid for."""
        slack = self.slots + len(self.cost)
        self.cost.append(weight)
        self.at_most({**terms, slack: -1.0}, limit)

    def wish_zero(self, terms: Mapping[int, float], weight: float) -> None:
        """A wish: the sum is zero, and its distance from zero is paid for."""
        slack = self.slots + len(self.cost)
        self.cost.append(weight)
        self.at_most({**terms, slack: -1.0}, 0)
        self.at_most({**{column: -value for column, value in terms.items()}, slack: -1.0}, 0)

    def solve(self) -> list[float]:
        """The x of every slot."""
        cost = [0.0] * self.slots + self.cost
        i, j, v = zip(*self.entries, strict=True)
        matrix = coo_matrix((v, (i, j)), shape=(len(self.limits), len(cost))).tocsr()
        solved = linprog(cost, A_ub=matrix, b_ub=self.limits, bounds=(0, None), method="highs")
        return [float(x) for x in solved.x[: self.slots]]


def positions(rack: Rack, order: Order, sizes: Sequence[Size], spacing: Spacing) -> list[float]:
    """The x of every slot's middle in pixels; the leftmost room begins at or right of 0."""
    programme = _Programme(len(rack.row))
    for row in range(len(order.rows)):
        _keep_apart(programme, order.slots(rack, row), _Rooms(rack, sizes, spacing))
    for bond, feet in _feet(rack, order).items():
        _centre(programme, rack, bond, feet, spacing)
    for strand in rack.strands:
        if strand.a == strand.b and strand.a >= len(rack.ties.ids):
            programme.wish_zero(_sum({strand.a: 1.0}, {strand.foot: -1.0}), _STRAIGHT)
    for _, a, b in rack.apart:
        programme.wish_zero({a: 1.0, b: -1.0}, _REACH)
    return programme.solve() if programme.entries else [0.0] * len(rack.row)


class _Rooms:
    """How far the middles of two neighbours must be from each other."""

    def __init__(self, rack: Rack, sizes: Sequence[Size], spacing: Spacing) -> None:
        self._sizes = sizes
        self._spacing = spacing
        self._couples = {
            frozenset(pair): self._couple(bond.words) for bond in rack.ties.bonds for pair in bond.couples
        }
        self._parents = rack.ties.parents

    def _couple(self, letters: int) -> float:
        return max(self._spacing.couple, self._spacing.symbol + self._spacing.letter * letters + 8)

    def width(self, slot: int) -> float:
        return self._sizes[slot].w if slot < len(self._sizes) else self._spacing.corridor

    def is_couple(self, a: int, b: int) -> bool:
        return frozenset((a, b)) in self._couples

    def apart(self, a: int, b: int) -> float:
        """Partners keep their own distance, strangers a little more than siblings."""
        touching = (self.width(a) + self.width(b)) / 2
        if max(a, b) >= len(self._sizes):
            return touching + self._spacing.gap / 2
        if self.is_couple(a, b):
            widest = max(self.width(a), self.width(b))  # so that the line halfway between them clears both labels
            return max(widest + self._spacing.gap, self._couples[frozenset((a, b))])
        are_siblings = not {*self._parents.get(a, ())}.isdisjoint(self._parents.get(b, ()))
        return touching + (self._spacing.gap if are_siblings else self._spacing.strangers)


def _keep_apart(programme: _Programme, slots: Sequence[int], rooms: _Rooms) -> None:
    for a, b in zip(slots, slots[1:], strict=False):
        least = rooms.apart(a, b)
        programme.at_most({a: 1.0, b: -1.0}, -least)
        programme.wish_at_most({a: -1.0, b: 1.0}, least, _TOGETHER if rooms.is_couple(a, b) else _NARROW)
    if slots:
        programme.at_most({slots[0]: -1.0}, -rooms.width(slots[0]) / 2)


def _centre(programme: _Programme, rack: Rack, bond: int, feet: Sequence[int], spacing: Spacing) -> None:
    """The children's span holds the point they hang from, has it in the middle, and is no wider than need be."""
    a, b = rack.hangs[bond]
    first, last = feet[0], feet[-1]
    hang = _sum({a: 0.5}, {b: 0.5})
    upside_down = _sum({a: -0.5}, {b: -0.5})
    programme.wish_at_most(_sum(upside_down, {first: 1.0}), spacing.symbol / 2, _UNDER)
    programme.wish_at_most(_sum(hang, {last: -1.0}), spacing.symbol / 2, _UNDER)
    programme.wish_zero(_sum(upside_down, {first: 0.5}, {last: 0.5}), _CENTRED)
    if first != last:
        programme.wish_at_most({first: -1.0, last: 1.0}, 0, _SIBLINGS)


def _feet(rack: Rack, order: Order) -> dict[int, list[int]]:
    """For each bond the slots in the next row that its children's lines go to, from left to right."""
    places = order.places(rack)
    feet: dict[int, list[int]] = defaultdict(list)
    for (bond, child), corridors in rack.drops.items():
        feet[bond].append(corridors[0] if corridors else child)
    return {bond: sorted(slots, key=lambda slot: places[slot]) for bond, slots in feet.items()}


def _sum(*parts: Terms) -> Terms:
    total: Terms = {}
    for part in parts:
        for column, value in part.items():
            total[column] = total.get(column, 0.0) + value
    return total
