"""Small changes of an order that let more children stand under their parents, each tried on the places that follow."""

from collections.abc import Callable, Iterable, Iterator

from kith.engines.drawing.layout.centring import Centring
from kith.engines.drawing.layout.ordering.objective import Weights, weigh
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import Hang

_WORTH = 2.0  # crossings that one more sibship under its parents may cost
_NEAR = 4  # chains that somebody passes at most


def ease(
    order: Order, lost: frozenset[int], centred: Callable[[Order], Centring], *, weights: Weights, tries: Iterable[int]
) -> tuple[Order, frozenset[int]]:
    """A like order in which fewer bonds are lost, and those; `centred` sets up the programme of an order.

    It ends when nothing more is won, or `tries` ends.
    """
    left = iter(tries)
    weight, before = weigh(order, weights), len(lost) + 1
    while len(lost) < before:
        before = len(lost)
        for bond in sorted(lost):
            for other in _nearer(order, bond, _places(centred(order), lost)):
                if next(left, None) is None:
                    return order, lost
                changed = weigh(other, weights)
                if changed <= weight + _WORTH and not centred(other).missed(lost - {bond}):
                    order, weight, lost = other, changed, lost - {bond}
                    break
    return order, lost


def _places(centring: Centring, lost: frozenset[int]) -> list[float]:
    centring.missed(lost)
    return centring.x


def _nearer(order: Order, number: int, x: list[float]) -> Iterator[Order]:
    """Children a few places nearer to the point they hang from, then their parents nearer to them."""
    hang, feet = _ends(order, number)
    above, below = (x[hang.a] + x[hang.b]) / 2, (x[feet[0]] + x[feet[-1]]) / 2
    for slot in dict.fromkeys((feet[0], feet[-1])):
        yield from _moved(order, slot, is_left=above < x[slot])
    for slot in dict.fromkeys((hang.a, hang.b)):
        yield from _moved(order, slot, is_left=below < x[slot])


def _ends(order: Order, number: int) -> tuple[Hang, list[int]]:
    """The hang and the feet from left to right of a bond, or of the one line that a negative number means."""
    rack = order.rack
    if number < 0:
        strand = rack.strands[-number - 1]
        return rack.hangs[strand.hang], [strand.foot]
    hang = rack.hang_of[number]
    return rack.hangs[hang], sorted(rack.feet[hang], key=lambda foot: order.place[foot])


def _moved(order: Order, slot: int, *, is_left: bool) -> Iterator[Order]:
    """The chain of a slot turned round, and past one chain after the other, also turned round."""
    line, (first, last) = order.rows[order.rack.row[slot]], order.chain(slot)
    chain, others = line[first : last + 1], [*line[:first], *line[last + 1 :]]
    if len(chain) > 1:
        yield _with_row(order, slot, [*line[:first], *chain[::-1], *line[last + 1 :]])
    at = first
    for _ in range(_NEAR):
        if at == (0 if is_left else len(others)):
            return
        at = order.chain(line[at - 1])[0] if is_left else order.chain(line[at + len(chain)])[1] + 1 - len(chain)
        for moved in (chain, chain[::-1]) if len(chain) > 1 else (chain,):
            yield _with_row(order, slot, [*others[:at], *moved, *others[at:]])


def _with_row(order: Order, slot: int, line: list[int]) -> Order:
    rows = list(order.rows)
    rows[order.rack.row[slot]] = line
    return Order(order.rack, rows)
