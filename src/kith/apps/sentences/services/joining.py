"""What becomes of sentences when two records are one person, are parted again, or one is destroyed."""

import datetime as dt

from django.db.models import Model, Q

from kith.apps.access.services import Destroying, Joining, follow
from kith.apps.audit.services import Deed
from kith.apps.sentences.models import Condition, ConditionChild, Intelligence, SentenceStep, Summary, ToTell

ABOUT_ONE: tuple[type[Model], ...] = (Condition, ConditionChild, ToTell, Intelligence)
NUMBERED: tuple[type[Model], ...] = (SentenceStep, Summary)


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    follow(change, ABOUT_ONE, numbered=NUMBERED)


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """All that is theirs goes; a condition of somebody else that named them names them no more."""
    theirs = Condition.objects.filter(subject_id=change.subject_id)
    for model in (ConditionChild, ToTell):
        rows = model._default_manager.filter(Q(condition__in=theirs) | Q(subject_id=change.subject_id))
        rows.delete()
    theirs.delete()
    for theirs_alone in (SentenceStep, Summary, Intelligence):
        theirs_alone._default_manager.filter(subject_id=change.subject_id).delete()
