"""The weight of one row gap and of one row, as `objective` defines them."""

from kith.engines.drawing.layout.ordering.kernel.board import (
    ARRIVALS,
    BESIDE,
    COUPLE_A,
    COUPLE_B,
    COUPLE_STARTS,
    COUPLE_UNIONS,
    FEET,
    FEET_STARTS,
    FRIEND_STARTS,
    FRIENDS,
    GROUP_STARTS,
    GROUP_WEIGHT,
    HANG_A,
    HANG_B,
    HANG_KIND,
    IS_FED,
    KEYS,
    MATE_STARTS,
    MATES,
    ORDER,
    PAIR_A,
    PAIR_B,
    PAIR_STARTS,
    PAIR_WEIGHT,
    PASSAGE,
    PLACE,
    ROW,
    SIB_STARTS,
    SIBS,
    SORTED,
    STARTS,
    STRAND_FOOT,
    STRAND_HANG,
    STRAND_STARTS,
    STRAYING,
    WEIGHTS,
    Board,
    Ints,
)
from kith.engines.drawing.layout.ordering.kernel.compiling import compiled

_WIDE = 1 << 14  # half places in a row at most, so that two of them fit into one number


@compiled
def is_bound(board: Board, a: int, b: int) -> bool:
    """Whether two slots belong side by side."""
    for at in range(board.flat[MATE_STARTS, a], board.flat[MATE_STARTS, a + 1]):  # noqa: SIM110  # numba knows no any()
        if board.flat[MATES, at] == b:
            return True
    return False


@compiled
def chain_start(board: Board, slot: int) -> int:
    """The first place of those who stand and belong side by side with a slot."""
    start, place = board.flat[STARTS, board.flat[ROW, slot]], board.state[PLACE, slot]
    while place > 0 and is_bound(board, board.state[ORDER, start + place - 1], board.state[ORDER, start + place]):
        place -= 1
    return place


@compiled
def chain_end(board: Board, slot: int) -> int:
    """The last such place."""
    row = board.flat[ROW, slot]
    start, last, place = (
        board.flat[STARTS, row],
        board.flat[STARTS, row + 1] - board.flat[STARTS, row] - 1,
        board.state[PLACE, slot],
    )
    while place < last and is_bound(board, board.state[ORDER, start + place], board.state[ORDER, start + place + 1]):
        place += 1
    return place


@compiled
def leaves(board: Board, hang: int) -> int:
    """The half place at which lines leave a row."""
    a, b = board.state[PLACE, board.flat[HANG_A, hang]], board.state[PLACE, board.flat[HANG_B, hang]]
    kind = board.flat[HANG_KIND, hang]
    if kind == PASSAGE or abs(a - b) == 1:
        return a + b
    if kind == BESIDE:
        return _beside(board, board.flat[HANG_A, hang])
    if a < b:
        return _between(board, hang, board.flat[HANG_A, hang], board.flat[HANG_B, hang])
    return _between(board, hang, board.flat[HANG_B, hang], board.flat[HANG_A, hang])


@compiled
def _between(board: Board, hang: int, left: int, right: int) -> int:
    end, start = chain_end(board, left), chain_start(board, right)
    if end >= board.state[PLACE, right]:
        return 2 * end + 1
    above, may_stray = _above(board, hang), board.flat[HANG_KIND, hang] == STRAYING
    if not may_stray or chain_start(board, left) <= above <= chain_end(board, right):
        above = min(max(above, end), start - 1)
    return 2 * chain_end(board, board.state[ORDER, board.flat[STARTS, board.flat[ROW, left]] + above]) + 1


@compiled
def _above(board: Board, hang: int) -> int:
    first, last, row = (
        board.flat[FEET_STARTS, hang],
        board.flat[FEET_STARTS, hang + 1],
        board.flat[ROW, board.flat[HANG_A, hang]],
    )
    along = 0
    for at in range(first, last):
        along += board.state[PLACE, board.flat[FEET, at]]
    start, end, below = board.flat[STARTS, row], board.flat[STARTS, row + 1], board.flat[STARTS, row + 2]
    return along * (end - start) // ((last - first) * (below - end))


@compiled
def _beside(board: Board, slot: int) -> int:
    row, place = board.flat[ROW, slot], board.state[PLACE, slot]
    start, last = board.flat[STARTS, row], board.flat[STARTS, row + 1] - board.flat[STARTS, row] - 1
    bound_left = place > 0 and is_bound(board, board.state[ORDER, start + place - 1], slot)
    if place < last and is_bound(board, slot, board.state[ORDER, start + place + 1]):
        return 2 * place + (1 if bound_left else -1)
    return 2 * place + (1 if bound_left else 0)


