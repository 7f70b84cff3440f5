"""The single row that says what this installation is."""

from django.db import models

from kith.apps.records.base import Guarded


class Installation(Guarded):
    """One row, made when the database is first filled."""

    kind = models.CharField(max_length=8)  # demo or live
    partnership = models.CharField(max_length=200)
    seed = models.CharField(max_length=40, default="")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_installation")]
