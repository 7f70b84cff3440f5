"""The stored rows of sentences: steps, conditions, who is to be told, summaries and intelligence."""

from django.db import models

from kith.apps.records.base import Aggregate, Guarded, Record
from kith.kernel.text import LIMITS


class SentenceStep(Record):
    """One step of an adult's sentence, taken on a day; a wrong one is taken out and stays, struck through."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=24)
    on_day = models.DateField()
    said_by = models.CharField(max_length=LIMITS["name"])
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "number"], name="one_sentence_step_per_number")]


class Condition(Aggregate):
    """What an adult may not do, from a day on, and to keep which children safe: those named, and any under an age."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24)
    under = models.PositiveSmallIntegerField(default=0)
    why_age = models.CharField(max_length=LIMITS["line"], default="")
    words = models.CharField(max_length=LIMITS["line"], default="")
    said_by = models.CharField(max_length=LIMITS["name"])
    basis = models.CharField(max_length=40)
    since_on = models.DateField()
    until_on = models.DateField(null=True)
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    merge_ref = models.CharField(max_length=26, default="")


class ConditionChild(Guarded):
    """A child whom a condition names."""

    condition = models.ForeignKey("sentences.Condition", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    merge_ref = models.CharField(max_length=26, default="")


class ToTell(Record):
    """Somebody who works with a child and has to hear of a condition; without a child it is the front door."""

    condition = models.ForeignKey("sentences.Condition", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey("access.Subject", null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=LIMITS["name"])
    reach = models.CharField(max_length=LIMITS["line"], default="")
    what = models.CharField(max_length=12)  # set, changed, taken_out, put_back
    changed_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        indexes = [models.Index(fields=["told_at", "condition"], name="still_to_tell")]


class Summary(Record):
    """What the sentence plan says of children: one version after another, each with who wrote it."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    victim_safety = models.TextField(default="")
    safeguarding = models.TextField(default="")
    contingency = models.TextField(default="")
    risk_named = models.TextField(default="")
    risk_general = models.TextField(default="")
    authors = models.JSONField(default=dict)
    written_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "number"], name="one_summary_per_number")]


class Intelligence(Record):
    """What the police or others told in confidence. It opens to whoever is on the list of its seal, and to nobody."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    source = models.CharField(max_length=LIMITS["name"])
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")


class FoundTogether(Record):
    """An adult and a child at one address, neither in the network of the other, though a condition keeps them apart.

    Kith found it by itself and the front door looks at it. Who they are is told to nobody whom it is not open to.
    """

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")  # the adult
    child = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)
    looked_at = models.DateTimeField(null=True)
    looked_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    came_of = models.CharField(max_length=LIMITS["line"], default="")

    class Meta:
        indexes = [models.Index(fields=["gone_at", "looked_at"], name="found_and_not_looked_at")]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "child"], condition=models.Q(gone_at=None), name="found_together_once"
            )
        ]
