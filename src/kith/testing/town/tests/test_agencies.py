"""The partnership has every agency and role, grows with the county, and its keys never clash."""

from collections import Counter
from datetime import date

import pytest

from kith.testing.town import TownPlan, plan_town
from kith.testing.town.plans import ROLES

TODAY = date(2026, 11, 24)
NAMED = {
    "rowan-achterberg": "tidewise",
    "priyanka-oduya": "social-care",
    "sam-whitlock-rai": "social-care",
    "mei-lin-ferreira": "social-care",
    "gwen-tallis": "community-health",
    "marcus-feld-ibrahim": "saltmere-academy",
}


def test_the_demonstration_has_about_50_workers() -> None:
    assert 45 <= len(plan_town(1, today=TODAY, children=60).workers) <= 60


def test_workers_grow_with_the_county() -> None:
    sizes = [len(plan_town(1, today=TODAY, children=children).workers) for children in (60, 600, 6000)]
    assert sizes == sorted(sizes) and sizes[-1] > 500


@pytest.mark.parametrize("children", [1, 60, 5000])
def test_the_named_people_are_always_there(children: int) -> None:
    workers = {worker.key: worker for worker in plan_town(9, today=TODAY, children=children).workers}
    assert {key: workers[key].agency_key for key in NAMED} == NAMED


def test_every_role_and_kind_of_agency_is_there(town: TownPlan) -> None:
    assert {worker.role for worker in town.workers} == set(ROLES)
    assert {agency.kind for agency in town.agencies} >= {
        "childrens_social_care",
        "police",
        "community_health",
        "acute_hospital",
        "school",
        "probation",
        "voluntary",
        "mental_health",
        "substance_misuse",
        "district_council",
        "fire_and_rescue",
    }
    assert sum(agency.kind == "school" for agency in town.agencies) == 12


def test_keys_of_workers_and_teams_are_unique_together(town: TownPlan) -> None:
    keys = Counter(worker.key for worker in town.workers)
    keys.update(team.key for agency in town.agencies for team in agency.teams)
    keys.update(agency.key for agency in town.agencies)
    assert [key for key, count in keys.items() if count > 1] == []


def test_workers_belong_to_teams_of_their_agency(town: TownPlan) -> None:
    teams = {agency.key: {team.key for team in agency.teams} for agency in town.agencies}
    assert all(set(worker.team_keys) <= teams[worker.agency_key] for worker in town.workers)
    assert all(0 <= worker.clearance <= 3 for worker in town.workers)


def test_no_team_is_empty_or_larger_than_eight(town: TownPlan) -> None:
    sizes = Counter(key for worker in town.workers for key in worker.team_keys)
    assert {team.key for agency in town.agencies for team in agency.teams} == set(sizes)
    assert max(sizes.values()) <= 8
