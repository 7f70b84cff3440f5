"""The stored rows of group supervision: requests, facilitators, who leads, that it happened, and answers without names.

No row keeps a task, a decision about a child, or what was said in a meeting.
"""

from django.db import models

from kith.apps.records.base import Aggregate, Guarded, Record
from kith.kernel.text import LIMITS

LONGEST_CODE = 24
LONGEST_LIST = 300


class Facilitator(Aggregate):
    """Somebody trained to lead; `needs` is what support they want, for them and the business unit alone."""

    user = models.OneToOneField("agencies.User", on_delete=models.PROTECT, related_name="+")
    trained_on = models.DateField()
    led_before = models.PositiveSmallIntegerField(default=0)  # before Kith counted
    most_at_once = models.PositiveSmallIntegerField(default=2)
    locality = models.CharField(max_length=LONGEST_CODE)
    needs = models.CharField(max_length=LIMITS["line"], default="")
    left_on = models.DateField(null=True)


class Away(Record):
    """Days on which a facilitator cannot, half-open."""

    facilitator = models.ForeignKey("supervision.Facilitator", on_delete=models.PROTECT, related_name="+")
    since_on = models.DateField()
    until_on = models.DateField()


class Request(Aggregate):
    """A request, about a child or about nobody in Kith; when two records are one person it knows by which merge."""

    number = models.PositiveIntegerField(unique=True)
    subject = models.ForeignKey("access.Subject", null=True, on_delete=models.PROTECT, related_name="+")
    merge_ref = models.CharField(max_length=26, default="")
    asked_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("agencies.Organisation", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    why_now = models.TextField()
    stuck = models.TextField()
    concerns = models.TextField(default="")
    around = models.CharField(max_length=LONGEST_LIST, default="")  # kinds of agency, spaces between
    age_band = models.CharField(max_length=LONGEST_CODE)
    is_transition = models.BooleanField(default=False)
    locality = models.CharField(max_length=LONGEST_CODE)
    consent = models.CharField(max_length=LONGEST_CODE)
    consent_words = models.CharField(max_length=LIMITS["line"], default="")
    outcome = models.CharField(max_length=LONGEST_CODE, default="")
    outcome_words = models.TextField(default="")
    decided_by = models.ForeignKey("agencies.User", null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    meets_on = models.DateField(null=True)
    meets_at = models.CharField(max_length=LIMITS["name"], default="")  # a time with a room or a link
    happened_on = models.DateField(null=True)
    stop_cards = models.PositiveSmallIntegerField(default=0)


class InNetwork(Guarded):
    """A worker of the professional network, as the requester named them: independence is reckoned from it."""

    request = models.ForeignKey("supervision.Request", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")


class Lead(Record):
    """Somebody asked to lead: they say first whether they know the network."""

    request = models.ForeignKey("supervision.Request", on_delete=models.PROTECT, related_name="+")
    facilitator = models.ForeignKey("supervision.Facilitator", on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=LONGEST_CODE, default="")
    answered_at = models.DateTimeField(null=True)
    withdrew_at = models.DateTimeField(null=True)


class DayOffered(Record):
    """A day in the poll."""

    request = models.ForeignKey("supervision.Request", on_delete=models.PROTECT, related_name="+")
    on_day = models.DateField()


class DayAnswer(Guarded):
    """That somebody can come on a day."""

    day = models.ForeignKey("supervision.DayOffered", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")


class Came(Guarded):
    """That somebody came."""

    request = models.ForeignKey("supervision.Request", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")


class ThemeNoted(Guarded):
    """A theme from the list, without a name and without words."""

    request = models.ForeignKey("supervision.Request", on_delete=models.PROTECT, related_name="+")
    theme = models.CharField(max_length=LONGEST_CODE)


class Answered(Guarded):
    """That somebody gave their answers, so that nobody is asked twice; not which they are."""

    request = models.ForeignKey("supervision.Request", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=LONGEST_CODE)


class Feedback(Record):
    """Answers without a name and without a time. Words are shown only once somebody let them through."""

    request = models.ForeignKey("supervision.Request", on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=LONGEST_CODE)
    changed = models.CharField(max_length=LONGEST_CODE)
    words = models.TextField(default="")
    judged = models.CharField(max_length=LONGEST_CODE, default="")  # shown or held


class Support(Record):
    """An offer of support: who was offered what and when, for those two alone."""

    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=LONGEST_CODE)
    offered_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    on_day = models.DateField(null=True)
    answer = models.CharField(max_length=LONGEST_CODE, default="")
    answered_at = models.DateTimeField(null=True)
