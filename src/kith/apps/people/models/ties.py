"""Ties between two people, the accounts given of them, and parental responsibility as a fact of its own."""

from django.db import models

from kith.apps.people.models.facts import Fact
from kith.apps.people.models.fields import PartialDateField
from kith.apps.records.base import Aggregate, Record
from kith.kernel.text import LIMITS


class Tie(Aggregate):
    """One dated tie from `a` to `b`; its kind is one of `data/tie_kinds.toml`, its source the first account."""

    kind = models.CharField(max_length=20)
    a = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    b = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    since = PartialDateField()
    until = PartialDateField()
    sensitivity = models.PositiveSmallIntegerField(default=0)
    certainty = models.CharField(max_length=10, default="sure")
    view_of = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    told_by = models.CharField(max_length=LIMITS["name"], default="")
    told_by_person = models.ForeignKey(
        "people.Person", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    told_on = PartialDateField()
    words = models.CharField(max_length=LIMITS["line"], default="")
    organisation = models.ForeignKey(
        "agencies.Organisation", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    withdrawn_why = models.CharField(max_length=LIMITS["line"], default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["recorded_at"],
                name="ties_recorded_lately",
                condition=models.Q(organisation__isnull=False, withdrawn_at=None),
            )
        ]


class Account(Record):
    """Another source on the same tie: it agrees or differs, and both stay side by side."""

    tie = models.ForeignKey("people.Tie", on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    told_by = models.CharField(max_length=LIMITS["name"])
    told_on = PartialDateField()
    words = models.CharField(max_length=LIMITS["line"], default="")
    organisation = models.ForeignKey("agencies.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()


class ParentalResponsibility(Fact):
    """Who holds parental responsibility for a child, how they came by it, and when."""

    holder = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "agencies.Organisation", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=40)
    since = PartialDateField()
    until = PartialDateField()
    told_by = models.CharField(max_length=LIMITS["name"], default="")
