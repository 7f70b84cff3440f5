"""What becomes of contacts when two records are one person, are parted again, or one is destroyed."""

import datetime as dt

from django.db.models import Model, Q

from kith.apps.access.services import Destroying, Joining, follow
from kith.apps.audit.services import Deed
from kith.apps.cases.models import (
    BeforeBirth,
    Begun,
    Challenge,
    CheckAnswer,
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

ABOUT_ONE: tuple[type[Model], ...] = (ContactPerson, NotBrought, StepMeeting, Standing, CheckAnswer, Disagreement)
NUMBERED: tuple[type[Model], ...] = (PathStep,)


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    follow(change, ABOUT_ONE, numbered=NUMBERED)
    _checks_about_them(change)


def _checks_about_them(change: Joining) -> None:
    """A check about somebody of the family is about the kept one: what was answered holds for them."""
    rows = CheckAnswer.objects
    if change.is_joined:
        rows.filter(about=change.merged_ref).update(about=change.kept_ref, about_merge_ref=change.merge_ref)
    else:
        moved = rows.filter(about=change.kept_ref, about_merge_ref=change.merge_ref)
        moved.update(about=change.merged_ref, about_merge_ref="")


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """What was told about nobody else goes with them; what is about others too loses its link."""
    DelayReason.objects.filter(step__subject_id=change.subject_id).delete()
    BeforeBirth.objects.filter(step__subject_id=change.subject_id).delete()
    Begun.objects.filter(Q(subject_id=change.subject_id) | Q(beside_id=change.subject_id)).delete()
    MeetingGuest.objects.filter(Q(meeting__subject_id=change.subject_id) | Q(subject_id=change.subject_id)).delete()
    DisagreementTurn.objects.filter(disagreement__subject_id=change.subject_id).delete()
    CheckAnswer.objects.filter(about=change.subject_ref).delete()
    for theirs in (PathStep, NotBrought, StepMeeting, Standing, CheckAnswer, Disagreement):
        theirs._default_manager.filter(subject_id=change.subject_id).delete()
    mine = ContactPerson.objects.filter(subject_id=change.subject_id)
    ids = set(mine.values_list("contact_id", flat=True))
    mine.delete()
    shared = set(ContactPerson.objects.filter(contact_id__in=ids).values_list("contact_id", flat=True))
    gone = ids - shared
    for model in (ContactDecision, Challenge, KeptFrom, LetIn, Begun):
        model._default_manager.filter(contact_id__in=gone).delete()
    Contact.objects.filter(pk__in=gone).delete()
