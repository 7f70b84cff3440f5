"""The stored rows of drafts."""

from django.db import models

from kith.apps.records.base import Record

LONGEST_FORM = 40


class Draft(Record):
    """What one worker wrote in one form, about one child or none, and has not sent.

    `sealed` opens under the field key alone.
    """

    owner = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    subject = models.ForeignKey("access.Subject", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    form = models.CharField(max_length=LONGEST_FORM)
    sealed = models.TextField()
    saved_at = models.DateTimeField(db_index=True)
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        indexes = [models.Index(fields=["subject", "owner", "form"], name="drafts_of_a_child")]
