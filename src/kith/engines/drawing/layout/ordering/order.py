"""One order of all rows: who stands where in it, who touches whom, and at which place lines leave a row."""

from collections.abc import Sequence
from typing import NamedTuple

from kith.engines.drawing.layout.ordering.rack import Hang, Rack


class Order:
    """The slots of each row from left to right; places are numbered from 0 in each row.

    Where lines leave a row is told in half places, so that 7 is halfway between the places 3 and 4.
    """

    def __init__(self, rack: Rack, rows: Sequence[Sequence[int]]) -> None:
        self.rack = rack
        self.rows = [list(row) for row in rows]
        self._feet = rack.feet
        self.place = [0] * len(rack.row)
        for row in self.rows:
            for place, slot in enumerate(row):
                self.place[slot] = place
        self._bound = {frozenset(pair) for pair in rack.couples} | {
            frozenset((a, b)) for group in rack.twins for a in group for b in group if a != b
        }

    def is_bound(self, row: int, place: int) -> bool:
        """Whether the slots at this place and the next belong side by side (partners or twins)."""
        slots = self.rows[row]
        return 0 <= place < len(slots) - 1 and frozenset(slots[place : place + 2]) in self._bound

    def chain(self, slot: int) -> tuple[int, int]:
        """The first and the last place of those who belong side by side, around a slot."""
        row, first, last = self.rack.row[slot], self.place[slot], self.place[slot]
        while self.is_bound(row, first - 1):
            first -= 1
        while self.is_bound(row, last):
            last += 1
        return first, last

    def leaves(self, hang: Hang) -> int:
        """The half place at which lines leave."""
        a, b = sorted((self.place[hang.a], self.place[hang.b]))
        if hang.is_passage or b - a == 1:
            return a + b
        return self._beside(hang) if a == b else self._between(hang)

    def _beside(self, hang: Hang) -> int:
        """Beside one person: on the free side of their symbol, below them where both sides are free."""
        place = self.place[hang.a]
        bound_left, bound_right = self.is_bound(hang.row, place - 1), self.is_bound(hang.row, place)
        if bound_right:
            return 2 * place + (1 if bound_left else -1)
        return 2 * place + bound_left

    def _between(self, hang: Hang) -> int:
        """Partners who stand apart: in the gap most nearly above the children, between the two unless it may stray."""
        left, right = sorted((hang.a, hang.b), key=lambda slot: self.place[slot])
        (first, end), (start, last) = self.chain(left), self.chain(right)
        if end >= self.place[right]:
            return 2 * end + 1
        above = self._above(hang)
        if not self.rack.may_stray or first <= above <= last:
            above = min(max(above, end), start - 1)
        return 2 * self.chain(self.rows[hang.row][above])[1] + 1

    def strays(self, hang: Hang) -> range:
        """The places over which the line between two partners reaches on, from the nearer one to above the children."""
        left, right = sorted((self.place[hang.a], self.place[hang.b]))
        at = self.leaves(hang)
        if at < 2 * left:
            return range(at // 2 + 1, left + 1)
        return range(right, at // 2 + 1) if at > 2 * right else range(0)

    def _above(self, hang: Hang) -> int:
        """The place in the hang's row that is as far along as its feet are in theirs."""
        feet = self._feet[self.rack.hang_of[hang.bond]]
        along = sum(self.place[foot] for foot in feet) * len(self.rows[hang.row])
        return along // (len(feet) * len(self.rows[hang.row + 1]))


class Arranged(NamedTuple):
    """The best order found, and whether the search for it came to its end."""

    order: Order
    is_finished: bool = True
