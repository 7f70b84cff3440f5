"""Eastmarch, an invented county grown from a seed as pure plans: agencies, workers and families.

The same seed, day and size always give the same county; writing it to a database is not done here.
"""

from kith.testing.town.agencies import plan_town
from kith.testing.town.families import families
from kith.testing.town.plans import (
    AgencyPlan,
    FamilyPlan,
    InvolvementPlan,
    ResponsibilityPlan,
    TeamPlan,
    TownPlan,
    WorkerPlan,
)

__all__ = [
    "AgencyPlan",
    "FamilyPlan",
    "InvolvementPlan",
    "ResponsibilityPlan",
    "TeamPlan",
    "TownPlan",
    "WorkerPlan",
    "families",
    "plan_town",
]
