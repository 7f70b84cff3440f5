"""Deeds that need two people, waiting for the second; and subjects that turned out to be one."""

from django.db import models

from kith.apps.records.base import Record
from kith.kernel.text import LIMITS


class Proposal(Record):
    """One person proposes, another decides: lifting a seal, making two subjects one, destroying one, changing a role.

    Of a subject that was destroyed only this row stays: who, when, why, and a ref that leads nowhere.
    """

    deed = models.CharField(max_length=40)
    subject = models.ForeignKey("access.Subject", null=True, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=26)  # the ref of the seal, subject or user
    wish = models.CharField(max_length=60, default="")
    why = models.CharField(max_length=LIMITS["line"])
    proposed_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, default="")  # agreed, declined, taken_back
    decided_why = models.CharField(max_length=LIMITS["line"], default="")

    class Meta:
        indexes = [models.Index(fields=["outcome", "deed", "about"], name="proposals_waiting")]


class Merge(Record):
    """Two subjects that are one person: the kept one carries the seals and teams of both until this is undone."""

    kept = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    merged = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    merged_at = models.DateTimeField()
    kept_sensitivity = models.PositiveSmallIntegerField()
    undone_at = models.DateTimeField(null=True)
