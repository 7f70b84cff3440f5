"""From a network to everybody's place: rows, order, positions, families side by side."""

from collections.abc import Mapping, Sequence

from kith.engines.drawing.layout.components import components, part_of
from kith.engines.drawing.layout.errors import CannotDraw
from kith.engines.drawing.layout.generations import generations
from kith.engines.drawing.layout.ordering.arrange import Effort, arranged
from kith.engines.drawing.layout.ordering.objective import Weights
from kith.engines.drawing.layout.ordering.rack import build_rack
from kith.engines.drawing.layout.ordering.standing import stand
from kith.engines.drawing.layout.positions import positions
from kith.engines.drawing.layout.side_by_side import Family, stand_side_by_side
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.layout.ties import Ties, read_ties
from kith.engines.drawing.network import Network
from kith.engines.drawing.picture import Layout, Size


def layout(network: Network, sizes: Mapping[str, Size], *, style: Spacing) -> Layout:
    """Place everybody of a network: no two rooms overlap, children stand in a row below their parents.

    `sizes` gives the room in pixels that each person's symbol and label need. The same network in the same order
    always gives the same layout. Raises CannotDraw, in one sentence, where descent runs in a circle, a union names
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
    ties = read_ties(network)
    rows = generations(ties)
    families = [_placed(ties, people, rows, sizes, style) for people in components(ties)]
    return stand_side_by_side(families, style)


def _placed(
    ties: Ties, people: Sequence[int], rows: Sequence[int], sizes: Mapping[str, Size], style: Spacing
) -> Family:
    """One connected family, its top row 0 and its left edge 0."""
    part = part_of(ties, people)
    top = min(rows[person] for person in people)
    rack = build_rack(part, [rows[person] - top for person in people])
    standing = stand(arranged(rack, Weights(), Effort()))
    rooms = [sizes[name] for name in part.ids]
    return Family(standing, positions(standing, rooms, style), rooms)
