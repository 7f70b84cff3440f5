"""What makes one order better than another: a single number, smaller is better, in units of one crossing.

This is the definition, written to be read; `kernel` computes the same sum for the search.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack


@dataclass(frozen=True, slots=True)
class Weights:
    """What each fault costs."""

    crossing: float = 1.0  # two family lines cross
    apart: float = 4.5  # somebody stands between two partners
    reach: float = 0.2  # one place under the line between two partners who stand apart
    bracket: float = 1.0  # that line crosses a line that comes down to somebody under it
    outsider: float = 0.25  # somebody between siblings who is neither sibling nor sibling's partner
    age: float = 0.05  # a younger sibling left of an older
    time: float = 0.1  # a later partner left of an earlier one
    twins: float = 40.0  # one place between twins
    settled: float = 1000.0  # two people who turned since an earlier drawing

    @classmethod
    def where(cls, together: float) -> "Weights":
        """Weights in which it is worth so many crossings that two partners stand side by side."""
        usual = cls()
        share = min(together / usual.apart, 1.0)
        return cls(apart=together, reach=usual.reach * share, bracket=usual.bracket * share)


def weigh(order: Order, weights: Weights) -> float:
    """The weight of an order."""
    return sum(_terms(order, weights))


def _terms(order: Order, weights: Weights) -> Iterator[float]:
    rack, place = order.rack, order.place
    yield weights.crossing * crossings(order)
    for (a, b), unions in rack.couples.items():
        left, right = sorted((place[a], place[b]))
        if right - left > 1:
            yield _bracket(order, weights, rack.row[a], range(left + 1, right), unions)
    for hang in rack.hangs if rack.may_stray else ():
        if hang.a != hang.b:
            yield _bracket(order, weights, hang.row, order.strays(hang))
    for feet in rack.sibships:
        yield weights.outsider * outsiders(order, feet)
        yield weights.age * sum(place[a] > place[b] for a, b in combinations(feet, 2))
    yield weights.time * sum(place[a] > place[b] for a, b in rack.times)
    yield weights.settled * sum(place[a] > place[b] for a, b in rack.settled)
    for group in rack.twins:
        places = [place[slot] for slot in group]
        yield weights.twins * (max(places) - min(places) + 1 - len(group))


def _bracket(order: Order, weights: Weights, row: int, places: range, unions: int = 0) -> float:
    """A bracket is drawn above the row, where it crosses the lines that come down to those it spans."""
    fed = {strand.foot for strand in order.rack.strands}
    crossed = sum(order.rows[row][place] in fed for place in places)
    return unions * weights.apart + weights.reach * len(places) + weights.bracket * crossed


def crossings(order: Order) -> int:
    """Pairs of lines between two rows that leave in one order and arrive in the other."""
    ends: dict[int, list[tuple[int, int]]] = {}
    for strand in order.rack.strands:
        hang = order.rack.hangs[strand.hang]
        ends.setdefault(hang.row, []).append((order.leaves(hang), order.place[strand.foot]))
    return sum((a < c and b > d) or (a > c and b < d) for gap in ends.values() for a, b in gap for c, d in gap) // 2


def outsiders(order: Order, feet: list[int]) -> int:
    """People and passages between siblings who are neither siblings nor partners of siblings."""
    row = order.rack.row[feet[0]]
    places = [order.place[slot] for slot in feet]
    own = {*feet, *friends(order.rack, feet)}
    return sum(slot not in own for slot in order.rows[row][min(places) : max(places) + 1])


def friends(rack: Rack, feet: list[int]) -> list[int]:
    """The siblings' partners in their row who are no siblings themselves."""
    mates = [pair for pair in rack.couples if (pair[0] in feet) != (pair[1] in feet)]
    return list(dict.fromkeys(b if a in feet else a for a, b in mates))
