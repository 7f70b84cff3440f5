"""Subjects and the dated facts that decisions rest on. Dates are half-open: since <= day < until."""

from django.db import models

from kith.apps.records.base import Aggregate, Guarded, Record


class Batch(Record):
    """A staged load: its subjects exist for nobody until this one row is published."""

    published_at = models.DateTimeField(null=True)


class Subject(Aggregate):
    """One child or adult as decisions see them; a child's subject is "the case"."""

    has_case = models.BooleanField(default=False)
    sensitivity = models.PositiveSmallIntegerField(default=0)
    batch = models.ForeignKey("access.Batch", null=True, on_delete=models.PROTECT, related_name="+")
    merged_into = models.ForeignKey(
        "access.Subject", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        indexes = [models.Index(fields=["merged_into"], name="merged_subjects", condition=~models.Q(merged_into=None))]


class Circle(Guarded):
    """`member` stands in the network of `centre`: who works with the centre sees the member.

    A row with a merge was taken over from the other subject, and goes when the merge is undone.
    """

    centre = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    member = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    merge = models.ForeignKey("access.Merge", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["centre", "member"], name="circle_once")]
        indexes = [models.Index(fields=["member", "centre"], name="circle_by_member")]


class Involvement(Record):
    """Somebody, a team or a whole agency works with a subject, for a time, on a lawful basis."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    user = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    team = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(
        "agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    part = models.CharField(max_length=60)
    basis = models.CharField(max_length=60)
    since_on = models.DateField()
    until_on = models.DateField(null=True)
    merge = models.ForeignKey("access.Merge", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = [
            models.Index(fields=["user", "since_on", "until_on", "subject"], name="involved_by_user"),
            models.Index(fields=["team", "since_on", "until_on", "subject"], name="involved_by_team"),
            models.Index(fields=["organisation", "since_on", "until_on", "subject"], name="involved_by_agency"),
            models.Index(fields=["subject", "since_on", "until_on"], name="involved_by_subject"),
        ]
