"""Moves of a search: a stretch of one row goes elsewhere or turns round, alone or with its whole branch."""

from kith.engines.drawing.layout.ordering.kernel.board import (
    BLOCK,
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
def propose(board: Board, slot: int) -> None:
    """Change the row of a slot at random."""
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
    shift(board, row, first, last, goal)
    if is_mirrored:
        at = goal if goal <= first else goal - (last - first + 1)
        turn(board, row, at, at + last - first)


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
def shift(board: Board, row: int, first: int, last: int, goal: int) -> None:
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
    number(board, row)


@compiled
def turn(board: Board, row: int, first: int, last: int) -> None:
    """Turn the places from first to last round."""
    start = board.flat[STARTS, row]
    while first < last:
        a, b = start + first, start + last
        board.state[ORDER, a], board.state[ORDER, b] = board.state[ORDER, b], board.state[ORDER, a]
        first, last = first + 1, last - 1
    number(board, row)


@compiled
def number(board: Board, row: int) -> None:
    """Bring the places of a row up to date."""
    start = board.flat[STARTS, row]
    for at in range(start, board.flat[STARTS, row + 1]):
        board.state[PLACE, board.state[ORDER, at]] = at - start
