"""Moves of whole branches: somebody with all their descendants, or ancestors, and whoever belongs beside them."""

from kith.engines.drawing.layout.ordering.kernel.board import (
    BLOCK,
    DOWN,
    DOWN_STARTS,
    KIN,
    KIN_STARTS,
    MARK,
    ORDER,
    ROW,
    STARTS,
    Board,
)
from kith.engines.drawing.layout.ordering.kernel.chance import below, share
from kith.engines.drawing.layout.ordering.kernel.compiling import compiled
from kith.engines.drawing.layout.ordering.kernel.moves import keep, number
from kith.engines.drawing.layout.ordering.kernel.weighing import chain_end, chain_start

_MOVED, _GOAL = 1, 2


@compiled
def propose_branch(board: Board, slot: int) -> tuple[int, int]:
    """Turn a branch round, or take it to beside another; returns the rows from and to which it reaches."""
    for each in range(board.state.shape[1]):
        board.state[MARK, each] = 0
    is_down = share(board.random) < 0.7
    _mark_chain(board, slot, _MOVED)
    first, last = _spread(board, board.flat[ROW, slot], _MOVED, is_down)
    goal = _goal(board, slot)
    keep(board, board.flat[STARTS, first], board.flat[STARTS, last + 1])
    if goal == slot:
        for row in range(first, last + 1):
            _turn_marked(board, row)
        number(board, board.flat[STARTS, first], board.flat[STARTS, last + 1])
        return first, last
    _mark_chain(board, goal, _GOAL)
    _spread(board, board.flat[ROW, slot], _GOAL, is_down)
    is_after = share(board.random) < 0.5
    for row in range(first, last + 1):
        _gather(board, row, is_after)
    number(board, board.flat[STARTS, first], board.flat[STARTS, last + 1])
    return first, last


@compiled
def _goal(board: Board, slot: int) -> int:
    """A relative who is not in the branch, or anybody of the row; the slot itself to turn the branch instead."""
    row = board.flat[ROW, slot]
    start, count = board.flat[STARTS, row], board.flat[STARTS, row + 1] - board.flat[STARTS, row]
    if share(board.random) < 0.3:
        return slot
    goal = board.state[ORDER, start + below(board.random, count)]
    first, last = board.flat[KIN_STARTS, slot], board.flat[KIN_STARTS, slot + 1]
    if last > first and share(board.random) < 0.6:
        goal = board.flat[KIN, first + below(board.random, last - first)]
    return slot if board.state[MARK, goal] == _MOVED else goal


@compiled
def _mark_chain(board: Board, slot: int, mark: int) -> None:
    start = board.flat[STARTS, board.flat[ROW, slot]]
    for place in range(chain_start(board, slot), chain_end(board, slot) + 1):
        if board.state[MARK, board.state[ORDER, start + place]] == 0:
            board.state[MARK, board.state[ORDER, start + place]] = mark


@compiled
def _spread(board: Board, row: int, mark: int, is_down: bool) -> tuple[int, int]:
    """Mark row after row whoever hangs from the marked ones, or they from them; returns the first and last row."""
    first = last = row
    while is_down and last + 1 < board.sums.shape[1] and _mark_below(board, last, mark):
        last += 1
    while not is_down and first > 0 and _mark_above(board, first - 1, mark):
        first -= 1
    return first, last


@compiled
def _mark_below(board: Board, row: int, mark: int) -> bool:
    has_any = False
    for at in range(board.flat[STARTS, row], board.flat[STARTS, row + 1]):
        slot = board.state[ORDER, at]
        if board.state[MARK, slot] == mark:
            for down in range(board.flat[DOWN_STARTS, slot], board.flat[DOWN_STARTS, slot + 1]):
                _mark_chain(board, board.flat[DOWN, down], mark)
                has_any = True
    return has_any


@compiled
def _mark_above(board: Board, row: int, mark: int) -> bool:
    has_any = False
    for at in range(board.flat[STARTS, row], board.flat[STARTS, row + 1]):
        slot = board.state[ORDER, at]
        for down in range(board.flat[DOWN_STARTS, slot], board.flat[DOWN_STARTS, slot + 1]):
            if board.state[MARK, board.flat[DOWN, down]] == mark and board.state[MARK, slot] == 0:
                _mark_chain(board, slot, mark)
                has_any = True
    return has_any


@compiled
def _turn_marked(board: Board, row: int) -> None:
    """The marked ones change places among themselves, from right to left."""
    first, last = board.flat[STARTS, row], board.flat[STARTS, row + 1] - 1
    while first < last:
        if board.state[MARK, board.state[ORDER, first]] != _MOVED:
            first += 1
        elif board.state[MARK, board.state[ORDER, last]] != _MOVED:
            last -= 1
        else:
            board.state[ORDER, first], board.state[ORDER, last] = board.state[ORDER, last], board.state[ORDER, first]
            first, last = first + 1, last - 1


@compiled
def _gather(board: Board, row: int, is_after: bool) -> None:
    """The marked ones of a row side by side, before or after the goal's; where it has none, where their first was."""
    start, end = board.flat[STARTS, row], board.flat[STARTS, row + 1]
    moved = others = 0
    put = first = -1
    for at in range(start, end):
        slot = board.state[ORDER, at]
        if board.state[MARK, slot] == _MOVED:
            first = others if first < 0 else first
            board.state[BLOCK, moved] = slot
            moved += 1
            continue
        if board.state[MARK, slot] == _GOAL:
            put = others + 1 if is_after else (others if put < 0 else put)
        board.state[ORDER, start + others] = slot
        others += 1
    if moved > 0:
        _open(board, start, others, first if put < 0 else put, moved)


@compiled
def _open(board: Board, start: int, others: int, put: int, moved: int) -> None:
    for place in range(others - 1, put - 1, -1):
        board.state[ORDER, start + place + moved] = board.state[ORDER, start + place]
    for at in range(moved):
        board.state[ORDER, start + put + at] = board.state[BLOCK, at]
