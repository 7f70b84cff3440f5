"""What becomes of drawn pictures when two records are one person, are parted again, or one is destroyed."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Q

from kith.apps.access.queries import target_of, with_network
from kith.apps.access.services import Destroying, Joining
from kith.apps.audit.services import Deed
from kith.apps.files.services import destroy_files
from kith.apps.pictures.by_hand import RING
from kith.apps.pictures.models import Act, CheckOut, Face, HandMade, Line, Photograph, Picture, Placed, SentAct

FOLLOWING = (
    (Picture, "subject_id", "merge_ref"),
    (Picture, "view_of_id", "view_merge_ref"),
    (Placed, "person_id", "merge_ref"),
)
"""What follows a person, and where each row knows by which merge it came."""


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """Pictures of the other follow the kept one, and so does their place on pictures of others."""
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    for model, column, mark in FOLLOWING:
        if change.is_joined:
            model.objects.filter(**{column: merged}).update(**{column: kept, mark: change.merge_ref})
        else:
            model.objects.filter(**{column: kept, mark: change.merge_ref}).update(**{column: merged, mark: ""})


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """Pictures of them and pictures that show their view go, and their place on pictures of others with its lines.

    What those pictures remember of earlier acts goes too, for it holds what stood on them; and so do photographs, and
    what was drawn by hand since they stood there, for nobody can be cut out of these. Nothing comes back any more from
    tablets on which they may be named.
    """
    gone = Picture.objects.filter(Q(subject_id=change.subject_id) | Q(view_of_id=change.subject_id))
    Picture.objects.filter(follows__in=gone.values("pk")).update(follows=None)
    placed = Placed.objects.filter(person_id=change.subject_id)
    on = set(placed.values_list("picture_id", flat=True))
    keys = set(placed.values_list("key", flat=True))
    _end_on_tablets(change, on, keys, now)
    for row in placed:
        HandMade.objects.filter(picture_id=row.picture_id, place__gte=row.place).exclude(kind=RING).delete()
        _take_out_of_rings(row)
    _destroy_faces(Q(picture__in=gone.values("pk")) | Q(picture_id__in=on, key__in=keys))
    HandMade.objects.filter(picture__in=gone.values("pk")).delete()
    photographs = Photograph.objects.filter(Q(picture__in=gone.values("pk")) | Q(picture_id__in=on))
    destroy_files(photographs.values_list("file_ref", flat=True))
    photographs.delete()
    Act.objects.filter(Q(picture__in=gone.values("pk")) | Q(picture_id__in=on)).delete()
    Line.objects.filter(Q(picture__in=gone.values("pk")) | Q(a_key__in=keys) | Q(b_key__in=keys)).delete()
    Placed.objects.filter(Q(picture__in=gone.values("pk")) | Q(person_id=change.subject_id)).delete()
    SentAct.objects.filter(check_out__picture__in=gone.values("pk")).delete()
    CheckOut.objects.filter(picture__in=gone.values("pk")).delete()
    gone.delete()


def _take_out_of_rings(row: Placed) -> None:
    """A ring goes around the others; around nobody else it goes too."""
    for ring in HandMade.objects.filter(picture_id=row.picture_id, kind=RING):
        ring.around = [key for key in ring.around if key != row.key]
        if ring.around:
            ring.save()
        else:
            ring.delete()


def _destroy_faces(which: Q) -> None:
    """With every version that shows the same bytes, and with what they were cut from."""
    files = {ref for one in Face.objects.filter(which).values_list("file_ref", "whole_ref") for ref in one} - {""}
    Face.objects.filter(which | Q(file_ref__in=files)).delete()
    destroy_files(files)


def _end_on_tablets(change: Destroying, on: Collection[int], keys: Collection[str], now: dt.datetime) -> None:
    """Wherever they stood, and of every child of whose network they are: a tablet may offer their name.

    Without its key what waits on a tablet opens no more.
    """
    may_name = Q(picture_id__in=on) | with_network(change.subject_ref, "picture__subject_id")
    SentAct.objects.filter(check_out__picture_id__in=on, key__in=keys).delete()
    CheckOut.objects.filter(may_name, ended_at=None).update(ended_at=now, queue_key="")
