"""A hull holds its members whole and nobody else, in any family."""

from hypothesis import given, settings

from kith.engines.drawing.compose import draw
from kith.engines.drawing.network import ChildLink, Household, Membership, Name, Network, Person, Union
from kith.engines.drawing.picture import Box, Drawing, Hull, Point, Symbol
from kith.engines.drawing.routing.ground import stretches
from kith.engines.drawing.tests.tied_families import tied_families


def holds(hull: Hull, point: Point) -> bool:
    """Whether the point is inside: an odd number of edges lies to its right."""
    crossed = 0
    for loop in hull.outlines:
        for a, b in zip(loop, (*loop[1:], loop[0]), strict=True):
            crossed += a.x == b.x and a.x > point.x and min(a.y, b.y) <= point.y < max(a.y, b.y)
    return crossed % 2 == 1


def spots(box: Box) -> list[Point]:
    """The middle of a box and points just inside its corners."""
    steps = (-0.49, 0, 0.49)
    return [Point(box.x + x * box.w, box.y + y * box.h) for x in steps for y in steps]


def held(hull: Hull, symbol: Symbol) -> list[bool]:
    boxes = [symbol.box] + ([symbol.label.box] if symbol.label else [])
    return [holds(hull, spot) for box in boxes for spot in spots(box)]


@settings(max_examples=25, deadline=None)
@given(tied_families())
def test_a_hull_holds_its_members_whole_and_touches_nobody_else(network: Network) -> None:
    drawing: Drawing = draw(network)
    for hull in drawing.hulls:
        for symbol in drawing.symbols:
            if symbol.person in hull.members:
                assert all(held(hull, symbol)), (hull.household, symbol.person)
            else:
                assert not any(held(hull, symbol)), (hull.household, symbol.person)


def test_an_edge_does_not_lie_on_the_line_down_to_the_children() -> None:
    people = tuple(
        Person(id=one, names=(Name(text=f"{one} Demir"),), sex=sex)
        for one, sex in (("Yusuf", "M"), ("Emine", "F"), ("Safiya", "F"))
    )
    couple = Union(id="u", partners=("Yusuf", "Emine"), children=(ChildLink(child="Safiya"),))
    for home in ("Emine", "Yusuf"):
        visits = Membership(person="Safiya", kind="relatives_home")
        living = Household(id="h", name="Quay Row", members=(Membership(person=home), visits))
        drawing = draw(Network(persons=people, unions=(couple,), households=(living,), about="Safiya"))
        edges = {point.x for loop in drawing.hulls[0].outlines for point in loop}
        downward = {a.x for a, b in stretches(drawing.lines) if a.x == b.x}
        assert min(abs(edge - x) for edge in edges for x in downward) >= 4
