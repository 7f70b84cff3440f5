"""Where on their row everybody stands: the narrowest places that keep parents over their children.

One linear programme. Rooms never overlap: that is a constraint. Everything else is a wish with a weight.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kith.engines.drawing.layout.hangs import shifts
from kith.engines.drawing.layout.ordering.standing import Standing
from kith.engines.drawing.layout.programme import Programme, sum_of
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.picture import Size

_MANY = 80  # people; fewer all find room under their parents
_WIDEST = 1.25  # of the widest row: a drawing of many people is no wider
_ROUNDS = 6  # of solving; wishes that were missed by far are dropped for the sake of the others
_UNDER = 200.0  # children's span holds the point they hang from
_REACHED = 22.0  # pixels by which it may stand outside the span
_CENTRED = 0.5  # and has it in the middle
_ONLY = 4.0  # an only child stands straight under it
_STRAIGHT = 3.0  # a line that passes a row goes straight on
_TOGETHER = 1.0  # partners, and a parent and their own trunk, no further apart than need be
_REACH = 0.3  # partners who could not stand together
_SIBLINGS = 0.3  # a sibship no wider than need be
_ANCHORED = 60.0  # whoever stood in an earlier drawing stays there
_AIRY = 2.0  # and stands a little closer to a newcomer, rather than that all move on
_KEPT = 500.0  # and all the more whoever was put there by hand
_PAGE = 3.0  # the whole drawing no wider than need be
_NARROW = 0.2  # neighbours no further apart than need be


class Positions(NamedTuple):
    """The x of every slot's middle and of every bond's hanging point, in pixels."""

    slots: Sequence[float]
    hangs: Mapping[int, float]


class Anchors(NamedTuple):
    """The x of people in an earlier drawing, and who of them somebody put there by hand."""

    x: Mapping[int, float] = {}
    kept: frozenset[int] = frozenset()


_FREE = Anchors()


def positions(standing: Standing, sizes: Sequence[Size], spacing: Spacing, anchors: Anchors = _FREE) -> Positions:
    """Solve the programme for one connected family whose order is known; the leftmost room begins at or right of 0."""
    if len(standing.row) == 1:
        return Positions([sizes[0].w / 2], {})
    asides = shifts(standing)
    rooms = _Rooms(standing, sizes, spacing)
    under = dict.fromkeys(standing.hangs, _UNDER)
    for _ in range(_ROUNDS):
        found = _solved(standing, rooms, anchors, asides, under)
        missed = {bond: _missed(standing, found, bond) for bond in standing.hangs}
        if standing.people <= _MANY or max(missed.values(), default=0) < _REACHED:
            break
        under = {bond: _UNDER / (1 + by / _REACHED) for bond, by in missed.items()}
    return found


def _solved(
    standing: Standing, rooms: "_Rooms", anchors: Anchors, asides: Mapping[int, float], under: Mapping[int, float]
) -> Positions:
    page, shift = len(standing.row), len(standing.row) + 1
    programme = Programme(shift + 1)
    for slot, place in anchors.x.items():
        weight = _KEPT if slot in anchors.kept else _ANCHORED
        programme.wish_equal({slot: 1.0, shift: -1.0}, place, weight=weight)
    for slots in standing.rows:
        _keep_apart(programme, slots, rooms, is_settled=bool(anchors.x))
        if slots:
            programme.at_most({slots[-1]: 1.0, page: -1.0}, 0.0)
    programme.pay(page, 0 if anchors.x else _PAGE)
    if standing.people > _MANY and not anchors.x:
        programme.at_most({page: 1.0}, _WIDEST * max(_least_width(slots, rooms) for slots in standing.rows))
    for bond, weight in under.items():
        _centre(programme, standing, bond, asides[bond], weight)
    _straighten(programme, standing)
    x = [round(value, 2) for value in programme.solve()[:page]]
    hangs = {bond: round((x[a] + x[b]) / 2 + asides[bond], 2) for bond, (a, b) in standing.hangs.items()}
    return Positions(x, hangs)


def _least_width(slots: Sequence[int], rooms: "_Rooms") -> float:
    return sum(rooms.apart(a, b) for a, b in pairwise(slots)) + rooms.width(slots[0])


def _missed(standing: Standing, found: Positions, bond: int) -> float:
    """How far outside the span of its children a bond's hanging point is."""
    feet = [found.slots[foot] for foot in standing.feet[bond]]
    return max(min(feet) - found.hangs[bond], found.hangs[bond] - max(feet), 0.0)


