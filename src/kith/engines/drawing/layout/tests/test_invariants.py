"""Whatever the family, everybody is drawn once, nobody on somebody else, children below their parents."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings

from kith.engines.drawing.layout import Spacing, layout
from kith.engines.drawing.network import ChildLink, Network, Person, Union
from kith.engines.drawing.picture import Place, Size
from kith.engines.drawing.tests.families import families
from kith.engines.drawing.tests.invariants import not_below, split_twins
from kith.engines.drawing.tests.measuring import rooms


def placed(network: Network) -> dict[str, Place]:
    return dict(layout(network, rooms(network), style=Spacing()).places)


@settings(max_examples=25, deadline=None)
@given(families())
def test_everybody_stands_somewhere_in_a_room_of_their_own(network: Network) -> None:
    places, sizes = placed(network), rooms(network)
    assert set(places) == {person.id for person in network.persons}
    ordered = sorted(places, key=lambda person: places[person])
    for a, b in pairwise(ordered):
        if places[a].row == places[b].row:
            assert places[b].x - places[a].x > (sizes[a].w + sizes[b].w) / 2


@settings(max_examples=25, deadline=None)
@given(families())
def test_children_stand_below_and_twins_together(network: Network) -> None:
    found = layout(network, rooms(network), style=Spacing())
    assert not_below(network, found) == []
    assert split_twins(network, found) == []


@settings(max_examples=10, deadline=None)
@given(families())
def test_ids_do_not_matter_and_the_same_family_always_looks_the_same(network: Network) -> None:
    renamed = {person.id: other_id(number) for number, person in enumerate(network.persons)}
    other = Network(
        persons=tuple(replace(person, id=renamed[person.id]) for person in network.persons),
        unions=tuple(renamed_union(union, renamed) for union in network.unions),
    )
    assert {renamed[person]: place for person, place in placed(network).items()} == placed(other)
    assert placed(network) == placed(network)


def other_id(number: int) -> str:
    """Ids in an alphabet and an order of their own."""
    return f"z{(number * 7919) % 10007:05d}"


def renamed_union(union: Union, renamed: dict[str, str]) -> Union:
    return replace(
        union,
        id=union.id[::-1] + "x",
        partners=tuple(renamed[partner] for partner in union.partners),
        children=tuple(replace(link, child=renamed[link.child]) for link in union.children),
    )


def test_nobody_and_one_person_are_drawings_too() -> None:
    assert layout(Network(), {}, style=Spacing()).places == {}


def test_wider_rooms_make_a_wider_drawing() -> None:
    from_couple = Network(
        persons=tuple(Person(id=name) for name in ("mum", "dad", "a", "b")),
        unions=(Union(id="u", partners=("mum", "dad"), children=(ChildLink(child="a"), ChildLink(child="b"))),),
    )
    narrow = layout(from_couple, dict.fromkeys(("mum", "dad", "a", "b"), Size(60, 90)), style=Spacing()).places
    wide = layout(from_couple, dict.fromkeys(("mum", "dad", "a", "b"), Size(200, 90)), style=Spacing()).places
    assert wide["b"].x - wide["a"].x > narrow["b"].x - narrow["a"].x + 100
