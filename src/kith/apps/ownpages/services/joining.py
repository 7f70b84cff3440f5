"""What becomes of own pages when two records are one person, are parted again, or one is destroyed."""

import datetime as dt

from kith.apps.access.queries import target_of
from kith.apps.access.services import Destroying, Joining
from kith.apps.audit.services import Deed
from kith.apps.ownpages.models import NamedReader, Part, StillRight, Telling

OF_A_CHILD: tuple[type[Part] | type[Telling], ...] = (Part, Telling)


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """What the other told us follows the kept one, each part with its own readers, and goes back when they part."""
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    for model in OF_A_CHILD:
        if change.is_joined:
            model.objects.filter(subject_id=merged).update(subject_id=kept, merge_ref=change.merge_ref)
        else:
            back = model.objects.filter(subject_id=kept, merge_ref=change.merge_ref)
            back.update(subject_id=merged, merge_ref="")


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """All that is theirs goes."""
    for beside in (NamedReader, StillRight):
        beside.objects.filter(part__subject_id=change.subject_id).delete()
    for model in OF_A_CHILD:
        model.objects.filter(subject_id=change.subject_id).delete()
