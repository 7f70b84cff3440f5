"""What becomes of contacts when two records are one person, are parted again, or one is destroyed."""

import datetime as dt

from django.db.models import Model, Q

from kith.apps.access.queries import target_of
from kith.apps.access.services import Destroying, Joining
from kith.apps.audit.services import Deed
from kith.apps.cases.models import (
    BeforeBirth,
    Begun,
    Challenge,
    Contact,
    ContactDecision,
    ContactPerson,
    DelayReason,
    Disagreement,
    DisagreementTurn,
    KeptFrom,
    LetIn,
    MeetingGuest,
    NotBrought,
    PathStep,
    Standing,
    StepMeeting,
)

ABOUT_ONE: tuple[type[Model], ...] = (ContactPerson, NotBrought, StepMeeting, Standing, Disagreement, PathStep)


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """What is about the other follows the kept one, each row knowing by which merge, and goes back when they part."""
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    for model in ABOUT_ONE:
        rows = model._default_manager
        if not change.is_joined:
            rows.filter(subject_id=kept, merge_ref=change.merge_ref).update(subject_id=merged, merge_ref="")
        elif model is not PathStep:
            rows.filter(subject_id=merged).update(subject_id=kept, merge_ref=change.merge_ref)
    if change.is_joined:
        _join_paths(kept, merged, change.merge_ref)


def _join_paths(kept: int, merged: int, merge_ref: str) -> None:
    """Two paths that are one: the steps keep their days, and stand in the order of those."""
    first = PathStep.objects.filter(subject_id__in=(kept, merged)).count()
    for place, step in enumerate(PathStep.objects.filter(subject_id=merged).order_by("number"), first + 1):
        step.subject_id, step.number, step.merge_ref = kept, place, merge_ref
        step.save(update_fields=["subject", "number", "merge_ref"])


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """What was told about nobody else goes with them; what is about others too loses its link."""
    DelayReason.objects.filter(step__subject_id=change.subject_id).delete()
    BeforeBirth.objects.filter(step__subject_id=change.subject_id).delete()
    Begun.objects.filter(Q(subject_id=change.subject_id) | Q(beside_id=change.subject_id)).delete()
    MeetingGuest.objects.filter(Q(meeting__subject_id=change.subject_id) | Q(subject_id=change.subject_id)).delete()
    DisagreementTurn.objects.filter(disagreement__subject_id=change.subject_id).delete()
    for theirs in (PathStep, NotBrought, StepMeeting, Standing, Disagreement):
        theirs._default_manager.filter(subject_id=change.subject_id).delete()
    mine = ContactPerson.objects.filter(subject_id=change.subject_id)
    ids = set(mine.values_list("contact_id", flat=True))
    mine.delete()
    shared = set(ContactPerson.objects.filter(contact_id__in=ids).values_list("contact_id", flat=True))
    gone = ids - shared
    for model in (ContactDecision, Challenge, KeptFrom, LetIn, Begun):
        model._default_manager.filter(contact_id__in=gone).delete()
    Contact.objects.filter(pk__in=gone).delete()
