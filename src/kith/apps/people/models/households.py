"""Households and who lived in them when."""

from django.db import models

from kith.apps.people.models.facts import Fact
from kith.apps.people.models.fields import PartialDateField
from kith.apps.records.base import Aggregate
from kith.kernel.text import LIMITS


class Household(Aggregate):
    """People who live together, under the name the family uses for it."""

    name = models.CharField(max_length=LIMITS["name"])


class HouseholdMember(Fact):
    """Somebody's time in a household, half-open."""

    household = models.ForeignKey("people.Household", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, default="lives_here")
    since = PartialDateField()
    until = PartialDateField()
