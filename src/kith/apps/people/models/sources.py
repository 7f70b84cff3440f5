"""Family files that were loaded, with everything in them that we had no room for."""

from django.db import models

from kith.apps.records.base import Record


class SourceFile(Record):
    """One loaded file: what it was, and what of it was kept word for word."""

    centre = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    batch = models.ForeignKey("access.Batch", on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    people = models.PositiveIntegerField()
    kept = models.TextField(default="[]")
    loaded_at = models.DateTimeField()
