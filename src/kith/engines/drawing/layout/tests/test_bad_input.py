"""Families that make no sense are drawn or refused in one sentence, and a search ends when it is told to."""

import pytest

from kith.engines.drawing.compose import draw
from kith.engines.drawing.layout import Spacing, Wishes, layout
from kith.engines.drawing.layout.tests.test_rules import drawn, family, union
from kith.engines.drawing.network import Name, Network, Person
from kith.engines.drawing.tests.families import random_family
from kith.engines.drawing.tests.measuring import rooms


def test_six_parents_stand_above_their_child() -> None:
    three = family(*(union(f"u{n}", (f"m{n}", f"d{n}"), ("zoe",)) for n in range(3)))
    six = family(union("u", tuple(f"p{n}" for n in range(6)), ("zoe", "sam")))
    for network in (three, six):
        places = drawn(network).places
        assert len(places) == len(network.persons)
        assert all(places[p].row < places["zoe"].row for p in places if p not in ("zoe", "sam"))


def test_two_couples_who_claim_one_child_are_both_drawn() -> None:
    found = drawn(family(union("u", ("a", "b"), ("zoe",)), union("v", ("c", "d"), ("zoe",))))
    assert set(found.hangs) == {"u", "v"}


def test_a_union_that_names_somebody_twice_is_drawn() -> None:
    assert set(drawn(family(union("u", ("a", "a"), ("b", "b")))).places) == {"a", "b"}


def test_four_hundred_people_without_ties_are_drawn() -> None:
    crowd = Network(persons=tuple(Person(id=f"p{n}") for n in range(400)))
    assert len({(place.row, place.x) for place in drawn(crowd).places.values()}) == 400


@pytest.mark.parametrize("name", ["x" * 300, "Nguyễn " * 43, "名" * 300])
def test_a_very_long_name_is_drawn(name: str) -> None:
    named = Person(id="a", names=(Name(text=name),))
    assert draw(Network(persons=(named, Person(id="b")), unions=(union("u", ("a", "b")),))).width > 0


def test_an_empty_network_is_a_drawing() -> None:
    assert draw(Network(), wishes=Wishes(is_certified=True, before={"gone": 3.0})).symbols == ()


def test_a_search_that_is_stopped_says_so_and_draws_everybody() -> None:
    network = random_family(seed=11, generations=4, roots=3)
    stopped = layout(network, rooms(network), style=Spacing(), wishes=Wishes(stop=lambda: True))
    assert not stopped.is_finished
    assert len(stopped.places) == len(network.persons)
    assert layout(network, rooms(network), style=Spacing()).is_finished
