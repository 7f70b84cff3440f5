"""What rests on somebody's agreement alone, and stops with it."""

import datetime as dt

from django.db.models import Q, QuerySet

from kith.apps.access.models import Share
from kith.apps.access.moments import day_of, not_ended

CONSENT = "consent"


def resting_on(consent_ref: str, now: dt.datetime) -> QuerySet[Share]:
    """Shares, now or to come, whose only ground is this agreement."""
    to_come = Q(until_on=None) | Q(until_on__gt=day_of(now))
    return Share.objects.filter(not_ended(now), to_come, consent__ref=consent_ref, basis=CONSENT)
