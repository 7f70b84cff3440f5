"""The rows to be put in order: line-ups of people and corridors, and what connects one row with the next.

A *line-up* is people who stand side by side whatever happens (partners, twins); it may be turned round but not
taken apart. A *corridor* is an empty place in a row where a line will pass. Both people and corridors are *slots*,
numbered: people by their own number, corridors from there on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kith.engines.drawing.layout.ordering.side_by_side import Pair, fitting, neighbours, paths
from kith.engines.drawing.layout.ties import Bond, Ties


@dataclass(frozen=True, slots=True)
class Strand:
    """A line from a row to the next: from the middle of two slots (or twice the same) down to a slot."""

    row: int
    a: int
    b: int
    foot: int


@dataclass(slots=True)
class Rack:
    """Everything that is to be ordered; nothing in it says how."""

    ties: Ties
    row: list[int]  # of each slot
    lineups: list[list[int]] = field(default_factory=list)
    hangs: dict[int, Pair] = field(default_factory=dict)  # bond to the slots between which its children hang
    drops: dict[Pair, list[int]] = field(default_factory=dict)  # (bond, child) to corridors, top down
    descents: dict[tuple[int, int, int], list[int]] = field(default_factory=dict)  # (bond, upper, lower) to corridors
    strands: list[Strand] = field(default_factory=list)
    apart: list[tuple[int, int, int]] = field(default_factory=list)  # (bond, a, b) of couples that are no neighbours
    lineup_of: dict[int, int] = field(default_factory=dict)

    def add_corridor(self, row: int) -> int:
        """A new corridor in a row, not in any line-up yet."""
        self.row.append(row)
        return len(self.row) - 1

    def number_lineups(self) -> None:
        """Note for every slot which line-up it is in."""
        self.lineup_of = {slot: number for number, lineup in enumerate(self.lineups) for slot in lineup}

    def add_lineup(self, slots: list[int]) -> None:
        """A new line-up of these slots."""
        self.lineups.append(slots)


def build_rack(ties: Ties, row: Sequence[int]) -> Rack:
    """Line-ups, corridors and strands of one connected family whose rows are known."""
    rack = Rack(ties, list(row))
    touching = _line_up(rack)
    for number, bond in enumerate(ties.bonds):
        _hang(rack, number, bond, touching)
        for child in bond.children if number in rack.hangs else ():
            _drop(rack, number, child)
    for number, a, b in rack.apart:
        if row[a] != row[b]:
            _descend(rack, number, *sorted((a, b), key=lambda person: row[person]))
    rack.number_lineups()
    return rack


def _line_up(rack: Rack) -> set[frozenset[int]]:
    """Put everybody in a line-up; returns who is whose neighbour there."""
    fixed = _twins(rack.ties, rack.row)
    is_fixed = {frozenset(pair) for pair in fixed}
    wished = {pair: w for pair, w in _couples(rack.ties, rack.row).items() if frozenset(pair) not in is_fixed}
    beside = neighbours(fixed, wished)
    rack.lineups = paths(range(len(rack.ties.ids)), beside)
    rack.number_lineups()
    return {frozenset(pair) for pair in beside}


def _couples(ties: Ties, row: Sequence[int]) -> dict[Pair, float]:
    """Couples of one row and how much they wish to stand together: more with children, and with parents of both."""
    parents = ties.parents
    wished: dict[Pair, float] = {}
    for bond in ties.bonds:
        for a, b in bond.couples:
            if row[a] == row[b] and (b, a) not in wished:
                rooted = sum(bool(parents.get(p)) for p in (a, b))
                wished[a, b] = wished.get((a, b), 1) + 0.02 * min(len(bond.children), 5) + 0.03 * rooted
    return wished


def _twins(ties: Ties, row: Sequence[int]) -> list[Pair]:
    """Pairs of twins who stand together whatever happens."""
    settled = {partner for pair in _couples(ties, row) for partner in pair}
    return fitting(pair for bond in ties.bonds for group in bond.twins for pair in _twin_pairs(group, row, settled))


def _twin_pairs(group: Sequence[int], row: Sequence[int], settled: set[int]) -> Iterator[Pair]:
    """Triplets with partners stand outside, so that both their twin and their partner are beside them."""
    level = [child for child in group if row[child] == row[group[0]]]
    coupled = [child for child in level if child in settled]
    single = [child for child in level if child not in settled]
    return pairwise([*coupled[:1], *single, *coupled[1:]])


def _hang(rack: Rack, number: int, bond: Bond, touching: set[frozenset[int]]) -> None:
    """Find where the children hang; couples that are no neighbours and single parents get a corridor for it."""
    together = [pair for pair in bond.couples if frozenset(pair) in touching]
    rack.apart += [(number, a, b) for a, b in bond.couples if frozenset((a, b)) not in touching]
    if not bond.partners or not bond.children:
        return
    if together:
        rack.hangs[number] = together[0]
        return
    foot = max(bond.partners, key=lambda p: (rack.row[p], -_depth(rack, p)))
    corridor = rack.add_corridor(rack.row[foot])
    _insert_beside(rack, corridor, foot, outside=len(bond.partners) > 1)
    rack.hangs[number] = (corridor, corridor)


def _depth(rack: Rack, person: int) -> int:
    """How many stand between a person and the nearer end of their line-up."""
    lineup = rack.lineups[rack.lineup_of[person]]
    place = lineup.index(person)
    return min(place, len(lineup) - 1 - place)


def _insert_beside(rack: Rack, corridor: int, person: int, *, outside: bool) -> None:
    """Beside the person, on the side of the nearer end of the line-up; `outside` goes right to that end."""
    lineup = rack.lineups[rack.lineup_of[person]]
    place = lineup.index(person)
    at_left = place < len(lineup) - 1 - place
    if outside:
        lineup.insert(0 if at_left else len(lineup), corridor)
    else:
        lineup.insert(place if at_left else place + 1, corridor)


def _drop(rack: Rack, number: int, child: int) -> None:
    """Twins whose lines pass rows share one corridor and part in the gap above them."""
    twins = next((group for group in rack.ties.bonds[number].twins if child in group), ())
    elder = next((twin for twin in twins if rack.drops.get((number, twin)) and rack.row[twin] == rack.row[child]), None)
    if elder is None:
        rack.drops[number, child] = _passage(rack, rack.hangs[number], child)
        return
    shared = rack.drops[number, child] = rack.drops[number, elder]
    rack.strands.append(Strand(rack.row[shared[-1]], shared[-1], shared[-1], child))


def _descend(rack: Rack, number: int, upper: int, lower: int) -> None:
    """A couple in different rows: its line leaves beside the upper partner and passes the rows between them."""
    beside = rack.add_corridor(rack.row[upper])
    _insert_beside(rack, beside, upper, outside=False)
    rack.descents[number, upper, lower] = [beside, *_passage(rack, (beside, beside), lower)]


def _passage(rack: Rack, top: Pair, foot: int) -> list[int]:
    corridors = [rack.add_corridor(row) for row in range(rack.row[top[0]] + 1, rack.row[foot])]
    for corridor in corridors:
        rack.add_lineup([corridor])
    a, b = top
    for slot in [*corridors, foot]:
        rack.strands.append(Strand(rack.row[slot] - 1, a, b, slot))
        a = b = slot
    return corridors
