"""The rows to be put in order: people and passages, who belongs side by side, and what hangs from whom.

A *slot* is a person or a *passage*, a narrow place in a row where a line runs through. Slots are numbered: people
by their own number, passages from there on. A *hang* is where lines leave a row downwards.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kith.engines.drawing.layout.ties import Bond, Ties

Pair = tuple[int, int]


class Hang(NamedTuple):
    """Lines go down from between two partners, or from beside one person, or straight on from a passage."""

    row: int
    a: int
    b: int  # equal to `a` unless it is a couple
    bond: int
    is_passage: bool = False


class Strand(NamedTuple):
    """A line from a hang to a slot in the next row."""

    hang: int
    foot: int


@dataclass(slots=True)
class Rack:
    """Everything that is to be ordered; nothing in it says how."""

    ties: Ties
    row: list[int]  # of each slot
    hangs: list[Hang] = field(default_factory=list)
    strands: list[Strand] = field(default_factory=list)
    couples: dict[Pair, int] = field(default_factory=dict)  # two partners of one row, and how many unions they have
    twins: list[list[int]] = field(default_factory=list)  # of one row, in the order of the file
    sibships: list[list[int]] = field(default_factory=list)  # feet of a bond's children, oldest first
    times: list[Pair] = field(default_factory=list)  # an earlier and a later partner of one person, all in one row
    settled: list[Pair] = field(default_factory=list)  # who stood left of whom in an earlier drawing
    drops: dict[Pair, list[int]] = field(default_factory=dict)  # (bond, child) to passages, top down
    descents: dict[tuple[int, int, int], list[int]] = field(default_factory=dict)  # (bond, upper, lower) to passages
    hang_of: dict[int, int] = field(default_factory=dict)  # bond to its children's hang
    may_stray: bool = False  # whether children of partners who stand apart may hang outside the stretch between them

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return max(self.row) + 1

    @property
    def people(self) -> int:
        """How many slots are people; the others are passages."""
        return len(self.ties.ids)

    @property
    def feet(self) -> list[list[int]]:
        """For each hang the slots its lines lead to."""
        feet: list[list[int]] = [[] for _ in self.hangs]
        for strand in self.strands:
            feet[strand.hang].append(strand.foot)
        return feet

    def members(self) -> list[list[int]]:
        """The slots of each row, in the order of their numbers."""
        members: list[list[int]] = [[] for _ in range(self.rows)]
        for slot, row in enumerate(self.row):
            members[row].append(slot)
        return members


def build_rack(ties: Ties, row: Sequence[int]) -> Rack:
    """Slots, hangs and strands of one connected family whose rows are known."""
    rack = Rack(ties, list(row))
    rack.couples = dict(Counter(_level_couples(ties, row)))
    rack.twins = [level for bond in ties.bonds for group in bond.twins for level in _level(group, row)]
    rack.times = [(a, b) for a, b in ties.earlier if row[a] == row[b]]
    for number, bond in enumerate(ties.bonds):
        _hang_children(rack, number, bond)
        _descend(rack, number, bond)
    return rack


def _level_couples(ties: Ties, row: Sequence[int]) -> list[Pair]:
    couples = (couple for bond in ties.bonds for couple in bond.couples)
    return [(min(couple), max(couple)) for couple in couples if row[couple[0]] == row[couple[1]]]


def _level(group: Sequence[int], row: Sequence[int]) -> list[list[int]]:
    """The members of a group by row, those rows that hold several."""
    by_row: dict[int, list[int]] = defaultdict(list)
    for slot in group:
        by_row[row[slot]].append(slot)
    return [slots for slots in by_row.values() if len(slots) > 1]


def _hang_children(rack: Rack, number: int, bond: Bond) -> None:
    """Children hang between partners of one row, else from the lowest partner; with no known parent, from nobody."""
    if not bond.children:
        return
    if bond.partners:
        level = [pair for pair in bond.couples if rack.row[pair[0]] == rack.row[pair[1]]]
        lowest = max(bond.partners, key=lambda partner: rack.row[partner])
        a, b = level[0] if level else (lowest, lowest)
        rack.hang_of[number] = len(rack.hangs)
        rack.hangs.append(Hang(rack.row[a], a, b, number))
        for child in bond.children:
            _drop(rack, number, child)
    feet = [(rack.drops.get((number, child)) or [child])[0] for child in bond.children]
    rack.sibships += _level(list(dict.fromkeys(feet)), rack.row)


def _drop(rack: Rack, number: int, child: int) -> None:
    """Twins whose lines pass rows share one passage and part in the gap above them."""
    twins = next((group for group in rack.ties.bonds[number].twins if child in group), ())
    elder = next((twin for twin in twins if rack.drops.get((number, twin)) and rack.row[twin] == rack.row[child]), None)
    if elder is None:
        rack.drops[number, child] = _pass_rows(rack, rack.hang_of[number], child)
        return
    shared = rack.drops[number, child] = rack.drops[number, elder]
    last = next(n for n, hang in enumerate(rack.hangs) if hang.is_passage and hang.a == shared[-1])
    rack.strands.append(Strand(last, child))


def _descend(rack: Rack, number: int, bond: Bond) -> None:
    """A couple in different rows: its line leaves beside the upper partner and passes the rows between them."""
    for couple in bond.couples:
        upper, lower = sorted(couple, key=lambda person: rack.row[person])
        if rack.row[upper] != rack.row[lower]:
            rack.hangs.append(Hang(rack.row[upper], upper, upper, number))
            rack.descents[number, upper, lower] = _pass_rows(rack, len(rack.hangs) - 1, lower)


def _pass_rows(rack: Rack, hang: int, foot: int) -> list[int]:
    """Strands from a hang down to a foot, with a passage in every row between; returns the passages."""
    passages: list[int] = []
    for row in range(rack.hangs[hang].row + 1, rack.row[foot]):
        passages.append(len(rack.row))
        rack.row.append(row)
        rack.strands.append(Strand(hang, passages[-1]))
        hang = len(rack.hangs)
        rack.hangs.append(Hang(row, passages[-1], passages[-1], rack.hangs[hang - 1].bond, is_passage=True))
    rack.strands.append(Strand(hang, foot))
    return passages
