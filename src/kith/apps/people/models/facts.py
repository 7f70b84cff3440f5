"""The shape of every dated fact about somebody: it may be taken out and put back, and is never deleted."""

from django.db import models

from kith.apps.records.base import Record
from kith.kernel.text import LIMITS


class Fact(Record):
    """Who took it out, when and why; nothing of that where it stands."""

    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    withdrawn_why = models.CharField(max_length=LIMITS["line"], default="")

    class Meta:
        abstract = True
