"""The stored rows of occasions: what happened, what the child says to it, and who was told, asked and invited."""

from django.db import models

from kith.apps.records.base import Aggregate, Record
from kith.kernel.text import LIMITS


class Occasion(Aggregate):
    """Something of which a family may be told, or to which they may be invited, on a day."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    on_day = models.DateField()
    at = models.CharField(max_length=5, default="")
    words = models.CharField(max_length=LIMITS["line"], default="")
    plain = models.CharField(max_length=LIMITS["line"], default="")
    place = models.CharField(max_length=LIMITS["line"], default="")
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    merge_ref = models.CharField(max_length=26, default="")


class ChildAnswer(Record):
    """What a child says to the family being told of an occasion. Each answer stays; the last one holds."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    occasion_ref = models.CharField(max_length=26, db_index=True)
    answer = models.CharField(max_length=16)
    words = models.CharField(max_length=LIMITS["line"], default="")
    judged = models.CharField(max_length=LIMITS["line"], default="")
    asked_by = models.CharField(max_length=LIMITS["name"], default="")
    asked_on = models.DateField()
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")


class LedgerRow(Aggregate):
    """One person and one occasion: told, asked, invited, came, trusted to help; or why not."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    occasion_ref = models.CharField(max_length=26, db_index=True)
    told_on = models.DateField(null=True)
    told_by = models.CharField(max_length=LIMITS["name"], default="")
    told_words = models.TextField(default="")
    asked_words = models.CharField(max_length=LIMITS["line"], default="")
    invited_on = models.DateField(null=True)
    invited_by = models.CharField(max_length=LIMITS["name"], default="")
    came = models.CharField(max_length=8, default="")  # yes, no
    helps_words = models.CharField(max_length=LIMITS["line"], default="")
    why_not = models.CharField(max_length=16, default="")
    why_words = models.CharField(max_length=LIMITS["line"], default="")
    tried = models.CharField(max_length=LIMITS["line"], default="")
    look_again_on = models.DateField(null=True)
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")
    person_merge_ref = models.CharField(max_length=26, default="")


class Invitation(Aggregate):
    """Somebody who is to be invited to an occasion, and whether that is safe; it goes out once all have an answer."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    occasion_ref = models.CharField(max_length=26, db_index=True)
    safety = models.CharField(max_length=12, default="")
    hurt = models.CharField(max_length=LIMITS["line"], default="")
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    merge_ref = models.CharField(max_length=26, default="")
    person_merge_ref = models.CharField(max_length=26, default="")


class TeamRow(Aggregate):
    """One worker of the child's team and one occasion: told, invited, came; or why not.

    `seat_ref` is what a team knows one worker by, whatever places they have on it: their own ref where they sign in,
    and otherwise that of their place.
    """

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    seat_ref = models.CharField(max_length=26)
    occasion_ref = models.CharField(max_length=26, db_index=True)
    told_on = models.DateField(null=True)
    told_by = models.CharField(max_length=LIMITS["name"], default="")
    told_words = models.TextField(default="")
    invited_on = models.DateField(null=True)
    invited_by = models.CharField(max_length=LIMITS["name"], default="")
    came = models.CharField(max_length=8, default="")  # yes, no
    why_not = models.CharField(max_length=16, default="")
    why_words = models.CharField(max_length=LIMITS["line"], default="")
    look_again_on = models.DateField(null=True)
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")


class SecondParent(Aggregate):
    """A father, father figure or second parent of one child: found, safe to reach, spoken to, heard, weighed."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    identified = models.CharField(max_length=16, default="")
    identified_words = models.CharField(max_length=LIMITS["line"], default="")
    responsibility = models.CharField(max_length=16, default="")
    place = models.CharField(max_length=12, default="")
    safety = models.CharField(max_length=12, default="")
    ways = models.CharField(max_length=LIMITS["name"], default="")
    safety_words = models.CharField(max_length=LIMITS["line"], default="")
    asked_parent_on = models.DateField(null=True)
    asked_child_on = models.DateField(null=True)
    child_not_asked = models.CharField(max_length=LIMITS["line"], default="")
    spoken_on = models.DateField(null=True)
    spoken_by = models.CharField(max_length=LIMITS["name"], default="")
    worries = models.TextField(default="")
    expected = models.TextField(default="")
    view = models.TextField(default="")
    offers = models.TextField(default="")
    risk = models.TextField(default="")
    resource = models.TextField(default="")
    not_involved_by = models.CharField(max_length=LIMITS["name"], default="")
    not_involved_on = models.DateField(null=True)
    checked = models.CharField(max_length=LIMITS["line"], default="")
    next_on = models.DateField(null=True)
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    merge_ref = models.CharField(max_length=26, default="")
    person_merge_ref = models.CharField(max_length=26, default="")


class NotComing(Record):
    """Why somebody does not come, in their words and ours, and what is done that fits."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    response = models.CharField(max_length=16)
    seen = models.TextField(default="")
    view = models.TextField(default="")
    doing = models.CharField(max_length=LIMITS["line"], default="")
    together = models.CharField(max_length=LIMITS["line"], default="")
    adult_services = models.CharField(max_length=LIMITS["line"], default="")
    look_again_on = models.DateField()
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        "agencies.User", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    merge_ref = models.CharField(max_length=26, default="")
    person_merge_ref = models.CharField(max_length=26, default="")


class Representation(Aggregate):
    """What a relative sends from their page: I do not agree, this is wrong, I want to complain.

    Their words stay as they are. The version counts the answers.
    """

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    link_ref = models.CharField(max_length=26, db_index=True)
    kind = models.CharField(max_length=12)  # disagree, wrong, complain
    agency = models.ForeignKey(
        "agencies.Organisation", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )  # whose page they wrote from: it answers
    words = models.TextField()
    reach = models.CharField(max_length=LIMITS["line"], default="")
    sent_at = models.DateTimeField()
    due_on = models.DateField(null=True)  # the day that was promised
    answered_on = models.DateField(null=True)  # of the answer that stands
    merge_ref = models.CharField(max_length=26, default="")
    person_merge_ref = models.CharField(max_length=26, default="")

    class Meta:
        indexes = [models.Index(fields=["subject", "answered_on"], name="representations_of_a_child")]


class RepresentationAnswer(Record):
    """What was done about it, and how and when the relative was told. Each answer stays; the last one stands."""

    representation = models.ForeignKey("occasions.Representation", on_delete=models.PROTECT, related_name="+")
    done = models.TextField()
    way = models.CharField(max_length=12)
    answered_on = models.DateField()
    answered_by = models.CharField(max_length=LIMITS["name"])
    authors = models.JSONField(default=dict)
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
