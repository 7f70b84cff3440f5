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
from kith.testing.town.volumes import ContactPlan, kinds_of_source, plan_contacts, sources

__all__ = [
    "AgencyPlan",
    "ContactPlan",
    "FamilyPlan",
    "InvolvementPlan",
    "ResponsibilityPlan",
    "TeamPlan",
    "TownPlan",
    "WorkerPlan",
    "families",
    "kinds_of_source",
    "plan_contacts",
    "plan_town",
    "sources",
]
