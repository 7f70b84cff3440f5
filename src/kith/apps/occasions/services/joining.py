"""What becomes of a ledger when two records are one person, are parted again, or one is destroyed."""

import datetime as dt

from django.db.models import Model, Q

from kith.apps.access.queries import target_of
from kith.apps.access.services import Destroying, Joining
from kith.apps.audit.services import Deed
from kith.apps.occasions.models import (
    ChildAnswer,
    Invitation,
    LedgerRow,
    NotComing,
    Occasion,
    Representation,
    RepresentationAnswer,
    SecondParent,
    TeamRow,
)
from kith.apps.teams.queries import seats_for_sake_of

OF_A_PERSON: tuple[type[Model], ...] = (LedgerRow, Invitation, SecondParent, NotComing, Representation)
OF_A_CHILD: tuple[type[Model], ...] = (Occasion, ChildAnswer, TeamRow, *OF_A_PERSON)
COLUMNS = (
    *((model, "subject_id", "merge_ref") for model in OF_A_CHILD),
    *((model, "person_id", "person_merge_ref") for model in OF_A_PERSON),
)


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """What is about the other follows the kept one, each row knowing by which merge, and goes back when they part."""
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    for model, column, by in COLUMNS:
        rows = model._default_manager
        if change.is_joined:
            rows.filter(**{column: merged}).update(**{column: kept, by: change.merge_ref})
        else:
            rows.filter(**{column: kept, by: change.merge_ref}).update(**{column: merged, by: ""})


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """All that is theirs goes, and what others' ledgers say of them."""
    sent = Q(representation__subject_id=change.subject_id) | Q(representation__person_id=change.subject_id)
    RepresentationAnswer.objects.filter(sent).delete()
    for model in OF_A_PERSON:
        theirs = Q(subject_id=change.subject_id) | Q(person_id=change.subject_id)
        model._default_manager.filter(theirs).delete()
    told_for_their_sake = Q(seat_ref__in=seats_for_sake_of(change.subject_id))
    TeamRow.objects.filter(Q(subject_id=change.subject_id) | told_for_their_sake).delete()
    for model in (ChildAnswer, Occasion):
        model._default_manager.filter(subject_id=change.subject_id).delete()
