"""Whose children can stand under the point they hang from, where there is not room for all.

The most sibships that have room at once would be an integer programme. Giving up whoever misses theirs by most, until
all others have room, comes close to it and takes a few dozen small linear programmes.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from kith.engines.drawing.layout.hangs import shifts
from kith.engines.drawing.layout.ordering.standing import Line, Standing
from kith.engines.drawing.layout.programme import Programme, sum_of
from kith.engines.drawing.layout.rooms import Rooms

_MANY = 80  # people; fewer all find room under their parents
_WIDEST = 1.26  # of the widest row of people: a drawing of many is no wider
_BARELY = 1.05  # or of the widest with the lines that pass it
REACHED = 30.0  # pixels by which the point may stand outside the span of its children
_BENT = 320.0  # pixels by which a line that passes a row may turn aside
_AT_ONCE = 1 / 20  # of those who miss it, given up before the others are asked again
_SECOND_CHANCES = 40  # of those given up, asked once more at the end
_GIVEN_UP = 0.001  # what a pixel costs a sibship that was given up; the others pay 1
_NEARLY = 0.5  # pixels that do not count
_GOLDEN = (math.sqrt(5) - 1) / 2  # its multiples, less their whole part, are spread evenly
_EQUAL: Mapping[int, float] = {}


def is_crowded(standing: Standing) -> bool:
    """Whether there may not be room for all."""
    return standing.people > _MANY


def widest(standing: Standing, rooms: Rooms) -> float:
    """How wide a crowded drawing may be, in pixels: for the same people the same, unless lines need more."""
    people = [[slot for slot in slots if slot < standing.people] for slots in standing.rows]
    needed = max(rooms.least_width(slots) for slots in standing.rows if slots)
    return max(_WIDEST * max(rooms.least_width(slots) for slots in people if slots), _BARELY * needed)


def wish_under(programme: Programme, standing: Standing, bond: int, aside: float, weight: float) -> tuple[int, int]:
    """The wish that the span of the children holds the point they hang from, as its two columns."""
    a, b = standing.hangs[bond]
    first, last = standing.feet[bond][0], standing.feet[bond][-1]
    left = programme.wish_at_most(sum_of({a: -0.5}, {b: -0.5}, {first: 1.0}), REACHED + aside, weight=weight)
    right = programme.wish_at_most(sum_of({a: 0.5}, {b: 0.5}, {last: -1.0}), REACHED - aside, weight=weight)
    return left, right


def wish_straight(programme: Programme, line: Line, weight: float) -> tuple[int, int]:
    """The wish that a line which passes a row goes nearly straight on, as its two columns."""
    left = programme.wish_at_most({line.a: 1.0, line.foot: -1.0}, _BENT, weight=weight)
    right = programme.wish_at_most({line.a: -1.0, line.foot: 1.0}, _BENT, weight=weight)
    return left, right


def passing(standing: Standing) -> dict[int, Line]:
    """Lines from a place where a line passes a row down to the next, by numbers that no bond has."""
    hung = {a for a, b in standing.hangs.values() if a == b}
    return {-number: line for number, line in enumerate(standing.lines, 1) if line.a == line.b and line.a not in hung}


class Centring:
    """Rooms, the width of the page and children under their parents, and nothing else."""

    def __init__(self, standing: Standing, rooms: Rooms) -> None:
        page = widest(standing, rooms)
        self.x: list[float] = []  # of every slot, as last solved
        self._standing, self._asides = standing, shifts(standing)
        self._programme = Programme(len(standing.row))
        for slots in standing.rows:
            for a, b in pairwise(slots):
                self._programme.at_most({a: 1.0, b: -1.0}, -rooms.apart(a, b))
            if slots:
                self._programme.at_most({slots[0]: -1.0}, -rooms.width(slots[0]) / 2)
                self._programme.at_most({slots[-1]: 1.0}, page - rooms.width(slots[-1]) / 2)
        self._wishes = {
            bond: wish_under(self._programme, standing, bond, aside, 1.0) for bond, aside in self._asides.items()
        }
        self._lines = passing(standing)
        for number, line in self._lines.items():
            self._wishes[number] = wish_straight(self._programme, line, 1.0)

    @property
    def bonds(self) -> Collection[int]:
        """Those with children."""
        return self._wishes.keys()

    def missed(self, without: Collection[int], prices: Mapping[int, float] = _EQUAL) -> dict[int, float]:
        """By how much bonds miss it, those who do, where some are given up; a price of 2 makes others give way."""
        for bond, columns in self._wishes.items():
            for column in columns:
                self._programme.reprice(column, _GIVEN_UP if bond in without else prices.get(bond, 1.0))
        self.x = self._programme.solve()
        by = {bond: self._beyond(self.x, bond) for bond in self._wishes if bond not in without}
        return {bond: far for bond, far in by.items() if far > _NEARLY}

    def _beyond(self, x: list[float], bond: int) -> float:
        if bond < 0:
            line = self._lines[bond]
            return abs(x[line.a] - x[line.foot]) - _BENT
        a, b = self._standing.hangs[bond]
        return outside(self._standing, x, bond, (x[a] + x[b]) / 2 + self._asides[bond]) - REACHED


def outside(standing: Standing, x: Sequence[float], bond: int, hang: float) -> float:
    """How far the point that a bond's children hang from stands outside their span; below 0 inside it."""
    feet = standing.feet[bond]
    return max(x[feet[0]] - hang, hang - x[feet[-1]])


def given_up(centring: Centring, *, again: Iterable[int] = ()) -> frozenset[int]:
    """The bonds whose children cannot stand under them, few and the same for the same order.

    For each number in `again`, half of them are asked anew at other prices, and whoever then misses it is given up
    instead.
    """
    fewest = _given_up(centring, (), _EQUAL)
    for number in again if fewest else ():
        prices = {bond: 1 / 3 + 8 / 3 * _spread(bond + 1, number) for bond in centring.bonds}
        kept = [bond for place, bond in enumerate(sorted(fewest), 1) if _spread(place, number) > 0.5]
        found = _given_up(centring, kept, prices)
        fewest = found if len(found) <= len(fewest) else fewest
    return frozenset(fewest)


def _given_up(centring: Centring, first: Collection[int], prices: Mapping[int, float]) -> list[int]:
    without = list(first)
    while missed := centring.missed(without, prices):
        worst = sorted(missed, key=lambda bond: (-missed[bond], bond))
        without += worst[: math.ceil(len(worst) * _AT_ONCE)]
    for bond in without[::-1][:_SECOND_CHANCES]:
        others = [other for other in without if other != bond]
        without = without if centring.missed(others) else others
    return without


def _spread(one: int, other: int) -> float:
    """Evenly spread from 0 to 1, as if by chance, yet always the same."""
    return one * other * _GOLDEN % 1
