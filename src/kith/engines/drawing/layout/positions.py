"""Where on their row everybody stands: the narrowest places that keep parents over their children.

One linear programme. Rooms never overlap: that is a constraint. Everything else is a wish with a weight.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from kith.engines.drawing.layout.centring import (
    REACHED,
    is_crowded,
    outside,
    passing,
    widest,
    wish_straight,
    wish_under,
)
from kith.engines.drawing.layout.hangs import shifts
from kith.engines.drawing.layout.ordering.standing import Standing
from kith.engines.drawing.layout.programme import Programme, sum_of
from kith.engines.drawing.layout.rooms import Rooms
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.picture import Size

_UNDER = 200.0  # children's span holds the point they hang from
_LOST = 15.0  # or comes near it, where others need the room
_CENTRED = 0.5  # and has it in the middle
_ONLY = 4.0  # an only child stands straight under it
_STRAIGHT = 3.0  # a line that passes a row goes straight on
_TOGETHER = 1.0  # partners, and a parent and their own trunk, no further apart than need be
_REACH = 0.3  # partners who could not stand together
_SIBLINGS = 0.3  # a sibship no wider than need be
_ANCHORED = 60.0  # whoever stood in an earlier drawing stays there
_AIRY = 2.0  # and stands a little closer to a newcomer, rather than that all move on
_KEPT = 500.0  # and all the more whoever was put there by hand
_PAGE = 10.0  # the whole drawing no wider than need be
_NARROW = 0.2  # neighbours no further apart than need be


class Positions(NamedTuple):
    """The x of every slot's middle and of every bond's hanging point, in pixels."""

    slots: Sequence[float]
    hangs: Mapping[int, float]


class Anchors(NamedTuple):
    """The x of people in an earlier drawing, and who of them somebody put there by hand."""

    x: Mapping[int, float] = {}
    kept: frozenset[int] = frozenset()


_FREE = Anchors()


def positions(
    standing: Standing,
    sizes: Sequence[Size],
    spacing: Spacing,
    anchors: Anchors = _FREE,
    lost: Collection[int] = (),
) -> Positions:
    """Solve the programme for one connected family whose order is known; the leftmost room begins at or right of 0.

    `lost` are bonds whose children need not stand under them, and lines that need not be straight. In an earlier
    drawing of many people, so are bonds that cannot be had for what they are worth.
    """
    if len(standing.row) == 1:
        return Positions([sizes[0].w / 2], {})
    rooms = Rooms(standing, sizes, spacing)
    found = _solved(standing, rooms, anchors, lost)
    if anchors.x and is_crowded(standing):
        missed = [
            bond for bond, hang in found.hangs.items() if outside(standing, found.slots, bond, hang) > 2 * REACHED
        ]
        return _solved(standing, rooms, anchors, missed) if missed else found
    return found


def _solved(standing: Standing, rooms: Rooms, anchors: Anchors, lost: Collection[int]) -> Positions:
    asides = shifts(standing)
    page, shift = len(standing.row), len(standing.row) + 1
    programme = Programme(shift + 1)
    for slot, place in anchors.x.items():
        weight = _KEPT if slot in anchors.kept else _ANCHORED
        programme.wish_equal({slot: 1.0, shift: -1.0}, place, weight=weight)
    for slots in standing.rows:
        _keep_apart(programme, slots, rooms, is_settled=bool(anchors.x))
        if slots:
            programme.at_most({slots[-1]: 1.0, page: -1.0}, 0.0)
    programme.pay(page, 0 if anchors.x else _PAGE)
    if is_crowded(standing) and not anchors.x:
        programme.at_most({page: 1.0}, widest(standing, rooms))
    for bond, aside in asides.items():
        _centre(programme, standing, bond, aside, _LOST if bond in lost else _UNDER)
    _straighten(programme, standing, lost)
    x = [round(value, 2) for value in programme.solve()[:page]]
    hangs = {bond: round((x[a] + x[b]) / 2 + asides[bond], 2) for bond, (a, b) in standing.hangs.items()}
    return Positions(x, hangs)


def _keep_apart(programme: Programme, slots: Sequence[int], rooms: Rooms, *, is_settled: bool) -> None:
    """Nobody on anybody; in an earlier drawing neighbours rather stand closer than that everybody moves on."""
    for a, b in pairwise(slots):
        least = rooms.apart(a, b)
        if is_settled:
            programme.wish_at_most({a: 1.0, b: -1.0}, -least, weight=_AIRY)
            programme.at_most({a: 1.0, b: -1.0}, -rooms.closest(a, b))
        else:
            programme.at_most({a: 1.0, b: -1.0}, -least)
        programme.wish_at_most({a: -1.0, b: 1.0}, least, weight=_TOGETHER if rooms.belong_together(a, b) else _NARROW)
    if slots:
        programme.at_most({slots[0]: -1.0}, -rooms.width(slots[0]) / 2)


def _straighten(programme: Programme, standing: Standing, lost: Collection[int]) -> None:
    """Lines that pass rows run straight on; partners who stand apart come as near as they can."""
    for number, line in passing(standing).items():
        programme.wish_equal({line.a: 1.0, line.foot: -1.0}, 0, weight=_STRAIGHT)
        if is_crowded(standing) and number not in lost:
            wish_straight(programme, line, _UNDER)
    for a, b in standing.apart:
        programme.wish_equal({a: 1.0, b: -1.0}, 0, weight=_REACH)


def _centre(programme: Programme, standing: Standing, bond: int, aside: float, under: float) -> None:
    """The children's span holds the point they hang from, has it in the middle, and is no wider than need be."""
    a, b = standing.hangs[bond]
    feet = standing.feet[bond]
    first, last = feet[0], feet[-1]
    wish_under(programme, standing, bond, aside, under)
    middle = sum_of({a: -0.5}, {b: -0.5}, {first: 0.5}, {last: 0.5})
    programme.wish_equal(middle, aside, weight=_ONLY if first == last else _CENTRED)
    if first != last:
        programme.wish_at_most({first: -1.0, last: 1.0}, 0, weight=_SIBLINGS)
