"""Each county is the same every time, has exactly the children asked for, and refers only to what exists."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import islice

import pytest

from kith.engines.drawing.network import Network
from kith.testing.town import FamilyPlan, TownPlan, families, plan_town
from kith.testing.town.plans import HOLDING, LAWFUL_BASES, PARTS

TODAY = date(2026, 11, 24)
County = tuple[FamilyPlan, ...]


def digest(seed: int, children: int, today: date = TODAY) -> str:
    town = plan_town(seed, today=today, children=children)
    return sha256(repr((town, list(families(town, children=children)))).encode()).hexdigest()


def test_the_same_seed_and_day_give_the_same_bytes() -> None:
    assert digest(7, 120) == digest(7, 120)


def test_another_seed_or_day_gives_another_county() -> None:
    assert len({digest(7, 120), digest(8, 120), digest(7, 120, TODAY + timedelta(days=1))}) == 3


def test_a_family_does_not_depend_on_how_many_come_after() -> None:
    town = plan_town(7, today=TODAY, children=300)
    whole = list(families(town, children=300))
    assert list(islice(families(town, children=5000), len(whole) - 1)) == whole[:-1]


@pytest.mark.parametrize("children", [0, 1, 2, 19, 20, 57])
def test_exactly_so_many_children_have_a_case(children: int) -> None:
    town = plan_town(3, today=TODAY, children=children)
    assert sum(len(family.children) for family in families(town, children=children)) == children


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2026, 1, 1), date(2028, 8, 31), date(2031, 12, 31)])
def test_a_county_grows_on_any_day(today: date) -> None:
    town = plan_town(1, today=today, children=150)
    assert sum(len(family.children) for family in families(town, children=150)) == 150


def test_ids_are_unique_in_the_town(county: County) -> None:
    ids = Counter(person.id for family in county for person in family.network.persons)
    ids.update(union.id for family in county for union in family.network.unions)
    ids.update(home.id for family in county for home in family.network.households)
    assert [key for key, count in ids.items() if count > 1] == []
    assert len({family.key for family in county}) == len(county)


def referred(network: Network) -> Iterator[str]:
    yield network.about
    for union in network.unions:
        yield from union.partners
        yield from (link.child for link in union.children)
    yield from (member.person for home in network.households for member in home.members)
    for relation in network.relations:
        yield from (relation.a, relation.b)
    accounts = [person.account for person in network.persons] + [relation.account for relation in network.relations]
    yield from (account.view_of for account in accounts if account and account.view_of)


def test_everybody_referred_to_is_on_the_picture(county: County) -> None:
    for family in county:
        people = {person.id for person in family.network.persons}
        assert set(referred(family.network)) <= people, family.key
        assert set(family.children) <= people, family.key
        assert set(family.sensitivity) <= people, family.key


def test_everybody_on_the_picture_is_tied_to_somebody(county: County) -> None:
    for family in county:
        tied = set(referred(family.network))
        assert {person.id for person in family.network.persons} <= tied, family.key


def test_nobody_stands_twice_in_one_tie(county: County) -> None:
    for family in county:
        for union in family.network.unions:
            members = [*union.partners, *(link.child for link in union.children)]
            assert len(set(members)) == len(members), union.id


def test_holders_of_involvements_exist(town: TownPlan, county: County) -> None:
    holders = {worker.key for worker in town.workers}
    holders |= {team.key for agency in town.agencies for team in agency.teams}
    for family in county:
        for plan in family.involvements:
            assert plan.holder in holders, plan
            assert plan.child_id in family.children, plan
            assert plan.part in PARTS and plan.lawful_basis in LAWFUL_BASES, plan
            assert plan.until is None or plan.since <= plan.until, plan
            assert plan.since <= town.today, plan


def test_every_child_with_a_case_has_or_had_a_lead(county: County) -> None:
    for family in county:
        led = {plan.child_id for plan in family.involvements if plan.part == "lead"}
        assert set(family.children) == led, family.key


def test_responsibility_is_held_by_people_of_the_family_or_the_authority(town: TownPlan, county: County) -> None:
    agencies = {agency.key for agency in town.agencies}
    for family in county:
        people = {person.id for person in family.network.persons}
        for held in family.responsibilities:
            assert held.holder in people | agencies, held
            assert held.child in people and held.how in HOLDING, held
            assert (held.holder in agencies) == (held.how == "care_order"), held
            assert held.until is None or held.since <= held.until, held


def test_sensitivity_goes_from_0_to_3(county: County) -> None:
    assert {level for family in county for level in family.sensitivity.values()} <= {0, 1, 2, 3}
