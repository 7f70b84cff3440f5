"""One county of 2,000 children, grown once for all tests of the town."""

from datetime import date

import pytest

from kith.testing.town import FamilyPlan, TownPlan, families, plan_town

TODAY = date(2026, 11, 24)
CHILDREN = 2000


@pytest.fixture(scope="package")
def town() -> TownPlan:
    return plan_town(7, today=TODAY, children=CHILDREN)


@pytest.fixture(scope="package")
def county(town: TownPlan) -> tuple[FamilyPlan, ...]:
    return tuple(families(town, children=CHILDREN))
