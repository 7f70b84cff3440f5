"""What becomes of requests when two records are one person, are parted again, or one is destroyed."""

import datetime as dt

from kith.apps.access.queries import target_of
from kith.apps.access.services import Destroying, Joining
from kith.apps.audit.services import Deed
from kith.apps.supervision.models import Feedback, Observation, Request


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """A request about the other follows the kept one, knowing by which merge, and goes back when they part."""
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    if change.is_joined:
        Request.objects.filter(subject_id=merged).update(subject_id=kept, merge_ref=change.merge_ref)
    else:
        Request.objects.filter(subject_id=kept, merge_ref=change.merge_ref).update(subject_id=merged, merge_ref="")


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """The request stays as a count, about nobody and without its words or those that others wrote after its meeting."""
    requests = Request.objects.filter(subject_id=change.subject_id)
    Observation.objects.filter(request__in=requests).update(strengths="", to_try="")
    Feedback.objects.filter(request__in=requests).update(words="")
    requests.update(
        subject=None, why_now="", stuck="", concerns="", consent_words="", outside="", outcome_words="", meets_at=""
    )
