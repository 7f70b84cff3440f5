"""Taking away every row of access that names a subject, for the deed that destroys it."""

import datetime as dt

from django.db.models import Model, Q, QuerySet

from kith.apps.access.models import (
    Circle,
    Conflict,
    Consent,
    EmergencyLook,
    Involvement,
    Merge,
    Proposal,
    Seal,
    SealExclusion,
    SealReader,
    SealScope,
    Share,
    SharingDecision,
    Subject,
    TaskSubject,
)
from kith.apps.access.seconds import DESTROY_SUBJECT
from kith.apps.access.services.ended_links import destroy_links_of
from kith.apps.access.services.proposals import AGREED

COPIED = (Circle, Involvement, SealScope, SealExclusion, Conflict)
OF_ONE: tuple[type[Model], ...] = (
    Share,
    SharingDecision,
    Consent,
    EmergencyLook,
    Involvement,
    Conflict,
    TaskSubject,
)


def merges_of(subject: Subject) -> QuerySet[Merge]:
    return Merge.objects.filter(Q(kept=subject) | Q(merged=subject))


def clear_subject(subject: Subject, *, now: dt.datetime) -> None:
    """Inside the deed: links, seals that were lifted, merges that were undone, who worked with them, and all else."""
    destroy_links_of(subject.pk, now=now)
    _clear_merges(subject)
    _clear_seals(subject)
    Circle.objects.filter(Q(centre=subject) | Q(member=subject)).delete()
    for model in OF_ONE:
        model._default_manager.filter(subject=subject).delete()
    told = Proposal.objects.filter(Q(subject=subject) | Q(about=subject.ref))
    told.exclude(deed=DESTROY_SUBJECT, outcome=AGREED).delete()


def _clear_merges(subject: Subject) -> None:
    """What the other one has kept from them since they were parted is the other one's own."""
    merges = list(merges_of(subject).values_list("pk", flat=True))
    for model in COPIED:
        model._default_manager.filter(merge__in=merges).update(merge=None)
    Merge.objects.filter(pk__in=merges).delete()


def _clear_seals(subject: Subject) -> None:
    seals = list(Seal.objects.filter(subject=subject).values_list("pk", flat=True))
    for model in (SealReader, SealScope, SealExclusion):
        model._default_manager.filter(seal__in=seals).delete()
    for model in (SealScope, SealExclusion):
        model._default_manager.filter(subject=subject).delete()
    Seal.objects.filter(pk__in=seals).delete()
