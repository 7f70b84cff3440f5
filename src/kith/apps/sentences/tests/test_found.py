"""Kith looks by itself for children at the addresses of adults whom a condition keeps from them: who hears what."""

from collections.abc import Iterator

import pytest

from kith.apps.access.queries import NothingHere
from kith.apps.access.services import NewSeal, merge_subjects, set_seal
from kith.apps.audit.services import reading
from kith.apps.people import services as people_services
from kith.apps.people.models import Address
from kith.apps.sentences import queries, services
from kith.apps.sentences.models import FoundTogether
from kith.apps.sentences.projections import ConditionSaid
from kith.apps.sentences.rules import CannotRecord
from kith.engines.drawing import network as net
from kith.kernel.text import BadText
from kith.testing.factories import (
    NOW,
    OPERATOR,
    TODAY,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

pytestmark = pytest.mark.django_db
FLAT = net.Address(lines="3 Saltings Court", postcode="EM9 9EM")
RESIDENCE = ConditionSaid(kind="residence", since=TODAY, said_by="Heronsea Crown Court", basis="public_task")


@pytest.fixture
def county() -> Iterator[Partnership]:
    """Ivo, whom Jude supervises, lives where Sue is about to write that Ann lives. Nobody ever put the two together."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council", "east", "front-door"), agency("probation")],
            workers=[
                worker("jude", "probation", agency="probation"),
                worker("sue"),
                worker("ben"),
                worker("fay", "front_door", teams=["front-door"]),
                worker("max", "manager"),
            ],
        )
        made.add(
            [family(child("kit", "Kit Brook"), person("dad", "Ivo Brook"), unions=[couple("dad", children=["kit"])])]
        )
        made.add([family(child("ann", "Ann Vale", born="2019-05-01"))])
        made.involve("dad", "jude")
        made.involve("ann", "sue")
        services.set_condition(by=made.actor("jude"), person_ref=made.refs["dad"], said=RESIDENCE, now=NOW)
        live_at(made, "dad", "jude")
        yield made


def live_at(county: Partnership, who: str, by: str, at: net.Address = FLAT) -> None:
    people_services.add_address(by=county.actor(by), person_ref=county.refs[who], address=at, now=NOW)


def look() -> tuple[int, int]:
    return services.look_for_children(by=OPERATOR, now=NOW)


def waiting(county: Partnership, who: str = "fay") -> list[str]:
    with reading("test", by=county.actor(who), now=NOW):
        return [one.ref for one in queries.found_together(county.actor(who), now=NOW)]


def page(county: Partnership, ref: str, who: str = "fay"):
    with reading("test", by=county.actor(who), now=NOW):
        return queries.found_page(county.actor(who), ref, now=NOW)


def seal_address(county: Partnership, who: str, by: str) -> None:
    home = Address.objects.get(person__subject__ref=county.refs[who]).ref
    seal = NewSeal(kind="safe_address", why="A refuge", records=(("address", home),))
    set_seal(by=county.actor(by), subject_ref=county.refs[who], seal=seal, now=NOW)


def test_the_front_door_is_pointed_at_it_and_reads_both_and_nobody_else_hears(county):
    assert look() == (0, 0)
    live_at(county, "ann", "sue")
    assert look() == (1, 0)
    (ref,) = waiting(county)
    shown = page(county, ref)
    assert (shown.adult.name, shown.child_name) == ("Ivo Brook", "Ann Vale")
    assert [who for who, _ in shown.workers] == ["Sue Worker, Council"]
    for who in ("sue", "ben", "max", "jude"):
        assert waiting(county, who) == []
        with pytest.raises(NothingHere):
            page(county, ref, who)
        with pytest.raises(NothingHere):
            services.look_into(by=county.actor(who), found_ref=ref, came_of="Rang.", now=NOW)
    assert look() == (0, 0)


@pytest.mark.parametrize(
    ("his", "hers", "is_found"),
    [
        (net.Address(lines="3 Marsh Street, Heronsea"), net.Address(lines="3 MARSH ST; Heronsea"), True),
        (net.Address(lines="3 Marsh Street", postcode="EM1 8DW"), net.Address(lines="Flat 2, 3 Marsh St."), True),
        (net.Address(lines="3 Marsh Street"), net.Address(lines="Flat 2, 3 Marsh St.", postcode="EM1 8DW"), True),
        (net.Address(lines="Flat 1, 3 Marsh St"), net.Address(lines="Flat 2, 3 Marsh St", postcode="EM1 8DW"), False),
        (net.Address(lines="3 Marsh Street"), net.Address(lines="13 Marsh Street", postcode="EM1 8DW"), False),
        (net.Address(lines="3 Marsh Street, Heronsea"), net.Address(lines="3 Marsh Street, Eastmarch"), False),
    ],
)
def test_an_address_without_a_postcode_is_found_by_its_lines(county, his, hers, is_found):
    live_at(county, "dad", "jude", his)
    live_at(county, "ann", "sue", hers)
    assert look() == (int(is_found), 0)
    assert len(waiting(county)) == int(is_found)


def test_a_home_without_a_postcode_is_found_and_a_sealed_one_is_not(county):
    by, at = county.actor("sue"), net.Address(lines="3 Marsh St")
    live_at(county, "dad", "jude", net.Address(lines="3 Marsh Street", postcode="EM1 8DW"))
    home = net.Household(id="new", name="Marsh", members=(net.Membership(person=county.refs["ann"]),))
    ref = people_services.form_household(by=by, child_ref=county.refs["ann"], household=home, now=NOW)
    people_services.add_household_address(
        by=by, child_ref=county.refs["ann"], household_ref=ref, address=at, expected_version=1, now=NOW
    )
    assert look() == (1, 0)
    assert len(waiting(county)) == 1
    seal = NewSeal(kind="safe_address", why="A refuge", records=(("address", Address.objects.get(lines=at.lines).ref),))
    set_seal(by=by, subject_ref=county.refs["ann"], seal=seal, now=NOW)
    assert waiting(county) == []
    assert look() == (0, 1)


def test_whoever_supervises_the_adult_sees_in_their_list_that_there_is_something(county):
    def is_near() -> list[bool]:
        with reading("test", by=county.actor("jude"), now=NOW):
            return [one.is_near_a_child for one in queries.supervised_list(county.actor("jude"), now=NOW)]

    assert is_near() == [False]
    live_at(county, "ann", "sue")
    look()
    assert is_near() == [True]


def test_what_came_of_it_is_kept_and_can_be_put_back(county):
    live_at(county, "ann", "sue")
    look()
    (ref,) = waiting(county)
    by = {"by": county.actor("fay"), "found_ref": ref, "now": NOW}
    for words, problem in ((" ", CannotRecord), ("a" * 20_000, BadText)):
        with pytest.raises(problem):
            services.look_into(came_of=words, **by)
    services.look_into(came_of="Rang Jude: an old address.", **by)
    assert waiting(county) == [] and page(county, ref).came_of == "Rang Jude: an old address."
    with pytest.raises(CannotRecord, match="Somebody else"):
        services.look_into(came_of="Again.", **by)
    assert look() == (0, 0)
    services.put_back(**by)
    assert waiting(county) == [ref]


def test_it_is_gone_when_it_is_not_so_any_more(county):
    live_at(county, "ann", "sue")
    look()
    home = Address.objects.get(person__subject__ref=county.refs["ann"])
    at = {"person_ref": county.refs["ann"], "fact_ref": home.ref, "expected_version": 2}
    people_services.withdraw_fact(by=county.actor("sue"), why="Told by mistake", now=NOW, **at)
    assert waiting(county) == []
    assert look() == (0, 1)


@pytest.mark.parametrize("whose", ["ann", "dad"])
def test_a_sealed_address_is_never_found_nor_shown_after_it_was(county, whose):
    """Set before Kith looks, and set afterwards: to the front door it is as if there were no such address."""
    live_at(county, "ann", "sue")
    assert look() == (1, 0)
    (ref,) = waiting(county)
    seal_address(county, whose, "sue" if whose == "ann" else "jude")
    assert waiting(county) == []
    with pytest.raises(NothingHere):
        page(county, ref)
    assert look() == (0, 1)


def test_the_refuge_of_another_child_at_the_same_house_changes_nothing_for_the_front_door(county):
    """The front door reads both addresses, so that silence would tell it that something there is sealed."""
    county.add([family(child("tom", "Tom Hart"))])
    county.involve("tom", "ben")
    live_at(county, "ann", "sue")
    live_at(county, "tom", "ben")
    seal_address(county, "tom", "ben")
    assert look() == (1, 0)
    assert len(waiting(county)) == 1


def test_an_adult_in_the_childs_own_network_is_the_business_of_the_childs_workers(county):
    county.involve("kit", "sue")
    live_at(county, "kit", "sue")
    assert look() == (0, 0)


def test_when_two_records_become_one_kith_looks_again_for_who_they_are_now(county):
    live_at(county, "ann", "sue")
    county.add([family(child("ken", "Ken Vale"), person("ivor", "Ivor Brook"))])
    county.involve("ken", "jude")
    look()
    merge_subjects(
        by=county.actor("jude"), kept_ref=county.refs["ivor"], merged_ref=county.refs["dad"], why="One man", now=NOW
    )
    assert waiting(county) == []
    assert look()[0] == 1
    assert {row.subject.ref for row in FoundTogether.objects.filter(gone_at=None)} == {county.refs["ivor"]}
