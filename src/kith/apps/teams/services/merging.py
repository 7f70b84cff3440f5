"""What becomes of teams when two records are one person, are parted again, or one is destroyed."""

import datetime as dt

from django.db.models import Model, Q

from kith.apps.access.queries import target_of
from kith.apps.access.services import Destroying, Joining, follow
from kith.apps.audit.services import Deed
from kith.apps.teams.models import Absence, AdviserAsk, CoverForOne, JoinAsk, TeamPlace

ABOUT_ONE: tuple[type[Model], ...] = (TeamPlace, CoverForOne, JoinAsk, AdviserAsk)


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    follow(change, ABOUT_ONE)
    _adults(change, target_of(change.kept_ref).id, target_of(change.merged_ref).id)


def _adults(change: Joining, kept: int, merged: int) -> None:
    """The same where they are the adult because of whom somebody is on a child's team."""
    if change.is_joined:
        ref = change.merge_ref
        TeamPlace.objects.filter(with_subject_id=merged).update(with_subject_id=kept, with_merge_ref=ref)
        JoinAsk.objects.filter(adult_id=merged).update(adult_id=kept, adult_merge_ref=ref)
    else:
        places = TeamPlace.objects.filter(with_subject_id=kept, with_merge_ref=change.merge_ref)
        places.update(with_subject_id=merged, with_merge_ref="")
        asks = JoinAsk.objects.filter(adult_id=kept, adult_merge_ref=change.merge_ref)
        asks.update(adult_id=merged, adult_merge_ref="")


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """All that is theirs goes; whoever worked with them for somebody else's sake is on no team for it any more."""
    theirs = TeamPlace.objects.filter(Q(subject_id=change.subject_id) | Q(with_subject_id=change.subject_id))
    places = list(theirs.values_list("pk", flat=True))
    CoverForOne.objects.filter(Q(subject_id=change.subject_id) | Q(absence__place_id__in=places)).delete()
    Absence.objects.filter(place_id__in=places).delete()
    theirs.delete()
    JoinAsk.objects.filter(Q(subject_id=change.subject_id) | Q(adult_id=change.subject_id)).delete()
    AdviserAsk.objects.filter(subject_id=change.subject_id).delete()
