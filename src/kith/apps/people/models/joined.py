"""What one person took over from another record of them, so that it can go back."""

from django.db import models

from kith.apps.records.base import Guarded


class TakenOver(Guarded):
    """The rows that a merge moved, as keys by "Model.column", and which of the person's own fields it filled."""

    merge_ref = models.CharField(max_length=26, unique=True)
    rows = models.JSONField()
    fields = models.JSONField()
