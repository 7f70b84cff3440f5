"""What one administrator did about somebody who works here, so that every lead hears of it and others read why."""

from django.db import models

from kith.apps.records.base import Guarded
from kith.kernel.text import LIMITS


class WorkerDeed(Guarded):
    """That somebody has left, is back, or was given a code for a new password: by whom, when and why."""

    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)  # left, back, code
    why = models.CharField(max_length=LIMITS["line"])
    by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_index=True)
