"""Rows about whom nothing is sealed and nothing else keeps an actor away: for a warning that names nobody.

And rows of everybody there is, for what Kith looks for by itself.
"""

import datetime as dt

from django.db.models import Q, QuerySet

from kith.apps.access.models import SealScope
from kith.apps.access.moments import active_seal, covers
from kith.apps.access.reach import not_in_conflict, there, under
from kith.apps.agencies.projections import Actor


def under_no_seal(actor: Actor, rows: QuerySet, *, now: dt.datetime) -> QuerySet:
    """For a caller that has a decision by role: whoever is there, within the clearance, no conflict, and no seal on
    the subject or on any record about it."""
    sealed = SealScope.objects.filter(covers(now), active_seal(now, "seal__")).values("subject_id")
    near = there() & not_in_conflict(actor, now) & Q(sensitivity__lte=actor.clearance)
    return rows.filter(under("subject", near)).exclude(subject_id__in=sealed)


def that_are_there(rows: QuerySet) -> QuerySet:
    """Rows of whoever is there at all, uncut: for what Kith looks for by itself and shows to nobody as it is."""
    return rows.filter(under("subject", there()))
