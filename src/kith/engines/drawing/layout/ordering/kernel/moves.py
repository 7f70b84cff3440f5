"""Moves of a search: a stretch of one row goes elsewhere or turns round."""

from kith.engines.drawing.layout.ordering.kernel.board import (
    BLOCK,
    KEPT,
    KIN,
    KIN_STARTS,
    ORDER,
    PLACE,
    ROW,
    STARTS,
    Board,
)
from kith.engines.drawing.layout.ordering.kernel.chance import below, share
from kith.engines.drawing.layout.ordering.kernel.compiling import compiled
from kith.engines.drawing.layout.ordering.kernel.weighing import chain_end, chain_start

_TOGETHER = 0.85  # share of moves that respect who belongs side by side
_KIN = 0.45  # share of moves to beside a relative
_NEAR = 0.5  # share of the others that stay near
_NEARBY = 8  # places
_LONGER = 0.5  # share of stretches that take in the next chain as well
_MIRRORED = 0.3


@compiled
def propose(board: Board, slot: int) -> tuple[int, int]:
    """Change the row of a slot at random; returns where in `ORDER` what changed begins and ends, kept before."""
    row, place = board.flat[ROW, slot], board.state[PLACE, slot]
    first = last = place
    if share(board.random) < _TOGETHER:
        first, last = chain_start(board, slot), chain_end(board, slot)
    chance = share(board.random)
    if chance < _KIN:
        goal = _beside(board, _relative(board, slot))
    else:
        last = _lengthened(board, row, last)
        goal = _beside(board, _anybody(board, row, place))
    is_mirrored = share(board.random) < _MIRRORED
    if first < goal <= last:
        goal, is_mirrored = first, True
    is_mirrored = is_mirrored and last > first
    if first <= goal <= last + 1 and not is_mirrored:
        return 0, 0
    start, end = board.flat[STARTS, row] + min(first, goal), board.flat[STARTS, row] + max(last + 1, goal)
    keep(board, start, end)
    _shift(board, row, first, last, goal)
    if is_mirrored:
        _turn(board, start if goal <= first else end - (last - first + 1), last - first)
    number(board, start, end)
    return start, end


@compiled
def _relative(board: Board, slot: int) -> int:
    first, last = board.flat[KIN_STARTS, slot], board.flat[KIN_STARTS, slot + 1]
    return slot if first == last else board.flat[KIN, first + below(board.random, last - first)]


@compiled
def _anybody(board: Board, row: int, place: int) -> int:
    """Somebody of the row, in half of the cases from nearby."""
    start, count = board.flat[STARTS, row], board.flat[STARTS, row + 1] - board.flat[STARTS, row]
    if share(board.random) < _NEAR:
        near = place + below(board.random, 2 * _NEARBY + 1) - _NEARBY
        return board.state[ORDER, start + min(max(near, 0), count - 1)]
    return board.state[ORDER, start + below(board.random, count)]


@compiled
def _beside(board: Board, slot: int) -> int:
    """A gap left or right of somebody, mostly outside their chain; gap 3 is before place 3."""
    first = last = board.state[PLACE, slot]
    if share(board.random) < _TOGETHER:
        first, last = chain_start(board, slot), chain_end(board, slot)
    return first if share(board.random) < 0.5 else last + 1


@compiled
def _lengthened(board: Board, row: int, last: int) -> int:
    start, end = board.flat[STARTS, row], board.flat[STARTS, row + 1] - board.flat[STARTS, row] - 1
    while last < end and share(board.random) < _LONGER:
        last = chain_end(board, board.state[ORDER, start + last + 1])
    return last


@compiled
def _shift(board: Board, row: int, first: int, last: int, goal: int) -> None:
    """Take the places from first to last out and put them in at a gap."""
    start, length = board.flat[STARTS, row], last - first + 1
    for at in range(length):
        board.state[BLOCK, at] = board.state[ORDER, start + first + at]
    if goal < first:
        for place in range(first - 1, goal - 1, -1):
            board.state[ORDER, start + place + length] = board.state[ORDER, start + place]
        put = goal
    else:
        for place in range(last + 1, goal):
            board.state[ORDER, start + place - length] = board.state[ORDER, start + place]
        put = goal - length if goal > last else first
    for at in range(length):
        board.state[ORDER, start + put + at] = board.state[BLOCK, at]


@compiled
def _turn(board: Board, first: int, steps: int) -> None:
    """Turn a stretch round."""
    last = first + steps
    while first < last:
        board.state[ORDER, first], board.state[ORDER, last] = board.state[ORDER, last], board.state[ORDER, first]
        first, last = first + 1, last - 1


@compiled
def keep(board: Board, start: int, end: int) -> None:
    """Remember who stands where in a stretch of all rows."""
    for at in range(start, end):
        board.state[KEPT, at] = board.state[ORDER, at]


@compiled
def put_back(board: Board, start: int, end: int) -> None:
    """Let everybody of a stretch stand where they did when it was kept."""
    for at in range(start, end):
        board.state[ORDER, at] = board.state[KEPT, at]
    number(board, start, end)


@compiled
def number(board: Board, start: int, end: int) -> None:
    """Bring the places of a stretch up to date."""
    for at in range(start, end):
        slot = board.state[ORDER, at]
        board.state[PLACE, slot] = at - board.flat[STARTS, board.flat[ROW, slot]]
