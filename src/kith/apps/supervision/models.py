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
    outside = models.CharField(max_length=LIMITS["line"], default="")  # whom else the business unit should ask to come
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


class Invitation(Record):
    """Somebody outside the network, asked to come without the child's name; who says yes is in it from then on."""

    request = models.ForeignKey("supervision.Request", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=LONGEST_CODE, default="")
    answered_at = models.DateTimeField(null=True)


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
    """Whether somebody can come on a day."""

    day = models.ForeignKey("supervision.DayOffered", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    can = models.BooleanField(default=True)


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
    """Answers without a name, a time or an order. Words are shown only once somebody let them through."""

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


class NetworkMeeting(Record):
    """That those who lead met, all of them together."""

    on_day = models.DateField()
    kept_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")


class AtNetworkMeeting(Guarded):
    """That a facilitator came to it."""

    meeting = models.ForeignKey("supervision.NetworkMeeting", on_delete=models.PROTECT, related_name="+")
    facilitator = models.ForeignKey("supervision.Facilitator", on_delete=models.PROTECT, related_name="+")


class PeerTalk(Record):
    """That two or more of the pool thought together, for those alone; not about what."""

    on_day = models.DateField()


class AtPeerTalk(Record):
    """That somebody took part in it, and how it was for them, as they say from a list."""

    talk = models.ForeignKey("supervision.PeerTalk", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=LONGEST_CODE, default="")


class Observation(Record):
    """That a meeting was observed: how it was led, for those who lead, and never what was said in it."""

    request = models.ForeignKey("supervision.Request", on_delete=models.PROTECT, related_name="+")
    observed_by = models.ForeignKey("agencies.User", on_delete=models.PROTECT, related_name="+")
    observed_at = models.DateTimeField()
    version = models.CharField(max_length=LONGEST_CODE)  # of the list of what good looks like
    strengths = models.CharField(max_length=LIMITS["line"], default="")
    to_try = models.CharField(max_length=LIMITS["line"], default="")


class Observed(Guarded):
    """One line of that list: whether it was seen."""

    observation = models.ForeignKey("supervision.Observation", on_delete=models.PROTECT, related_name="+")
    point = models.CharField(max_length=LONGEST_CODE)
    seen = models.CharField(max_length=LONGEST_CODE)
