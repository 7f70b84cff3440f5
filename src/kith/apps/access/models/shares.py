"""What one agency lets another see of a case, on what basis, and the decision behind it, yes or no."""

from django.db import models

from kith.apps.records.base import Guarded, Record
from kith.kernel.text import LIMITS


class ShareTerms(Guarded):
    """What a share opens: kinds of record, to which roles, how far. Many shares have the same terms."""

    kinds = models.CharField(max_length=400)  # sorted words with a space between
    roles = models.CharField(max_length=400)
    level = models.PositiveSmallIntegerField()
    sensitivity = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kinds", "roles", "level", "sensitivity"], name="share_terms_once")
        ]


class Consent(Record):
    """What somebody said yes or no to; they can change their mind at any moment. A no has the reasoning beside it."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, default="share")
    is_yes = models.BooleanField(default=True)
    given_by = models.CharField(max_length=LIMITS["name"])
    is_childs_own = models.BooleanField(default=False)
    competence = models.CharField(max_length=LIMITS["line"], default="")
    reasoning = models.CharField(max_length=LIMITS["line"], default="")
    look_again_on = models.DateField(null=True)
    words = models.CharField(max_length=LIMITS["line"], default="")
    given_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_words = models.CharField(max_length=LIMITS["line"], default="")


class SharingDecision(Record):
    """Somebody asked for something about a subject: what was weighed, and whether it was shared or refused."""

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+")
    who_asked = models.CharField(max_length=LIMITS["name"])
    what = models.CharField(max_length=LIMITS["line"])
    purpose = models.CharField(max_length=20)
    recipient = models.ForeignKey(
        "agencies.Organisation", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    recipient_words = models.CharField(max_length=LIMITS["name"], default="")
    basis = models.CharField(max_length=40)
    condition = models.CharField(max_length=40, default="")
    informed = models.CharField(max_length=8)
    why_not_informed = models.CharField(max_length=LIMITS["line"], default="")
    necessity = models.CharField(max_length=LIMITS["line"])
    proportionality = models.CharField(max_length=LIMITS["line"])
    accuracy = models.CharField(max_length=LIMITS["line"])
    detriment = models.CharField(max_length=LIMITS["line"])
    outcome = models.CharField(max_length=8)
    method = models.CharField(max_length=LIMITS["name"], default="")
    follow_up = models.CharField(max_length=LIMITS["line"], default="")
    decided_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(
        "agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField()


class Share(Record):
    """One agency may see something of another's case, for a time; never passed on by the one that received it.

    A row with a merge was ended by it, and is taken up again when the merge is undone.
    """

    subject = models.ForeignKey("access.Subject", on_delete=models.PROTECT, related_name="+", db_index=False)
    giver = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False)
    receiver = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False)
    terms = models.ForeignKey("access.ShareTerms", on_delete=models.PROTECT, related_name="+", db_index=False)
    basis = models.CharField(max_length=40)
    purpose = models.CharField(max_length=20)
    consent = models.ForeignKey("access.Consent", null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(
        "access.SharingDecision", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    since_on = models.DateField()
    until_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=LIMITS["line"], default="")
    merge = models.ForeignKey("access.Merge", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["receiver", "terms", "since_on", "until_on", "ended_at", "subject"], name="shared_with_agency"
            ),
            models.Index(fields=["subject", "since_on", "until_on"], name="shared_by_subject"),
        ]
