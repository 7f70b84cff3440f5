"""What makes one order better than another: a single number, smaller is better, in units of one crossing.

It is a sum over row gaps and rows, so that a change in one row needs only its own terms again. Couples that stand
together and twins are not weighed here: line-ups already hold them fast.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, pairwise

from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack

CROSSING = 1.0  # two family lines cross
REACH = 0.2  # one place between two partners who could not stand together
OUTSIDER = 0.25  # somebody between siblings who is neither sibling nor sibling's partner
AGE = 0.15  # a younger sibling left of the next older

_Group = tuple[list[int], list[tuple[int, int]]]


class Objective:
    """Weighs orders of one rack."""

    def __init__(self, rack: Rack) -> None:
        self._rack = rack
        self.rows = max(rack.row) + 1
        self._strands: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for strand in rack.strands:
            self._strands[strand.row].append((strand.a, strand.b, strand.foot))
        self._fed = {strand.foot for strand in rack.strands}
        self._apart: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for bond, a, b in rack.apart:
            if rack.row[a] == rack.row[b]:
                corridor, _ = rack.hangs.get(bond, (a, a))
                self._apart[rack.row[a]].append((a, b, corridor if rack.row[corridor] == rack.row[a] else a))
        self._ages: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._groups: dict[int, list[_Group]] = defaultdict(list)
        for children in sibships(rack):
            self._ages[rack.row[children[0]]] += pairwise(children)
            self._groups[rack.row[children[0]]].append((children, self._ends(children)))

    def _ends(self, children: Sequence[int]) -> list[tuple[int, int]]:
        """First and last slot of each line-up that holds one of the siblings."""
        numbers = dict.fromkeys(self._rack.lineup_of[child] for child in children)
        return [(self._rack.lineups[n][0], self._rack.lineups[n][-1]) for n in numbers]

    def of(self, order: Order) -> float:
        """The weight of an order."""
        places = order.places(self._rack)
        return sum(self.of_gap(row, places) + self.of_row(row, order, places) for row in range(self.rows))

    def of_gap(self, row: int, places: Sequence[int]) -> float:
        """Crossings between a row and the next."""
        if row not in self._strands:
            return 0.0
        total = 0
        passed: list[int] = []
        for _, foot in sorted([(places[a] + places[b], places[foot]) for a, b, foot in self._strands[row]]):
            total += len(passed) - bisect_right(passed, foot)
            insort(passed, foot)
        return CROSSING * total

    def of_row(self, row: int, order: Order, places: Sequence[int]) -> float:
        """What is wrong within a row."""
        younger_first = sum([places[a] > places[b] for a, b in self._ages.get(row, ())])
        weight = AGE * younger_first + OUTSIDER * self._outsiders(row, places)
        return weight + self._brackets(row, order, places) if row in self._apart else weight

    def _outsiders(self, row: int, places: Sequence[int]) -> int:
        total = 0
        for children, lineups in self._groups.get(row, ()):
            at = [places[child] for child in children]
            low, high = min(at), max(at)
            total += high - low + 1
            for first, last in lineups:
                left, right = places[first], places[last]
                if left > right:
                    left, right = right, left
                total -= (right if right < high else high) - (left if left > low else low) + 1
        return total

    def _brackets(self, row: int, order: Order, places: Sequence[int]) -> float:
        """A bracket is drawn above the row, where it crosses the lines that come down to those it spans.

        It is shorter where the children hang between the partners than where they hang beside them.
        """
        total = 0.0
        fed = list(accumulate((slot in self._fed for slot in order.slots(self._rack, row)), initial=0))
        for a, b, hang in self._apart[row]:
            left, at, right = sorted((places[a], places[b], places[hang]))
            total += CROSSING * (fed[right] - fed[left + 1])
            total += REACH * (right - left - 1 - (left < at < right and at == places[hang]))
        return total


def sibships(rack: Rack) -> list[list[int]]:
    """For each bond with several children the slots in the row below it that lead to them, oldest first."""
    feet: dict[int, list[int]] = defaultdict(list)
    for (bond, child), corridors in rack.drops.items():
        feet[bond].append(corridors[0] if corridors else child)
    return [children for children in feet.values() if len(children) > 1]
