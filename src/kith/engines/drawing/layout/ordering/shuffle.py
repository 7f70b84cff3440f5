"""Simulated annealing within rows: line-ups move alone, in stretches, or next to a relative.

It begins where the walk ends and may break what the walk holds together. Only the terms of the row that changed
are weighed again; the draws are the same every time.
"""

import math
from collections import defaultdict
from collections.abc import Sequence

from kith.engines.drawing.layout.ordering.draws import Draws
from kith.engines.drawing.layout.ordering.objective import Objective, sibships
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack
from kith.engines.drawing.layout.ordering.search import Budget

_HOT, _COLD = 1.4, 0.05  # in crossings
_KIN, _TURN = 0.4, 0.6  # share of moves next to a relative; up to the second, turns; the rest are stretches


class Shuffle:
    """The annealing of one order, in place."""

    def __init__(self, order: Order, rack: Rack, objective: Objective, seed: int) -> None:
        self.order = order
        self._rack = rack
        self._objective = objective
        self._draw = Draws(seed)
        self._rows = [row for row, lineups in enumerate(order.rows) if _can_change(rack, lineups)]
        self._kin = _kin(rack)
        self._places = order.places(rack)
        self._gaps = [objective.of_gap(row, self._places) for row in range(objective.rows)]
        self._inside = [objective.of_row(row, order, self._places) for row in range(objective.rows)]

    def run(self, budget: Budget) -> float:
        """Spend the budget; the order becomes the best one met and its weight is returned."""
        weight = best = sum(self._gaps) + sum(self._inside)
        kept = self.order.copy()
        steps = budget.left
        for step in range(steps if self._rows else 0):
            heat = _HOT * (_COLD / _HOT) ** (step / steps)
            weight = self._step(weight, heat)
            if weight < best - 1e-9:
                best, kept = weight, self.order.copy()
                if best < 1e-9:
                    break
        self.order.rows, self.order.turned = kept.rows, kept.turned
        return best

    def _step(self, weight: float, heat: float) -> float:
        """One move, taken back unless it helps or is forgiven; returns the weight after it."""
        row = self._rows[self._draw.below(len(self._rows))]
        lineups, turned = self._proposal(row)
        kept = self.order.rows[row]
        self.order.rows[row] = lineups
        self._turn(turned)
        self._put(row)
        terms = self._terms(row)
        change = sum(terms) - self._inside[row] - sum(self._gaps[max(row - 1, 0) : row + 1])
        if change <= 0 or self._draw.share() < math.exp(-change / heat):
            self._inside[row] = terms[0]
            self._gaps[max(row - 1, 0) : row + 1] = terms[1:]
            return weight + change
        self.order.rows[row] = kept
        self._turn(turned)
        self._put(row)
        return weight

    def _terms(self, row: int) -> list[float]:
        gaps = range(max(row - 1, 0), row + 1)
        inside = self._objective.of_row(row, self.order, self._places)
        return [inside, *(self._objective.of_gap(gap, self._places) for gap in gaps)]

    def _turn(self, lineups: list[int]) -> None:
        for lineup in lineups:
            self.order.turned[lineup] ^= True

    def _put(self, row: int) -> None:
        """Bring the places of a row up to date."""
        here = 0
        for lineup in self.order.rows[row]:
            slots = self._rack.lineups[lineup]
            for slot in reversed(slots) if self.order.turned[lineup] else slots:
                self._places[slot] = here
                here += 1

    def _proposal(self, row: int) -> tuple[list[int], list[int]]:
        """A new list of the row's line-ups, and those to turn round."""
        lineups = self.order.rows[row]
        chance, place = self._draw.share(), self._draw.below(len(lineups))
        if chance < _KIN and self._kin[lineups[place]]:
            return self._beside_kin(lineups, place)
        if chance < _TURN:
            return lineups, [lineups[place]]
        end = place + 1 + int(-math.log(1 - self._draw.share()) * 1.4)
        stretch, others = lineups[place:end], lineups[:place] + lineups[end:]
        is_mirrored = self._draw.share() < 0.3
        if is_mirrored:
            stretch.reverse()
        goal = self._draw.below(len(others) + 1)
        return [*others[:goal], *stretch, *others[goal:]], stretch if is_mirrored else []

    def _beside_kin(self, lineups: list[int], place: int) -> tuple[list[int], list[int]]:
        mover = lineups[place]
        kin = self._kin[mover]
        other = kin[self._draw.below(len(kin))]
        others = lineups[:place] + lineups[place + 1 :]
        goal = others.index(other) + self._draw.below(2)
        return [*others[:goal], mover, *others[goal:]], [mover] if self._draw.share() < 0.5 else []


def _can_change(rack: Rack, lineups: Sequence[int]) -> bool:
    return len(lineups) > 1 or len(rack.lineups[lineups[0]]) > 1


def _kin(rack: Rack) -> dict[int, list[int]]:
    """For each line-up the line-ups of its row that hold a sibling, a partner who stands apart, or a child's in-law."""
    above: dict[int, list[int]] = defaultdict(list)
    for strand in rack.strands:
        above[rack.lineup_of[strand.foot]].append(strand.a)
    apart = [[a, b] for _, a, b in rack.apart if rack.row[a] == rack.row[b]]
    kin: dict[int, set[int]] = defaultdict(set)
    for related in [*sibships(rack), *apart, *above.values()]:
        numbers = {rack.lineup_of[slot] for slot in related}
        for number in numbers:
            kin[number] |= numbers - {number}
    return defaultdict(list, {number: sorted(others) for number, others in kin.items()})
