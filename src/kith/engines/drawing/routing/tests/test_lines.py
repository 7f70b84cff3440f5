"""Every line is drawn once, on nothing else, and in the kind that the sheet knows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.engines.drawing.layout import Spacing, Wishes, layout
from kith.engines.drawing.network import ChildLink, Network, Person, Status, Union
from kith.engines.drawing.picture import Layout, Place
from kith.engines.drawing.routing import Routes, route
from kith.engines.drawing.tests.families import families
from kith.engines.drawing.tests.invariants import over_rooms, overlaid, overlaps, rooms_of
from kith.engines.drawing.tests.measuring import rooms
from kith.kernel.partial_dates import PartialDate


def routed(network: Network) -> Routes:
    sizes = rooms(network)
    return route(network, layout(network, sizes, style=Spacing()), sizes=sizes, spacing=Spacing())


def couple(*statuses: Status, children: tuple[ChildLink, ...] = ()) -> Network:
    names = ("mum", "dad", *(link.child for link in children))
    union = Union(id="u", partners=("mum", "dad"), statuses=statuses, children=children)
    return Network(persons=tuple(Person(id=name) for name in names), unions=(union,))


@settings(max_examples=25, deadline=None)
@given(families(), st.sampled_from((4.5, 1.0)))
def test_no_line_lies_on_another_or_runs_over_anybodys_words(network: Network, together: float) -> None:
    sizes = rooms(network)
    placed = layout(network, sizes, style=Spacing(), wishes=Wishes(together=together))
    routes = route(network, placed, sizes=sizes, spacing=Spacing())
    everybody = rooms_of(placed, sizes, routes)
    assert overlaps(everybody) == []
    assert overlaid(routes.lines) == []
    assert over_rooms(network, routes.lines, everybody) == []


@settings(max_examples=25, deadline=None)
@given(families())
def test_every_couple_and_every_child_of_known_parents_has_one_line(network: Network) -> None:
    lines = routed(network).lines
    children = sorted((line.union, line.child) for line in lines if line.child)
    assert children == sorted((u.id, link.child) for u in network.unions for link in u.children)
    couples = sorted(line.union for line in lines if line.kind.startswith("couple."))
    assert couples == sorted(u.id for u in network.unions if len(u.partners) == 2)


def test_kinds_of_lines_and_letters_say_how_a_child_came() -> None:
    kinds = ("birth", "adopted", "foster", "kinship", "guardian", "step", "donor")
    routes = routed(couple(children=tuple(ChildLink(child=kind, kind=kind) for kind in kinds)))
    assert [line.kind for line in routes.lines if line.child] == [f"descent.{kind}" for kind in kinds]
    assert [mark.text for mark in routes.marks if mark.kind == "letter"] == ["A", "F", "K", "G"]


def test_of_three_lines_to_a_child_each_keeps_its_own_letter() -> None:
    links = {"own": "birth", "adopting": "adopted", "fostering": "foster"}
    names = ("kit", *(f"{home}{number}" for home in links for number in (1, 2)))
    unions = tuple(
        Union(id=home, partners=(f"{home}1", f"{home}2"), children=(ChildLink(child="kit", kind=kind),))
        for home, kind in links.items()
    )
    routes = routed(Network(persons=tuple(Person(id=name) for name in names), unions=unions))
    feet = {line.kind: line.points[-1].x for line in routes.lines if line.child}
    letters = {mark.text: mark.at.x for mark in routes.marks if mark.kind == "letter"}
    assert min(abs(a - b) for a in feet.values() for b in feet.values() if a != b) > 9
    for text, kind in (("A", "descent.adopted"), ("F", "descent.foster")):
        assert min(feet, key=lambda name: abs(feet[name] - letters[text])) == kind


def test_the_bar_between_triplets_hops_over_none_of_them() -> None:
    born = tuple(ChildLink(child=name, twin="t", identical=True) for name in "xyz")
    assert [line.jumps for line in routed(couple(children=born)).lines if line.kind == "descent.identical"] == [()]


def test_a_couple_line_says_its_state_and_since_when() -> None:
    routes = routed(
        couple(Status(kind="married", since=PartialDate("1998")), Status(kind="divorced", since=PartialDate("2011-05")))
    )
    assert [line.kind for line in routes.lines] == ["couple.divorced"]
    assert [(mark.kind, mark.text) for mark in routes.marks] == [("double_slash", ""), ("words", "divorced 2011")]


def test_nothing_told_about_a_couple_is_an_unknown_line_without_words() -> None:
    routes = routed(couple())
    assert [line.kind for line in routes.lines] == ["couple.unknown"] and routes.marks == ()


def test_identical_twins_share_one_point_and_a_bar() -> None:
    twins = tuple(ChildLink(child=name, twin="t", identical=True) for name in ("a", "b"))
    lines = routed(couple(children=twins)).lines
    drops = [line for line in lines if line.child]
    assert drops[0].points[0] == drops[1].points[0]
    (joined,) = [line for line in lines if line.kind == "descent.identical"]
    assert joined.points[0].y == joined.points[1].y and joined.points[0].x < joined.points[1].x


@pytest.mark.parametrize(("identical", "asked"), [((None, None), 1), ((None, True), 1), ((False, False), 0)])
def test_other_twins_have_no_bar_and_a_question_mark_if_nobody_has_said(
    identical: tuple[bool | None, ...], asked: int
) -> None:
    twins = tuple(ChildLink(child=name, twin="t", identical=alike) for name, alike in zip("ab", identical, strict=True))
    routes = routed(couple(children=twins))
    assert [(mark.text, mark.union) for mark in routes.marks] == [("?", "u")] * asked
    assert "descent.identical" not in {line.kind for line in routes.lines}
    left, right = sorted(line.points[-1].x for line in routes.lines if line.child)
    assert all(left < mark.at.x < right for mark in routes.marks)


def test_an_only_child_hangs_by_one_straight_line() -> None:
    (_, drop) = routed(couple(children=(ChildLink(child="zoe"),))).lines
    assert len(drop.points) == 2 and drop.points[0].x == drop.points[1].x


@pytest.mark.parametrize(("aside", "lines"), [(3, 2), (30, 4)])
def test_an_only_child_who_stands_a_little_aside_has_a_line_without_a_kink(aside: int, lines: int) -> None:
    family = couple(children=(ChildLink(child="zoe"),))
    places = {"mum": Place(0, 60), "dad": Place(0, 160), "zoe": Place(1, 110 + aside)}
    routes = route(family, Layout(places, {"u": 110}), sizes=rooms(family), spacing=Spacing())
    assert len(routes.lines) == lines
    assert all(line.points[0].x == line.points[-1].x for line in routes.lines if line.child)


def test_a_single_parents_line_starts_at_the_side_of_the_symbol() -> None:
    people = tuple(Person(id=name) for name in ("mum", "a", "b"))
    union = Union(id="u", partners=("mum",), children=(ChildLink(child="a"), ChildLink(child="b")))
    lines = routed(Network(persons=people, unions=(union,))).lines
    (trunk,) = [line for line in lines if line.kind == "trunk"]
    assert trunk.points[0].y == trunk.points[1].y


def test_two_families_of_one_child_reach_them_side_by_side() -> None:
    people = tuple(Person(id=name) for name in ("mum", "dad", "carer", "zoe"))
    birth = Union(id="u", partners=("mum", "dad"), children=(ChildLink(child="zoe"),))
    foster = Union(id="v", partners=("carer",), children=(ChildLink(child="zoe", kind="foster"),))
    drops = [line for line in routed(Network(persons=people, unions=(birth, foster))).lines if line.child]
    ends = [line.points[-1] for line in drops]
    assert ends[0].y == ends[1].y and abs(ends[0].x - ends[1].x) >= 8


def test_siblings_whose_parents_nobody_knows_share_a_bar() -> None:
    people = tuple(Person(id=name) for name in ("a", "b"))
    union = Union(id="u", children=(ChildLink(child="a"), ChildLink(child="b")))
    lines = routed(Network(persons=people, unions=(union,))).lines
    assert [line.kind for line in lines] == ["bar", "descent.birth", "descent.birth"]


def test_a_union_of_three_has_a_line_between_each_and_the_next() -> None:
    people = tuple(Person(id=name) for name in ("a", "b", "c", "zoe"))
    union = Union(id="u", partners=("a", "b", "c"), children=(ChildLink(child="zoe"),))
    lines = routed(Network(persons=people, unions=(union,))).lines
    assert [line.kind for line in lines].count("couple.unknown") == 2


def test_the_line_of_cousins_is_doubled() -> None:
    people = tuple(Person(id=name) for name in ("gran", "a", "b", "x", "y"))
    unions = (
        Union(id="u", partners=("gran",), children=(ChildLink(child="a"), ChildLink(child="b"))),
        Union(id="v", partners=("a",), children=(ChildLink(child="x"),)),
        Union(id="w", partners=("b",), children=(ChildLink(child="y"),)),
        Union(id="cousins", partners=("x", "y")),
    )
    lines = routed(Network(persons=people, unions=unions)).lines
    assert [line.union for line in lines if line.doubled] == ["cousins"]
