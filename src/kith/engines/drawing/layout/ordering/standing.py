"""An order made ready for positions: every line that leaves a row beside somebody gets a corridor of its own.

A *corridor* is an empty place in a row where a line goes down; passages are corridors too.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Hang, Pair
from kith.engines.drawing.layout.ties import Ties


class Line(NamedTuple):
    """From the middle of two slots (or twice the same) down to a slot of the next row."""

    a: int
    b: int
    foot: int


@dataclass(slots=True)
class Standing:
    """Who stands left of whom, corridors included; people keep their numbers."""

    ties: Ties
    row: list[int]  # of each slot
    rows: list[list[int]]  # slots from left to right
    hangs: dict[int, Pair] = field(default_factory=dict)  # bond to the slots between which its children hang
    feet: dict[int, list[int]] = field(default_factory=dict)  # bond to the slots its lines go to, from left to right
    lines: list[Line] = field(default_factory=list)
    apart: list[Pair] = field(default_factory=list)  # partners who do not stand side by side
    owner: dict[int, int] = field(default_factory=dict)  # corridor to the person it starts beside
    drops: dict[Pair, list[int]] = field(default_factory=dict)  # (bond, child) to corridors, top down
    descents: dict[tuple[int, int, int], list[int]] = field(default_factory=dict)  # (bond, upper, lower) to corridors

    @property
    def people(self) -> int:
        """How many slots are people; the others are corridors."""
        return len(self.ties.ids)


def stand(order: Order) -> Standing:
    """Put in the corridors."""
    rack = order.rack
    standing = Standing(rack.ties, list(rack.row), [], drops=dict(rack.drops))
    ends = _ends(order, standing)
    standing.lines = [Line(*ends[strand.hang], strand.foot) for strand in rack.strands]
    standing.hangs = {bond: ends[hang] for bond, hang in rack.hang_of.items()}
    starts = {(rack.hangs[s.hang].bond, s.foot): ends[s.hang][0] for s in rack.strands}
    for (bond, upper, lower), passages in rack.descents.items():
        first = passages[0] if passages else lower
        standing.descents[bond, upper, lower] = [starts[bond, first], *passages]
    place = _numbered(standing)
    for bond, hang in rack.hang_of.items():
        feet = {strand.foot for strand in rack.strands if strand.hang == hang}
        standing.feet[bond] = sorted(feet, key=lambda slot: place[slot])
    standing.apart = [pair for pair in rack.couples if abs(order.place[pair[0]] - order.place[pair[1]]) != 1]
    return standing


def _ends(order: Order, standing: Standing) -> list[Pair]:
    """The two slots from between which each hang's lines leave; fills the rows."""
    ends: list[Pair] = []
    corridors: dict[Pair, list[int]] = defaultdict(list)  # row and half place to hangs
    for number, hang in enumerate(order.rack.hangs):
        a, b = sorted((hang.a, hang.b), key=lambda slot: order.place[slot])
        if not hang.is_passage and order.place[b] - order.place[a] != 1:
            a = b = len(standing.row)
            standing.row.append(hang.row)
            standing.owner[a] = _nearer(order, hang)
            corridors[hang.row, order.leaves(hang)].append(number)
        ends.append((a, b))
    means = _means(order)
    for row, slots in enumerate(order.rows):
        line: list[int] = []
        for half in range(-1, 2 * len(slots)):
            leaving = sorted(
                corridors[row, half], key=lambda hang: (_from(order, standing, ends[hang][0]), means[hang])
            )
            here = [ends[hang][0] for hang in leaving]
            left = len(here) // 2 if half % 2 == 0 else len(here)
            line += [*here[:left], *(slots[half // 2 : half // 2 + 1] if half % 2 == 0 else []), *here[left:]]
        standing.rows.append(line)
    return ends


def _from(order: Order, standing: Standing, corridor: int) -> int:
    """The place of whoever a corridor starts beside: lines of two neighbours do not lie on each other on their way."""
    return order.place[standing.owner[corridor]]


def _nearer(order: Order, hang: Hang) -> int:
    at = order.leaves(hang)
    return min(hang.a, hang.b, key=lambda slot: abs(2 * order.place[slot] - at))


def _means(order: Order) -> dict[int, float]:
    """For each hang the mean place of its feet."""
    feet: dict[int, list[int]] = defaultdict(list)
    for strand in order.rack.strands:
        feet[strand.hang].append(order.place[strand.foot])
    return {hang: sum(places) / len(places) for hang, places in feet.items()}


def _numbered(standing: Standing) -> list[int]:
    place = [0] * len(standing.row)
    for row in standing.rows:
        for number, slot in enumerate(row):
            place[slot] = number
    return place
