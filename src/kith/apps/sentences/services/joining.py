"""What becomes of sentences when two records are one person, are parted again, or one is destroyed."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Model, Q, QuerySet

from kith.apps.access.queries import target_of
from kith.apps.access.services import Destroying, Joining
from kith.apps.audit.services import Deed
from kith.apps.sentences.models import (
    Condition,
    ConditionChild,
    FoundTogether,
    Intelligence,
    SentenceStep,
    Summary,
    ToTell,
)

ABOUT_ONE: tuple[type[Model], ...] = (Condition, ConditionChild, ToTell, Intelligence)
NUMBERED: tuple[type[Model], ...] = (SentenceStep, Summary)


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """What is about the other follows the kept one, each row knowing by which merge, and goes back when they part."""
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    for model in (*ABOUT_ONE, *NUMBERED):
        rows = model._default_manager
        if not change.is_joined:
            rows.filter(subject_id=kept, merge_ref=change.merge_ref).update(subject_id=merged, merge_ref="")
        elif model in ABOUT_ONE:
            rows.filter(subject_id=merged).update(subject_id=kept, merge_ref=change.merge_ref)
    for model in NUMBERED if change.is_joined else ():
        _join_numbered(model, kept, merged, change.merge_ref)
    _about({kept, merged}).filter(gone_at=None).update(gone_at=now)  # Kith looks again, for whoever they are now


def _about(keys: Collection[int]) -> QuerySet[FoundTogether]:
    return FoundTogether.objects.filter(Q(subject_id__in=keys) | Q(child_id__in=keys))


def _join_numbered(model: type[Model], kept: int, merged: int, merge_ref: str) -> None:
    """Two rows of steps or versions that are one: what joins stands behind what is there."""
    rows = model._default_manager
    first = rows.filter(subject_id__in=(kept, merged)).count()
    for place, row in enumerate(rows.filter(subject_id=merged).order_by("number"), first + 1):
        rows.filter(pk=row.pk).update(subject_id=kept, number=place, merge_ref=merge_ref)


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """All that is theirs goes; a condition of somebody else that named them names them no more."""
    theirs = Condition.objects.filter(subject_id=change.subject_id)
    for model in (ConditionChild, ToTell):
        rows = model._default_manager.filter(Q(condition__in=theirs) | Q(subject_id=change.subject_id))
        rows.delete()
    theirs.delete()
    _about({change.subject_id}).delete()
    for theirs_alone in (SentenceStep, Summary, Intelligence):
        theirs_alone._default_manager.filter(subject_id=change.subject_id).delete()
