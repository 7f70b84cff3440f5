"""Orders that were searched for before: the search is dear, and a page asks for the same family at every visit.

It counts its work in moves and sees numbers alone, so the same question always has the same answer. What is kept is
numbers too: nobody's name or id, and for nobody longer than until others push it out.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from kith.engines.drawing.layout.ordering.objective import Weights
from kith.engines.drawing.layout.ordering.order import Arranged, Order
from kith.engines.drawing.layout.wishes import Wishes

MOST_KNOWN = 500
Search = Callable[[Order, Weights, Wishes], Arranged]
_known: OrderedDict[Hashable, list[list[int]]] = OrderedDict()


def searched_once(first: Order, weights: Weights, wishes: Wishes, search: Callable[[], Search]) -> Arranged:
    """What the search finds, from an earlier time where there was one; one that a clock may stop is not kept."""
    if wishes.stop is not bool or wishes.before or wishes.keep:
        return search()(first, weights, wishes)
    key = _key(first, weights, wishes.effort)
    rows = _known.pop(key, None)
    if rows is None:
        found = search()(first, weights, wishes)
        if not found.is_finished:
            return found
        rows = found.order.rows
    _known[key] = rows
    while len(_known) > MOST_KNOWN:
        _known.popitem(last=False)
    return Arranged(Order(first.rack, rows))


def forget() -> None:
    _known.clear()


def _key(first: Order, weights: Weights, effort: float) -> Hashable:
    """Everything that the search looks at."""
    rack = first.rack
    bonds = [(bond.partners, bond.children, bond.twins, bond.words, bond.is_marked) for bond in rack.ties.bonds]
    parts = (rack.row, rack.hangs, rack.strands, rack.couples, rack.twins, rack.sibships, rack.times, rack.settled)
    lines = (rack.drops, rack.descents, rack.hang_of, rack.may_stray, rack.people, rack.ties.earlier)
    return repr((first.rows, weights, effort, bonds, parts, lines))
