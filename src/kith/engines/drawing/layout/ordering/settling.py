"""An order that begins where an earlier drawing left off: whoever was in it stays left or right of whom they were."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Rack

_Near = Mapping[int, list[int]]


def settle(first: Order, x: Mapping[int, float]) -> Order:
    """Stand the people who have an x by it, the others beside a relative; their rack remembers who is settled."""
    rack = first.rack
    near = _near(rack)
    at = dict(x)
    for slots in first.rows:
        for slot in slots:
            if slot not in at:
                at[slot] = _beside(near[slot], at, slots, rack)
    rows = [sorted(slots, key=lambda slot: at[slot]) for slots in first.rows]
    rack.settled = [pair for row in rows for pair in pairwise([slot for slot in row if slot in x])]
    return Order(rack, rows)


def _beside(near: Iterable[int], at: Mapping[int, float], row: list[int], rack: Rack) -> float:
    """Right of a relative in the row, else in the middle of relatives in other rows, else far right."""
    known = [slot for slot in near if slot in at]
    level = [at[slot] for slot in known if slot in row]
    if level:
        return level[0] + 0.5
    if known:
        return sum(at[slot] for slot in known) / len(known)
    return max((at[slot] for slot in at), default=0.0) + 1.0


def _near(rack: Rack) -> _Near:
    """Partners first, then siblings, then whoever a line leads to or comes from."""
    near: dict[int, list[int]] = defaultdict(list)
    for a, b in rack.couples:
        near[a].append(b)
        near[b].append(a)
    for feet in rack.sibships:
        for a in feet:
            near[a] += [b for b in feet if b != a]
    for strand in rack.strands:
        hang = rack.hangs[strand.hang]
        near[strand.foot] += [hang.a, hang.b]
        near[hang.a].append(strand.foot)
        near[hang.b].append(strand.foot)
    return near
