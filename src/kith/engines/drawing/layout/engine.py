"""From a network to everybody's place: rows, order, positions, families side by side."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from kith.engines.drawing.layout.centring import Centring, given_up, is_crowded
from kith.engines.drawing.layout.components import components, part_of
from kith.engines.drawing.layout.earlier import is_copy
from kith.engines.drawing.layout.easing import ease
from kith.engines.drawing.layout.errors import CannotDraw
from kith.engines.drawing.layout.generations import generations
from kith.engines.drawing.layout.ordering.arrange import arranged
from kith.engines.drawing.layout.ordering.objective import Weights
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import build_rack
from kith.engines.drawing.layout.ordering.standing import stand
from kith.engines.drawing.layout.positions import Anchors, positions
from kith.engines.drawing.layout.rooms import Rooms
from kith.engines.drawing.layout.side_by_side import Family, stand_side_by_side
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.layout.ties import Ties, read_ties
from kith.engines.drawing.layout.wishes import Wishes
from kith.engines.drawing.network import Network
from kith.engines.drawing.picture import Certificate, Layout, Size

_NONE = Wishes()
_AGAIN = 1.4  # times that those who find no room are chosen anew, for each unit of effort beyond the first
_TRIES = 30_000  # small changes of the order tried, likewise, divided by the slots


def layout(network: Network, sizes: Mapping[str, Size], *, style: Spacing, wishes: Wishes = _NONE) -> Layout:
    """Place everybody of a network: no two rooms overlap, children stand in a row below their parents.

    `sizes` gives the room in pixels that each person's symbol and label need. The same network in the same order
    always gives the same layout. With `wishes.before`, whoever stood in an earlier drawing keeps their order and, as
    far as there is room, their place. Raises CannotDraw, in one sentence, where descent runs in a circle, a union names
    a stranger or a size is missing.

    >>> from kith.engines.drawing.network import ChildLink, Person, Union
    >>> people = tuple(Person(id=name) for name in ("mum", "dad", "zoe"))
    >>> family = Network(persons=people, unions=(
    ...     Union(id="u", partners=("mum", "dad"), children=(ChildLink(child="zoe"),)),))
    >>> placed = layout(family, {name: Size(100, 80) for name in ("mum", "dad", "zoe")}, style=Spacing())
    >>> [placed.places[name].row for name in ("mum", "dad", "zoe")], placed.hangs["u"] == placed.places["zoe"].x
    ([0, 0, 1], True)
    """
    for person in network.persons:
        if person.id not in sizes:
            raise CannotDraw(f"There is no size for “{person.id}”: measure everybody's label before placing them.")
    wishes = _fitting(wishes, network)
    ties = read_ties(network)
    rows = generations(ties)
    families = [
        _placed(part_of(ties, people), [rows[person] for person in people], sizes, style, wishes)
        for people in components(ties)
    ]
    if wishes.before:
        families.sort(key=lambda family: _corner(family, wishes))
    return stand_side_by_side(families, style)


def _corner(family: Family, wishes: Wishes) -> tuple[float, float]:
    """Where a family stood: families line by line, single people column by column."""
    people = family.standing.ties.ids
    x = min(wishes.before.get(person, math.inf) for person in people)
    y = min(wishes.heights.get(person, 0.0) for person in people)
    return (y, x) if len(people) > 1 else (x, y)


def _fitting(wishes: Wishes, network: Network) -> Wishes:
    """An earlier drawing with somebody who is not in this network does not count: a gap would show where they stood."""
    known = {person.id for person in network.persons}
    before = {person: x for person, x in wishes.before.items() if person in known or not is_copy(person)}
    if wishes.is_edit or known.issuperset(before):
        return replace(wishes, before=before)
    return replace(wishes, before={})


def _placed(ties: Ties, rows: Sequence[int], sizes: Mapping[str, Size], style: Spacing, wishes: Wishes) -> Family:
    """One connected family, its top row 0 and its left edge 0."""
    top = min(rows)
    wished = {**wishes.before, **wishes.keep}
    x = {number: wished[person] for number, person in enumerate(ties.ids) if person in wished}
    order, is_finished = arranged(build_rack(ties, [row - top for row in rows]), wishes, x)
    rooms = [sizes[name] for name in ties.ids]
    order, lost = (order, frozenset[int]()) if x else _eased(order, rooms, style, wishes)
    standing = stand(order)
    anchors = Anchors(x, frozenset(number for number, person in enumerate(ties.ids) if person in wishes.keep))
    certificate = _certificate(order) if wishes.is_certified else None
    is_cut_short = not is_finished or (bool(lost) and wishes.stop())
    places = positions(standing, rooms, style, anchors, lost)
    return Family(standing, places, rooms, not is_cut_short, certificate)


def _eased(order: Order, sizes: Sequence[Size], style: Spacing, wishes: Wishes) -> tuple[Order, frozenset[int]]:
    """The order of a crowded family changed a little, and the bonds whose children find no room under them."""

    def centred(order: Order) -> Centring:
        standing = stand(order)
        return Centring(standing, Rooms(standing, sizes, style))

    def go_on(_: int) -> bool:
        return not wishes.stop()

    if not is_crowded(stand(order)):
        return order, frozenset()
    more = max(wishes.effort - 1, 0.0)
    lost = given_up(centred(order), again=takewhile(go_on, range(1, 1 + int(more * _AGAIN))))
    tries = takewhile(go_on, range(int(more * _TRIES / len(order.place))))
    return ease(order, lost, centred, weights=Weights.where(wishes.together), tries=tries)


def _certificate(order: Order) -> Certificate:
    """The one adapter to the proofs, which need scipy, and that takes a second to load."""
    from kith.engines.drawing.layout.proof.certifying import certify  # noqa: PLC0415

    return certify(order)
