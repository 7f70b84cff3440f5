"""Emergency looks at one person, their reviews, and the suspension of the right to them."""

from django.db import models

from kith.apps.records.base import Aggregate, Record
from kith.kernel.text import LIMITS


class EmergencyLook(Aggregate):
    """Somebody looked at one person because somebody could be hurt; a person of the owning agency reviews it."""

    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20)
    words = models.CharField(max_length=LIMITS["line"])
    call_reference = models.CharField(max_length=40, default="")
    opened_at = models.DateTimeField()
    until_at = models.DateTimeField()
    organisation = models.ForeignKey(
        "agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    reviewer = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    review_due_on = models.DateField()
    escalates_on = models.DateField()
    reviewed_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    reviewed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, default="")  # right, not_right
    review_words = models.CharField(max_length=LIMITS["line"], default="")

    class Meta:
        indexes = [
            models.Index(fields=["user", "until_at", "opened_at", "subject"], name="looks_by_user"),
            models.Index(fields=["organisation", "reviewed_at", "review_due_on"], name="looks_to_review"),
        ]


class Suspension(Record):
    """Somebody may take no emergency look until a reviewer gives the right back."""

    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=20)  # too_many, refused_review
    since_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    ended_words = models.CharField(max_length=LIMITS["line"], default="")
