"""Where on their row everybody stands: the narrowest places that keep parents over their children.

One linear programme. Rooms never overlap: that is a constraint. Everything else is a wish with a weight.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kith.engines.drawing.layout.hangs import shifts
from kith.engines.drawing.layout.ordering.standing import Standing
from kith.engines.drawing.layout.programme import Programme, Terms
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.picture import Size

_UNDER = 20.0  # children's span holds the point they hang from
_REACHED = 22.0  # pixels by which it may stand outside the span
_CENTRED = 0.5  # and has it in the middle
_ONLY = 4.0  # an only child stands straight under it
_STRAIGHT = 3.0  # a line that passes a row goes straight on
_TOGETHER = 1.0  # partners, and a parent and their own trunk, no further apart than need be
_REACH = 0.3  # partners who could not stand together
_SIBLINGS = 0.3  # a sibship no wider than need be
_NARROW = 0.05  # neighbours no further apart than need be


class Positions(NamedTuple):
    """The x of every slot's middle and of every bond's hanging point, in pixels."""

    slots: Sequence[float]
    hangs: Mapping[int, float]


def positions(standing: Standing, sizes: Sequence[Size], spacing: Spacing) -> Positions:
    """Solve the programme for one connected family whose order is known; the leftmost room begins at or right of 0."""
    if len(standing.row) == 1:
        return Positions([sizes[0].w / 2], {})
    programme = Programme(len(standing.row))
    asides = shifts(standing)
    rooms = _Rooms(standing, sizes, spacing)
    for slots in standing.rows:
        _keep_apart(programme, slots, rooms)
    for bond in standing.hangs:
        _centre(programme, standing, bond, asides[bond])
    _straighten(programme, standing)
    x = [round(value, 2) for value in programme.solve()]
    hangs = {bond: round((x[a] + x[b]) / 2 + asides[bond], 2) for bond, (a, b) in standing.hangs.items()}
    return Positions(x, hangs)


class _Rooms:
    """How far the middles of two neighbours must be from each other."""

    def __init__(self, standing: Standing, sizes: Sequence[Size], spacing: Spacing) -> None:
        self._sizes = sizes
        self._spacing = spacing
        letters = Counter[frozenset[int]]()
        for bond in standing.ties.bonds:
            letters.update({frozenset(pair): bond.words for pair in bond.couples})
        self._couples = {pair: self._couple(count) for pair, count in letters.items()}
        self._parents = standing.ties.parents
        self._owner = standing.owner

    def _couple(self, letters: int) -> float:
        return max(self._spacing.couple, self._spacing.symbol + self._spacing.letter * letters + 8)

    def width(self, slot: int) -> float:
        return self._sizes[slot].w if slot < len(self._sizes) else self._spacing.corridor

    def belong_together(self, a: int, b: int) -> bool:
        """Partners, or somebody and a corridor that starts beside them."""
        if max(a, b) >= len(self._sizes):
            return self._owner.get(max(a, b)) == min(a, b)
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


def _straighten(programme: Programme, standing: Standing) -> None:
    """Lines that pass rows run straight on; partners who stand apart come as near as they can."""
    hung = {a for a, b in standing.hangs.values() if a == b}
    for line in standing.lines:
        if line.a == line.b and line.a not in hung:
            programme.wish_equal({line.a: 1.0, line.foot: -1.0}, 0, weight=_STRAIGHT)
    for a, b in standing.apart:
        programme.wish_equal({a: 1.0, b: -1.0}, 0, weight=_REACH)


def _centre(programme: Programme, standing: Standing, bond: int, aside: float) -> None:
    """The children's span holds the point they hang from, has it in the middle, and is no wider than need be."""
    a, b = standing.hangs[bond]
    feet = standing.feet[bond]
    first, last = feet[0], feet[-1]
    hang = _sum({a: 0.5}, {b: 0.5})
    upside_down = _sum({a: -0.5}, {b: -0.5})
    programme.wish_at_most(_sum(upside_down, {first: 1.0}), _REACHED + aside, weight=_UNDER)
    programme.wish_at_most(_sum(hang, {last: -1.0}), _REACHED - aside, weight=_UNDER)
    middle = _sum(upside_down, {first: 0.5}, {last: 0.5})
    programme.wish_equal(middle, aside, weight=_ONLY if first == last else _CENTRED)
    if first != last:
        programme.wish_at_most({first: -1.0, last: 1.0}, 0, weight=_SIBLINGS)


def _sum(*parts: Terms) -> Terms:
    total: dict[int, float] = {}
    for part in parts:
        for column, value in part.items():
            total[column] = total.get(column, 0.0) + value
    return total
