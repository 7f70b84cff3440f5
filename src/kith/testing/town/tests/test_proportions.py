"""The county looks like its tables of proportions, within what chance allows."""

import re
from collections import Counter
from datetime import date
from math import sqrt
from pathlib import Path

import pytest

from kith.testing import town as package
from kith.testing.town import FamilyPlan
from kith.testing.town.dates import age_on
from kith.testing.town.shelf import data_file

TODAY = date(2026, 11, 24)
STORIES = 10
County = tuple[FamilyPlan, ...]


def close(observed: int, total: int, share: float) -> bool:
    """Within four standard errors of a share."""
    return abs(observed / total - share) <= 4 * sqrt(share * (1 - share) / total) + 1e-9


@pytest.fixture(scope="module")
def grown(county: County) -> County:
    return county[STORIES:-1]


@pytest.mark.parametrize("table", ["shapes", "children", "youngest", "cultures", "standing", "father_unknown"])
def test_every_table_of_weights_adds_up_to_one(table: str) -> None:
    assert sum(data_file("proportions.toml")[table].values()) == pytest.approx(1)


def test_every_probability_is_one_and_is_used() -> None:
    code = " ".join(path.read_text("utf-8") for path in Path(str(package.__file__)).parent.glob("*.py"))
    for name, odds in data_file("proportions.toml")["chances"].items():
        assert 0 < odds < 1, name
        assert f'"{name}"' in code, name


@pytest.mark.parametrize("shape", list(data_file("proportions.toml")["shapes"]))
def test_shapes_come_as_often_as_said(grown: County, shape: str) -> None:
    sentence = data_file("words.toml")["stories"][shape]
    seen = sum(family.story == sentence for family in grown)
    assert seen > 0 and close(seen, len(grown), data_file("proportions.toml")["shapes"][shape])


def test_families_have_the_expected_size(grown: County) -> None:
    cases = sum(len(family.children) for family in grown) / len(grown)
    persons = sum(len(family.network.persons) for family in grown) / len(grown)
    assert 1.65 <= cases <= 1.95
    assert 6.5 <= persons <= 8.5
    typical = sum(5 <= len(family.network.persons) <= 9 for family in grown)
    assert typical / len(grown) > 0.55


def test_every_age_has_children(grown: County) -> None:
    ages = Counter(
        age_on(person.birth.earliest, TODAY)
        for family in grown
        for person in family.network.persons
        if person.id in family.children and person.kind == "child" and person.birth and person.birth.earliest
    )
    assert set(ages) >= set(range(18))
    assert max(ages.values()) < 0.12 * sum(ages.values())


def test_rare_things_are_there(grown: County) -> None:
    people = [person for family in grown for person in family.network.persons]
    unions = [union for family in grown for union in family.network.unions]
    links = [link for union in unions for link in union.children]
    assert {link.kind for link in links} >= {"birth", "adopted", "foster", "kinship", "guardian", "step", "donor"}
    assert {status.kind for union in unions for status in union.statuses} >= {
        "married",
        "civil",
        "cohabiting",
        "casual",
        "separated",
        "divorced",
        "widowed",
    }
    assert any(person.unknown for person in people) and any(person.provisional and person.names for person in people)
    assert any(person.kind == "unborn" for person in people) and any(person.gender for person in people)
    assert any(link.twin for link in links) and any(link.identical for link in links)
    assert any(link.account and link.account.certainty == "disputed" for link in links)
    assert any(language.needs_interpreter for person in people for language in person.languages)
    assert any(re.search(r"[^\u0000-\u024f\u1e00-\u1eff]", name.text) for person in people for name in person.names)
    precisions = {person.birth.precision for person in people if person.birth}
    assert precisions >= {"day", "month", "season", "year"}
    assert any(person.birth and person.birth.approximate for person in people)


def test_homes_and_relations_are_of_many_kinds(grown: County) -> None:
    kinds = {member.kind for family in grown for home in family.network.households for member in home.members}
    assert kinds == {"lives_here", "second_home", "relatives_home"}
    relations = {relation.kind for family in grown for relation in family.network.relations}
    assert relations >= {"close", "in_conflict", "distant", "cut_off", "supports", "professional"}


def test_brothers_and_sisters_are_sometimes_looked_after_apart(grown: County) -> None:
    apart = 0
    for family in grown:
        fostered = {union.id for union in family.network.unions for link in union.children if link.kind == "foster"}
        apart += len(fostered) > 1
    assert apart >= 3


def test_some_young_people_leaving_care_have_a_plan(grown: County) -> None:
    adults = {person.id for family in grown for person in family.network.persons if person.kind == "adult"} & {
        child for family in grown for child in family.children
    }
    assert 1 <= len(adults) <= 60


def test_many_cultures_live_here(grown: County) -> None:
    ethnicities = {person.ethnicity for family in grown for person in family.network.persons}
    languages = {lang.code for family in grown for person in family.network.persons for lang in person.languages}
    assert len(ethnicities) >= 14 and len(languages) >= 20
