"""The stored rows of the outbox."""

from django.db import models

from kith.apps.records.base import Guarded

LONGEST_ABOUT = 60


class Told(Guarded):
    """That somebody was told by mail of one thing that waits; `about` is its kind and ref, which no mail holds."""

    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    about = models.CharField(max_length=LONGEST_ABOUT)
    told_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "about"], name="told_once_each")]
