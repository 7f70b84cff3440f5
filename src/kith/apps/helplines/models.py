"""A county's own numbers. A change is a new row, so that every earlier one can be put back."""

from django.db import models

from kith.apps.records.base import Guarded


class HelpNumber(Guarded):
    """What the county said of one place at one time; the highest version stands."""

    place = models.CharField(max_length=24)
    version = models.PositiveIntegerField()
    label = models.CharField(max_length=60)
    shown = models.CharField(max_length=40)
    dial = models.CharField(max_length=20)
    hours = models.CharField(max_length=80)
    checked_on = models.DateField()
    source = models.CharField(max_length=200)
    is_taken_out = models.BooleanField(default=False)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "version"], name="one_help_number_per_version")]