class _Rooms:
    """How far the middles of two neighbours must be from each other."""

    def __init__(self, standing: Standing, sizes: Sequence[Size], spacing: Spacing) -> None:
        self._sizes = sizes
        self._spacing = spacing
        letters = Counter[frozenset[int]]()
        for bond in standing.ties.bonds:
            letters.update({frozenset(pair): bond.words for pair in bond.couples})
        self._marked = {frozenset(pair) for bond in standing.ties.bonds if bond.is_marked for pair in bond.couples}
        self._words = {pair: self._worded(count) for pair, count in letters.items()}
        self._parents = standing.ties.parents
        self._owner = standing.owner

    def _worded(self, letters: int) -> float:
        """Room for words beside the line between two partners."""
        return self._spacing.symbol + self._spacing.letter * letters + 8

    def width(self, slot: int) -> float:
        return self._sizes[slot].w if slot < len(self._sizes) else self._spacing.corridor

    def belong_together(self, a: int, b: int) -> bool:
        """Partners, or somebody and a corridor that starts beside them."""
        if max(a, b) >= len(self._sizes):
            return self._owner.get(max(a, b)) == min(a, b)
        return self._is_couple(a, b)

    def _is_couple(self, a: int, b: int) -> bool:
        return frozenset((a, b)) in self._words

    def closest(self, a: int, b: int) -> float:
        """How near two neighbours may come where there is little room; couples keep room for what their line says."""
        if max(a, b) < len(self._sizes) and self._is_couple(a, b):
            return max(self.apart(a, b) - 2 / 3 * self._spacing.gap, self._line(a, b))
        touching = (self.width(a) + self.width(b)) / 2
        return max(self.apart(a, b) - 5 / 6 * self._spacing.gap, touching)

    def _line(self, a: int, b: int) -> float:
        """Room for the words and the slashes of a couple line."""
        couple = frozenset((a, b))
        return max(self._words[couple], self._spacing.marked if couple in self._marked else 0.0)

    def apart(self, a: int, b: int) -> float:
        """Partners keep their own distance, strangers a little more than siblings."""
        touching = (self.width(a) + self.width(b)) / 2
        if max(a, b) >= len(self._sizes):
            return touching + self._spacing.gap / 2
        if self._is_couple(a, b):
            widest = max(self.width(a), self.width(b))  # so that the line halfway between them clears both labels
            return max(widest + self._spacing.gap, self._spacing.couple, self._line(a, b))
        are_siblings = not {*self._parents.get(a, ())}.isdisjoint(self._parents.get(b, ()))
        return touching + (self._spacing.gap if are_siblings else self._spacing.strangers)


def _keep_apart(programme: Programme, slots: Sequence[int], rooms: _Rooms, *, is_settled: bool) -> None:
    """Nobody on anybody; in an earlier drawing neighbours rather stand closer than that everybody moves on."""
    for a, b in pairwise(slots):
        least = rooms.apart(a, b)
        if is_settled:
            programme.wish_at_most({a: 1.0, b: -1.0}, -least, weight=_AIRY)
            programme.at_most({a: 1.0, b: -1.0}, -rooms.closest(a, b))
        else:
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


def _centre(programme: Programme, standing: Standing, bond: int, aside: float, under: float) -> None:
    """The children's span holds the point they hang from, has it in the middle, and is no wider than need be."""
    a, b = standing.hangs[bond]
    feet = standing.feet[bond]
    first, last = feet[0], feet[-1]
    hang = sum_of({a: 0.5}, {b: 0.5})
    upside_down = sum_of({a: -0.5}, {b: -0.5})
    programme.wish_at_most(sum_of(upside_down, {first: 1.0}), _REACHED + aside, weight=under)
    programme.wish_at_most(sum_of(hang, {last: -1.0}), _REACHED - aside, weight=under)
    middle = sum_of(upside_down, {first: 0.5}, {last: 0.5})
    programme.wish_equal(middle, aside, weight=_ONLY if first == last else _CENTRED)
    if first != last:
        programme.wish_at_most({first: -1.0, last: 1.0}, 0, weight=_SIBLINGS)
