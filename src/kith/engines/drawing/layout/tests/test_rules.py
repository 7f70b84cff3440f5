"""The rules of practice for where people stand, one small family for each."""

from dataclasses import replace

import pytest

from kith.engines.drawing.layout import CannotDraw, Spacing, layout
from kith.engines.drawing.layout.ordering.order import Order
from kith.engines.drawing.layout.ordering.rack import build_rack
from kith.engines.drawing.layout.ordering.standing import stand
from kith.engines.drawing.layout.ties import read_ties
from kith.engines.drawing.network import ChildLink, Household, Membership, Network, Person, Union
from kith.engines.drawing.picture import Layout, Size
from kith.kernel.partial_dates import PartialDate


def union(name: str, partners: tuple[str, ...], children: tuple[str, ...] = ()) -> Union:
    return Union(id=name, partners=partners, children=tuple(ChildLink(child=child) for child in children))


def family(*unions: Union, born: dict[str, str] | None = None) -> Network:
    names = dict.fromkeys(p for u in unions for p in (*u.partners, *(link.child for link in u.children)))
    births = {name: PartialDate(code) for name, code in (born or {}).items()}
    return Network(persons=tuple(Person(id=name, birth=births.get(name)) for name in names), unions=unions)


def drawn(network: Network) -> Layout:
    return layout(network, {person.id: Size(100, 90) for person in network.persons}, style=Spacing())


def row_from_left(network: Network, row: int) -> str:
    places = drawn(network).places
    return " ".join(sorted((p for p in places if places[p].row == row), key=lambda p: places[p].x))


def test_partners_stand_on_one_row_even_where_one_has_more_ancestors() -> None:
    places = drawn(family(union("u", ("gran",), ("mum",)), union("v", ("mum", "dad"), ("zoe",)))).places
    assert [places[name].row for name in ("gran", "mum", "dad", "zoe")] == [0, 1, 1, 2]


def test_children_stand_by_age_where_birth_is_known() -> None:
    network = family(
        union("u", ("m", "d"), ("young", "old", "middle")), born={"young": "2015", "old": "2001", "middle": "2009"}
    )
    assert row_from_left(network, 1) == "old middle young"


def test_a_child_of_unknown_age_keeps_the_place_the_file_gave() -> None:
    network = family(union("u", ("m", "d"), ("young", "unknown", "old")), born={"young": "2015", "old": "2001"})
    assert row_from_left(network, 1) == "old unknown young"


def test_somebody_with_two_partners_stands_between_them() -> None:
    order = row_from_left(family(union("u", ("dad", "mum"), ("a",)), union("v", ("dad", "ex"), ("b",))), 0)
    assert order.split()[1] == "dad"


def test_a_chain_of_partners_stays_a_chain() -> None:
    chain = [union(f"u{n}", (f"p{n}", f"p{n + 1}"), (f"c{n}",)) for n in range(5)]
    order = row_from_left(family(*chain), 0).split()
    assert order in ([f"p{n}" for n in range(6)], [f"p{n}" for n in reversed(range(6))])


def test_twins_with_partners_stand_side_by_side_and_so_do_their_couples() -> None:
    twins = Union(
        id="u", partners=("m", "d"),
        children=(ChildLink(child="t1", twin="x"), ChildLink(child="other"), ChildLink(child="t2", twin="x")),
    )  # fmt: skip
    order = row_from_left(family(twins, union("v", ("t1", "w1")), union("w", ("t2", "w2"))), 1)
    assert "w1 t1 t2 w2" in order or "w2 t2 t1 w1" in order


def test_parents_hang_over_their_children() -> None:
    found = drawn(family(union("u", ("m", "d"), ("a", "b", "c"))))
    assert found.hangs["u"] == pytest.approx(found.places["b"].x)


def test_an_uncle_stands_beside_the_niece_he_married_below_his_sister() -> None:
    network = family(
        union("u", ("g1", "g2"), ("uncle", "mum")), union("v", ("mum", "dad"), ("niece",)),
        union("w", ("uncle", "niece"), ("baby",)),
    )  # fmt: skip
    found = drawn(network)
    assert found.places["mum"].row < found.places["uncle"].row == found.places["niece"].row
    assert [place.row for place in found.corridors["u", "uncle"]] == [found.places["mum"].row]


