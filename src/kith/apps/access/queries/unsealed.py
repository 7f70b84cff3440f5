"""Rows about whom nothing is sealed and nothing else keeps an actor away: for a warning that names nobody.

And rows of everybody there is, for what Kith looks for by itself.
"""

import datetime as dt
from collections.abc import Collection

from django.db.models import Q, QuerySet

from kith.apps.access.models import SealScope
from kith.apps.access.moments import active_seal, covers
from kith.apps.access.reach import not_in_conflict, there, under
from kith.apps.agencies.projections import Actor

WHOLE_OR_A_TIE = ("", "tie", "account", "responsibility")  # kinds of sealed record that say who belongs to whom


def under_no_seal(actor: Actor, rows: QuerySet, *, now: dt.datetime) -> QuerySet:
    """For a caller that has a decision by role: whoever is there, within the clearance, no conflict, and no seal on
    the subject or on any record about it."""
    sealed = SealScope.objects.filter(covers(now), active_seal(now, "seal__")).values("subject_id")
    near = there() & not_in_conflict(actor, now) & Q(sensitivity__lte=actor.clearance)
    return rows.filter(under("subject", near)).exclude(subject_id__in=sealed)


def that_are_there(rows: QuerySet) -> QuerySet:
    """Rows of whoever is there at all, uncut: for what Kith looks for by itself and shows to nobody as it is."""
    return rows.filter(under("subject", there()))


def with_open_ties(subject_refs: Collection[str], *, now: dt.datetime) -> set[str]:
    """Those who are not sealed as a whole, and of whose ties to others nothing is sealed."""
    closed = SealScope.objects.filter(covers(now), active_seal(now, "seal__"), record_kind__in=WHOLE_OR_A_TIE)
    return set(subject_refs) - set(closed.filter(subject__ref__in=subject_refs).values_list("subject__ref", flat=True))