@compiled
def weigh_gap(board: Board, row: int, most: float) -> float:
    """Crossings between a row and the next, and brackets that stray; not all of them where they weigh more than `most`.

    Crossings are inversions among the feet, the strands sorted by where they leave.
    """
    first, last = board.flat[STRAND_STARTS, row], board.flat[STRAND_STARTS, row + 1]
    strayed, before, at = 0.0, -1, 0
    for strand in range(first, last):
        hang, foot = board.flat[STRAND_HANG, strand], board.flat[STRAND_FOOT, strand]
        if hang != before:  # the strands of a couple follow one another
            at, before = leaves(board, hang), hang
            if board.flat[HANG_KIND, hang] == STRAYING:
                strayed += _strayed(board, row, hang, at)
        board.state[KEYS, strand] = (at + 2) * _WIDE + board.state[PLACE, foot]
    _sort(board.state[SORTED], board.state[KEYS], first, last)
    crossing = board.prices[WEIGHTS, 0]
    return crossing * _inversions(board, first, last, int((most - strayed) / crossing)) + strayed


@compiled
def _strayed(board: Board, row: int, hang: int, at: int) -> float:
    a, b = board.state[PLACE, board.flat[HANG_A, hang]], board.state[PLACE, board.flat[HANG_B, hang]]
    if at < 2 * min(a, b):
        return _bracket(board, row, at // 2 + 1, min(a, b), 0)
    return _bracket(board, row, max(a, b), at // 2, 0) if at > 2 * max(a, b) else 0.0


@compiled
def _sort(strands: Ints, keys: Ints, first: int, last: int) -> None:
    """Insertion sort: the strands are nearly in order from the last time."""
    for at in range(first + 1, last):
        strand = strands[at]
        key = keys[strand]
        before = at - 1
        while before >= first and keys[strands[before]] > key:
            strands[before + 1] = strands[before]
            before -= 1
        strands[before + 1] = strand


@compiled
def _inversions(board: Board, first: int, last: int, most: int) -> int:
    """Sorts the feet by insertion too; every step is one pair that was the wrong way round. Stops beyond `most`."""
    strands, keys, feet = board.state[SORTED], board.state[KEYS], board.state[ARRIVALS]
    total = 0
    for at in range(first, last):
        foot = keys[strands[at]] & (_WIDE - 1)
        before = at - 1
        while before >= first and feet[before] > foot:
            feet[before + 1] = feet[before]
            before -= 1
        feet[before + 1] = foot
        total += at - 1 - before
        if total > most:
            break
    return total


@compiled
def weigh_row(board: Board, row: int) -> float:
    """What is wrong within a row."""
    total = 0.0
    for at in range(board.flat[COUPLE_STARTS, row], board.flat[COUPLE_STARTS, row + 1]):
        total += _couple(board, row, at)
    for at in range(board.flat[PAIR_STARTS, row], board.flat[PAIR_STARTS, row + 1]):
        if board.state[PLACE, board.flat[PAIR_A, at]] > board.state[PLACE, board.flat[PAIR_B, at]]:
            total += board.prices[PAIR_WEIGHT, at]
    for group in range(board.flat[GROUP_STARTS, row], board.flat[GROUP_STARTS, row + 1]):
        total += board.prices[GROUP_WEIGHT, group] * _outsiders(board, group)
    return total


@compiled
def _couple(board: Board, row: int, at: int) -> float:
    left, right = board.state[PLACE, board.flat[COUPLE_A, at]], board.state[PLACE, board.flat[COUPLE_B, at]]
    if left > right:
        left, right = right, left
    if right - left == 1:
        return 0.0
    return _bracket(board, row, left + 1, right - 1, board.flat[COUPLE_UNIONS, at])


@compiled
def _bracket(board: Board, row: int, first: int, last: int, unions: int) -> float:
    crossed = 0
    for place in range(first, last + 1):
        crossed += board.flat[IS_FED, board.state[ORDER, board.flat[STARTS, row] + place]]
    reach = board.prices[WEIGHTS, 2] * (last - first + 1)
    return unions * board.prices[WEIGHTS, 1] + reach + board.prices[WEIGHTS, 3] * crossed


@compiled
def _outsiders(board: Board, group: int) -> int:
    first, last = board.flat[SIB_STARTS, group], board.flat[SIB_STARTS, group + 1]
    low = high = board.state[PLACE, board.flat[SIBS, first]]
    for at in range(first + 1, last):
        place = board.state[PLACE, board.flat[SIBS, at]]
        low, high = min(low, place), max(high, place)
    inside = high - low + 1 - (last - first)
    for at in range(board.flat[FRIEND_STARTS, group], board.flat[FRIEND_STARTS, group + 1]):
        inside -= low < board.state[PLACE, board.flat[FRIENDS, at]] < high
    return inside