def test_partners_of_whom_one_descends_from_the_other_stand_in_different_rows() -> None:
    network = family(union("u", ("king", "queen"), ("son",)), union("v", ("queen", "son"), ("heir",)))
    places = drawn(network).places
    assert places["queen"].row < places["son"].row < places["heir"].row


def test_families_without_ties_to_each_other_stand_side_by_side() -> None:
    places = drawn(family(union("u", ("a", "b"), ("c",)), union("v", ("d", "e"), ("f",)))).places
    left, right = ("a", "b", "c"), ("d", "e", "f")
    assert max(places[p].x for p in left) < min(places[p].x for p in right)
    assert places["a"].row == places["d"].row == 0


def test_people_without_any_ties_stand_in_a_column_no_taller_than_the_family() -> None:
    network = family(union("u", ("a", "b"), ("c",)))
    places = drawn(
        Network(persons=(*network.persons, *(Person(id=f"x{n}") for n in range(3))), unions=network.unions)
    ).places
    assert [places[f"x{n}"].row for n in range(3)] == [0, 1, 0]


def test_a_person_who_descends_from_themselves_is_refused_by_name() -> None:
    circle = family(union("u", ("ann",), ("bob",)), union("v", ("bob",), ("ann",)))
    with pytest.raises(CannotDraw, match=r"own ancestor.*“(ann|bob)”, “(ann|bob)”"):
        drawn(circle)


def test_a_union_that_names_a_stranger_is_refused() -> None:
    with pytest.raises(CannotDraw, match="Family “u” names “ghost”"):
        drawn(Network(persons=(Person(id="a"),), unions=(union("u", ("a", "ghost")),)))


def test_a_missing_size_is_refused() -> None:
    with pytest.raises(CannotDraw, match="no size for “a”"):
        layout(Network(persons=(Person(id="a"),)), {}, style=Spacing())


def test_a_pet_stands_beside_somebody_it_lives_with() -> None:
    alone = family(union("u", ("mum", "dad"), ("ann", "bo")), union("v", ("mum", "ex"), ("cy",)))
    home = Household(id="h", members=tuple(Membership(person=name) for name in ("mum", "ann", "bo", "rex")))
    both = replace(alone, persons=(*alone.persons, Person(id="rex", kind="pet")), households=(home,))
    row = row_from_left(both, 1).split()
    assert abs(row.index("rex") - row.index("bo")) == 1
    elsewhere = replace(home, members=(*home.members[:3], Membership(person="rex", until=PartialDate("2020"))))
    assert "rex" not in row_from_left(replace(both, households=(elsewhere,)), 1)


def test_lines_of_two_neighbours_that_leave_towards_each_other_do_not_pass() -> None:
    ties = read_ties(
        family(union("u", ("a", "b")), union("v", ("c", "d")), union("top", ("a",), ("e", "f")),
               union("w", ("b", "e")), union("x", ("c", "f")))
    )  # fmt: skip
    number = {name: ties.ids.index(name) for name in "abcdef"}
    rack = build_rack(ties, [int(name in "ef") for name in ties.ids])
    order = Order(rack, [[number[name] for name in names] for names in ("abcd", "fe")])
    standing = stand(order)
    owners = [standing.owner[slot] for slot in standing.rows[0] if slot in standing.owner]
    assert [owner for owner in owners if owner in (number["b"], number["c"])] == [number["b"], number["c"]]


@pytest.mark.parametrize("partners", [1, 2])
def test_many_without_ties_fill_a_sheet_and_not_one_line(partners: int) -> None:
    people = tuple(Person(id=f"p{number}") for number in range(400))
    couples = tuple(union(f"u{n}", (f"p{n}", f"p{n + 1}")) for n in range(0, 400, 2)) if partners == 2 else ()
    places = drawn(Network(persons=people, unions=couples)).places.values()
    width, height = max(place.x for place in places), 150 * (1 + max(place.row for place in places))
    assert len(set(places)) == 400
    assert 1 / 4 < height / width < 2
