"""What rests on somebody's agreement alone, and stops with it."""

import datetime as dt

from django.db.models import QuerySet

from kith.apps.access.models import Share
from kith.apps.access.moments import day_of, not_ended, not_over

CONSENT = "consent"
TO_SHARE = "share"  # the one kind of agreement that a share can rest on


def resting_on(consent_ref: str, now: dt.datetime) -> QuerySet[Share]:
    """Shares, now or to come, whose only ground is this agreement."""
    return Share.objects.filter(not_ended(now), not_over(day_of(now)), consent__ref=consent_ref, basis=CONSENT)
