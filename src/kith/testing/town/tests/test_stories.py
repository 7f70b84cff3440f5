"""The hand-written families are told as they were written, and stay so on any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.drawing.network import Person
from kith.kernel.partial_dates import PartialDate
from kith.testing.town import FamilyPlan
from kith.testing.town.stories import WRITTEN_ON, CannotReadStory, Story, move, read_stories

EXPECTED = (
    "noor",
    "jaylen",
    "ines",
    "amadi-and-sol",
    "before-birth",
    "twins-apart",
    "uncle-found",
    "closed-address",
    "two-mr-garwoods",
    "aunt-carol",
)


def stories(today: date = WRITTEN_ON) -> dict[str, FamilyPlan]:
    return {family.key: family for family in read_stories(today)}


def people(family: FamilyPlan) -> dict[str, Person]:
    return {person.id.partition(".")[2]: person for person in family.network.persons}


def test_the_stories_come_first_and_in_order(county: tuple[FamilyPlan, ...]) -> None:
    assert tuple(stories()) == EXPECTED
    assert tuple(family.key for family in county[: len(EXPECTED)]) == EXPECTED


def test_noors_family_is_as_drawn() -> None:
    noor = people(stories()["noor"])
    ages = {key: str(person.birth.age_on(WRITTEN_ON)) for key, person in noor.items() if person.birth}
    ages["yusuf"] = str(noor["yusuf"].birth.age_on(date(2018, 12, 31))) if noor["yusuf"].birth else ""
    assert ages == {
        "yusuf": "66",
        "emine": "68",
        "peter": "70",
        "comfort": "66",
        "safiya": "34",
        "kwabena": "36",
        "abena": "31",
        "freya": "33",
        "eli": "4",
        "hana": "16",
        "noor": "11",
        "kofi": "6",
    }
    assert len(noor) == 13 and noor["baz"].provisional and noor["baz"].called == "“Baz”"
    assert noor["baz"].fact == "from Mum, Oct" and noor["kofi"].fact == "adopted 2023"
    unions = stories()["noor"].network.unions
    assert [union.status for union in unions] == ["married", "divorced", "separated", "casual", "civil"]
    assert [home.name for home in stories()["noor"].network.households] == [
        "14 Quay Row",
        "Fenside flats",
        "Anneanne’s",
    ]


def test_rowan_works_with_six_young_people() -> None:
    caseload = {
        plan.child_id
        for family in stories().values()
        for plan in family.involvements
        if plan.holder == "rowan-achterberg"
    }
    assert caseload == {
        "noor.noor",
        "noor.hana",
        "jaylen.jaylen",
        "ines.ines",
        "amadi-and-sol.amadi",
        "amadi-and-sol.sol",
    }


def test_the_closed_address_is_sealed_at_the_highest_level() -> None:
    family = stories()["closed-address"]
    assert {key.partition(".")[2] for key, level in family.sensitivity.items() if level == 3} == {
        "juniper",
        "ros",
        "nadine",
    }


def test_the_two_mr_garwoods_are_not_related() -> None:
    family = stories()["two-mr-garwoods"]
    assert {people(family)[key].names[0].family for key in ("david", "daniel")} == {"Garwood"}
    with_both = [
        union
        for union in family.network.unions
        if {"two-mr-garwoods.david", "two-mr-garwoods.daniel"} <= set(union.partners)
    ]
    assert not with_both


@given(st.integers(min_value=-3000, max_value=3000))
def test_a_story_is_the_same_distance_from_any_today(days: int) -> None:
    moved = stories(WRITTEN_ON + timedelta(days=days))["jaylen"]
    until = next(plan.until for plan in moved.involvements if plan.until and plan.holder == "bron-castellane")
    assert (until - (WRITTEN_ON + timedelta(days=days))).days == 54
    assert people(moved)["jaylen"].birth == PartialDate.of(date(2009, 1, 17) + timedelta(days=days))


@given(st.sampled_from(["2019", "2019~", "2019-05", "2019-21", "2019-24", "2020-02-29", "2016/2018"]))
def test_not_moving_changes_nothing(code: str) -> None:
    assert move(code, 0) == code


def test_a_story_with_a_slip_says_which_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kith.testing.town.stories.data_names", lambda _folder: ("stories/slip.toml",))
    monkeypatch.setattr("kith.testing.town.stories.data_file", lambda _name: {"key": "slip"})
    with pytest.raises(CannotReadStory, match=r"stories/slip\.toml could not be read"):
        list(read_stories(WRITTEN_ON))


def test_a_person_with_an_unknown_fact_is_refused() -> None:
    facts = {
        "key": "slip",
        "name": "Slip",
        "about": "a",
        "persons": [{"id": "a", "name": "A B", "eyes": "green"}],
        "unions": [],
        "households": [],
        "relations": [],
        "children": [],
    }
    with pytest.raises(TypeError, match="eyes"):
        Story(facts, WRITTEN_ON, 0).network()
