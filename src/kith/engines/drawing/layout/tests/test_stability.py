"""A drawing that changes a little looks as it did; one that shows fewer people shows no gap."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings

from kith.engines.drawing.layout import CannotReadLayout, Spacing, Wishes, earlier_layout, layout
from kith.engines.drawing.layout.tests.test_rules import family, union
from kith.engines.drawing.network import Network, Person
from kith.engines.drawing.network import Union as Partnership
from kith.engines.drawing.picture import Layout
from kith.engines.drawing.tests.families import families, random_family
from kith.engines.drawing.tests.measuring import rooms

COUSINS = family(
    union("u", ("g1", "g2"), ("a", "b")), union("v", ("g3", "g4"), ("c", "d")),
    union("w", ("a", "c"), ("e", "f")), union("x", ("b", "n"), ("h",)),
)  # fmt: skip


def drawn(network: Network, wishes: Wishes | None = None) -> Layout:
    return layout(network, rooms(network), style=Spacing(), wishes=wishes or Wishes())


def places(found: Layout) -> dict[str, float]:
    return {person: place.x for person, place in found.places.items()}


def as_it_was(found: Layout) -> Wishes:
    """What a layout file tells: families that stand in several lines are told apart by their heights."""
    heights = {person: float(place.row) for person, place in found.places.items()}
    return Wishes(before=places(found), heights=heights)


def order_of(found: Layout, people: set[str]) -> list[list[str]]:
    rows = {found.places[person].row for person in people}
    standing = sorted(people, key=lambda person: found.places[person])
    return [[person for person in standing if found.places[person].row == row] for row in sorted(rows)]


@settings(max_examples=20, deadline=None)
@given(families())
def test_a_newcomer_turns_nobody_round(network: Network) -> None:
    if not network.persons:
        return
    old = drawn(network)
    joined = Partnership(id="joined", partners=(network.persons[0].id, "newcomer"))
    grown = replace(
        network, persons=(*network.persons, Person(id="newcomer")), unions=(*network.unions, joined)
    )  # fmt: skip
    new = drawn(grown, as_it_was(old))
    same_rows = {p for p, place in old.places.items() if new.places[p].row == place.row}
    assert order_of(new, same_rows) == order_of(old, same_rows)


@settings(max_examples=15, deadline=None)
@given(families())
@example(random_family(24, 2, 4))  # in two lines
def test_the_same_family_stays_where_it_was(network: Network) -> None:
    old = drawn(network)
    new = drawn(network, as_it_was(old))
    moves = [abs(new.places[person].x - place.x) for person, place in old.places.items()]
    assert sum(moves) <= 4.4 * len(moves)  # a tenth of a symbol


def test_a_drawing_of_fewer_people_starts_afresh_unless_they_were_taken_out() -> None:
    fewer = replace(COUSINS, persons=tuple(p for p in COUSINS.persons if p.id != "n"), unions=COUSINS.unions[:3])
    turned = {person: -x for person, x in places(drawn(COUSINS)).items()}
    assert drawn(fewer, Wishes(before=turned)) == drawn(fewer)
    edited = drawn(fewer, Wishes(before=turned, is_edit=True))
    assert order_of(edited, {"e", "f"})[-1] == order_of(drawn(fewer), {"e", "f"})[-1][::-1]


def test_a_place_chosen_by_hand_is_kept() -> None:
    old = drawn(COUSINS)
    moved = drawn(COUSINS, Wishes(before=places(old), keep={"f": old.places["e"].x - 40}))
    assert moved.places["f"].x < moved.places["e"].x
    assert moved.places["g1"].x - moved.places["f"].x == pytest.approx(
        old.places["g1"].x - (old.places["e"].x - 40), abs=1
    )


def test_an_earlier_drawing_is_read_from_its_layout_file() -> None:
    assert earlier_layout({"nodes": [{"id": "a", "x": 3}]}).places == {"a": 3.0}


@pytest.mark.parametrize("record", [None, [], {}, {"nodes": 3}, {"nodes": [3]}, {"nodes": [{"id": "a"}]}])
def test_what_is_no_layout_file_is_refused(record: object) -> None:
    with pytest.raises(CannotReadLayout, match="--layout-json"):
        earlier_layout(record)
