"""Tasks: pieces of work for which somebody may read what is otherwise closed to their role, for a time."""

from django.db import models

from kith.apps.records.base import Aggregate, Guarded
from kith.kernel.text import LIMITS


class Task(Aggregate):
    """An audit, a review, an answer to somebody who asks: for whom, what for, and whose records it opens.

    What it covers is said, and where nothing was said it covers nobody.
    """

    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20)
    name = models.CharField(max_length=LIMITS["name"])
    why = models.CharField(max_length=LIMITS["line"], default="")
    covers = models.CharField(max_length=10, default="named")  # named, agency, everybody
    named = models.PositiveSmallIntegerField(default=0)  # how many were named, whether or not they are there
    organisation = models.ForeignKey(
        "agencies.Organisation", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    given_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    since_on = models.DateField()
    until_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    ended_why = models.CharField(max_length=LIMITS["line"], default="")


class TaskSubject(Guarded):
    """Somebody whose record a task opens, and with it everybody in their network."""

    task = models.ForeignKey("access.Task", on_delete=models.PROTECT, related_name="+", db_index=False)
    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "subject"], name="task_subject_once")]
