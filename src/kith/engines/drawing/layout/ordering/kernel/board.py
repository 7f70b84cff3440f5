"""A rack and an order as tables of numbers, the form in which the kernel works.

Lists of lists are stored as all items in one row of a table, and in another where each list starts.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kith.engines.drawing.layout.ordering.objective import Weights, friends
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Hang, Rack

Ints = NDArray[np.int32]  # one dimension
Table = NDArray[np.int32]  # two
Floats = NDArray[np.float64]
FloatTable = NDArray[np.float64]

COUPLE, BESIDE, PASSAGE, STRAYING = 0, 1, 2, 3  # kinds of hangs; the last is a couple whose children may stray

# Tables that never change, one a row of `Board.flat`; *_STARTS say where the items of each owner begin.
ROW, STARTS = 0, 1  # of each slot; of each row in an order
HANG_KIND, HANG_A, HANG_B = 2, 3, 4
STRAND_STARTS, STRAND_HANG, STRAND_FOOT = 5, 6, 7  # by row gap
IS_FED = 8  # whether a line comes down to a slot
MATE_STARTS, MATES = 9, 10  # by slot: who belongs beside it
COUPLE_STARTS, COUPLE_A, COUPLE_B, COUPLE_UNIONS = 11, 12, 13, 14  # by row
PAIR_STARTS, PAIR_A, PAIR_B = 15, 16, 17  # by row: who should stand left of whom
GROUP_STARTS = 18  # by row: groups that should stand without outsiders
SIB_STARTS, SIBS, FRIEND_STARTS, FRIENDS = 19, 20, 21, 22  # by group: its members, and who may stand among them
KIN_STARTS, KIN = 23, 24  # by slot: relatives in its row
DOWN_STARTS, DOWN = 25, 26  # by slot: slots in the next row that its lines lead to
FEET_STARTS, FEET = 27, 28  # by hang

WEIGHTS, PAIR_WEIGHT, GROUP_WEIGHT = 0, 1, 2  # rows of `Board.prices`; the first: crossing, apart, reach, bracket

# Tables that a search changes, one a row of `Board.state`; from KEYS on they are scratch.
ORDER, PLACE, SORTED, KEPT, BEST, KEYS, ARRIVALS, BLOCK, MARK = range(9)
GAP, INSIDE, KEPT_GAP, KEPT_INSIDE = range(4)  # rows of `Board.sums`: weights of row gaps and rows


class Board(NamedTuple):
    """Everything a search works on; few arrays, because each costs time whenever a function is called."""

    flat: Table
    prices: FloatTable
    state: Table
    sums: FloatTable
    totals: Floats  # weight now, and of the best order met
    random: NDArray[np.uint64]


def set_up(order: Order, weights: Weights, seed: int) -> Board:
    """A board that stands as an order does; its weights are not computed yet."""
    rack = order.rack
    everybody = [slot for row in order.rows for slot in row]
    state = [everybody, order.place, range(len(rack.strands)), *[[0] * max(len(rack.row), len(rack.strands))] * 6]
    table = _table(state).astype(np.int32)
    sums, totals = np.zeros((4, rack.rows)), np.zeros(2)
    return Board(*_fixed(rack, weights), table, sums, totals, np.array([seed], np.uint64))


def order_on(board: Board, rack: Rack) -> Order:
    """The best order met."""
    ends = board.flat[STARTS, : rack.rows + 1].tolist()
    slots = board.state[BEST].tolist()
    return Order(rack, [slots[a:b] for a, b in pairwise(ends)])


def _fixed(rack: Rack, weights: Weights) -> tuple[Table, FloatTable]:
    """What never changes during a search."""
    slots, rows = len(rack.row), rack.rows
    hangs, strands = rack.hangs, sorted(rack.strands, key=lambda strand: rack.hangs[strand.hang].row)
    couples = sorted(((a, b, n) for (a, b), n in rack.couples.items()), key=lambda couple: rack.row[couple[0]])
    pairs = sorted(_pairs(rack, weights), key=lambda pair: rack.row[pair[0]])
    groups = sorted(_groups(rack, weights), key=lambda group: rack.row[group[0][0]])
    fed = {strand.foot for strand in strands}
    tables: list[Sequence[int]] = [
        rack.row,
        _starts(rows, rack.row),
        [_kind(rack, hang) for hang in hangs],
        [h.a for h in hangs],
        [h.b for h in hangs],
        _starts(rows, [hangs[s.hang].row for s in strands]),
        [s.hang for s in strands],
        [s.foot for s in strands],
        [slot in fed for slot in range(slots)],
        *_lists(slots, _bound(rack)),
        _starts(rows, [rack.row[a] for a, _, _ in couples]),
        *([couple[part] for couple in couples] for part in range(3)),
        _starts(rows, [rack.row[a] for a, _, _ in pairs]),
        [a for a, _, _ in pairs],
        [b for _, b, _ in pairs],
        _starts(rows, [rack.row[group[0][0]] for group in groups]),
        *_runs([group for group, _, _ in groups]),
        *_runs([others for _, others, _ in groups]),
        *_lists(slots, _kin(rack)),
        *_lists(slots, _down(rack)),
        *_runs(rack.feet),
    ]
    prices = [
        [weights.crossing, weights.apart, weights.reach, weights.bracket],
        [w for _, _, w in pairs],
        [w for _, _, w in groups],
    ]
    return _table(tables).astype(np.int32), _table(prices)


def _kind(rack: Rack, hang: Hang) -> int:
    if hang.a == hang.b:
        return PASSAGE if hang.is_passage else BESIDE
    return STRAYING if rack.may_stray else COUPLE


def _pairs(rack: Rack, weights: Weights) -> list[tuple[int, int, float]]:
    aged = [(a, b, weights.age) for feet in rack.sibships for a, b in combinations(feet, 2)]
    timed = [(a, b, weights.time) for a, b in rack.times]
    return [*aged, *timed, *((a, b, weights.settled) for a, b in rack.settled)]


def _groups(rack: Rack, weights: Weights) -> list[tuple[list[int], list[int], float]]:
    siblings = [(feet, friends(rack, feet), weights.outsider) for feet in rack.sibships]
    return [*siblings, *((group, list[int](), weights.twins) for group in rack.twins)]


def _bound(rack: Rack) -> list[tuple[int, int]]:
    twins = [(a, b) for group in rack.twins for a in group for b in group if a < b]
    return [pair for a, b in dict.fromkeys([*rack.couples, *twins]) for pair in ((a, b), (b, a))]


def _kin(rack: Rack) -> list[tuple[int, int]]:
    """Siblings, partners, and the parents of two who are partners or have a child together."""
    above: dict[int, list[int]] = defaultdict(list)
    for strand in rack.strands:
        above[strand.foot].append(rack.hangs[strand.hang].a)
    in_law = [[*above[a], *above[b]] for a, b in rack.couples]
    related = [*rack.sibships, *(list(pair) for pair in rack.couples), *above.values(), *in_law]
    pairs = ((a, b) for group in related for a in group for b in group)
    return list(dict.fromkeys((a, b) for a, b in pairs if a != b and rack.row[a] == rack.row[b]))


def _down(rack: Rack) -> list[tuple[int, int]]:
    pairs = ((rack.hangs[s.hang], s.foot) for s in rack.strands)
    return list(dict.fromkeys((slot, foot) for hang, foot in pairs for slot in (hang.a, hang.b)))


def _table(rows: Sequence[Sequence[float]]) -> FloatTable:
    """Lists as the rows of one table, filled up with zeros."""
    table = np.zeros((len(rows), max(map(len, rows))))
    for number, values in enumerate(rows):
        table[number, : len(values)] = values
    return table


def _starts(count: int, owners: Sequence[int]) -> list[int]:
    """Where each owner's items begin in a list that is sorted by owner; the last is where all end."""
    counts = Counter(owners)
    return [0, *accumulate(counts[owner] for owner in range(count))]


def _runs(lists: Sequence[Sequence[int]]) -> tuple[list[int], list[int]]:
    return [0, *accumulate(map(len, lists))], [item for one in lists for item in one]


def _lists(count: int, pairs: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    ordered = sorted(pairs, key=lambda pair: pair[0])
    return _starts(count, [owner for owner, _ in ordered]), [item for _, item in ordered]
