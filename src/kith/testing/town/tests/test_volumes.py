"""What reaches the front door of the town has the proportions of its figures, and the figures come from the data."""

from collections import Counter
from copy import deepcopy
from datetime import UTC, datetime, timedelta

import pytest

from kith.testing.town.shelf import data_file
from kith.testing.town.volumes import FILE, ContactPlan, plan_contacts, shared_out

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
TOLD = data_file(FILE)
WEEK, WEEKS = TOLD["per_week"], TOLD["spread"]["weeks"]


def grown(children: int, **more: object) -> list[ContactPlan]:
    return plan_contacts(7, now=NOW, children=children, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def county() -> list[ContactPlan]:
    """As many children with a case as the figures stand for."""
    return grown(TOLD["stands_for"]["with_a_case"])


def test_the_figures_add_up():
    assert sum(WEEK["sources"].values()) == WEEK["contacts"]
    assert sum(WEEK["outcomes"].values()) <= WEEK["contacts"]
    assert sum(WEEK["after_strategy"].values()) <= WEEK["outcomes"]["strategy"]
    assert TOLD["source"] and TOLD["version"] and TOLD["stands_for"]["aged_0_to_19"] == 189_000


def test_a_county_of_that_size_hears_as_much_from_each_source(county):
    assert Counter(one.source for one in county) == {name: n * WEEKS for name, n in WEEK["sources"].items()}


def test_as_many_are_assessed_discussed_and_planned_for_as_the_figures_say(county):
    decided = [one for one in county if one.outcome]
    found = Counter(one.outcome for one in decided)
    for outcome, number in WEEK["outcomes"].items():
        assert found[outcome] == pytest.approx(len(decided) * number / WEEK["contacts"], abs=2)
    paths = Counter(step for one in decided for step, _ in one.steps)
    assert paths["in_care"] == pytest.approx(len(decided) * WEEK["after_strategy"]["in_care"] / WEEK["contacts"], abs=2)
    assert 0 < paths["conference_plan"] <= found["strategy"] * WEEK["after_strategy"]["plan"] / 47 + 2


def test_a_small_town_keeps_the_proportions_and_not_the_volume():
    few = grown(60)
    assert len(few) == round(60 / TOLD["stands_for"]["with_a_case"] * WEEK["contacts"] * WEEKS)
    assert Counter(one.source for one in few) == shared_out(WEEK["sources"], len(few))
    assert {one.source for one in grown(12)} == set(WEEK["sources"])


def test_the_figures_come_from_the_data():
    other = deepcopy(TOLD)
    other["per_week"]["contacts"], other["per_week"]["sources"] = 10, {"police": 10}
    other["per_week"]["outcomes"], other["per_week"]["after_strategy"] = {"assessment": 9, "strategy": 0}, {}
    told = grown(6_000, volumes=other)
    assert (len(told), {one.source for one in told}) == (10 * WEEKS, {"police"})
    assert Counter(one.outcome for one in told)["assessment"] > 60


def test_they_came_on_working_days_of_the_last_weeks_and_the_last_ones_wait(county):
    first = NOW - timedelta(days=7 * WEEKS + 4)
    assert all(first < one.received_at < NOW and one.received_at.weekday() < 5 for one in county)
    assert {one.received_at.date() for one in county if not one.outcome} == {NOW.date() - timedelta(days=1)}
    per_week = Counter((NOW - one.received_at).days // 7 for one in county)
    assert all(per_week[week] == pytest.approx(WEEK["contacts"], rel=0.25) for week in range(WEEKS))
    assert all(at.date() <= NOW.date() for one in county for _, at in one.steps)
