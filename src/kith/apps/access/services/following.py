"""Rows of higher apps that follow their subject when two are one person, and go back when they are parted.

Such a row has `subject` and `merge_ref`, the merge by which it came; a numbered one has `number` as well.
"""

from collections.abc import Iterable

from django.db.models import Model

from kith.apps.access.merge_hooks import Joining
from kith.apps.access.queries import target_of


def follow(change: Joining, models: Iterable[type[Model]], *, numbered: Iterable[type[Model]] = ()) -> None:
    """Inside the deed of the merge, or of the parting."""
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    for model in (*models, *numbered):
        rows = model._default_manager
        if not change.is_joined:
            rows.filter(subject_id=kept, merge_ref=change.merge_ref).update(subject_id=merged, merge_ref="")
        elif model not in numbered:
            rows.filter(subject_id=merged).update(subject_id=kept, merge_ref=change.merge_ref)
        else:
            _stand_behind(model, kept, merged, change.merge_ref)


def _stand_behind(model: type[Model], kept: int, merged: int, merge_ref: str) -> None:
    """Two rows of steps or versions become one: what joins stands behind what is there, in its own order."""
    rows = model._default_manager
    first = rows.filter(subject_id__in=(kept, merged)).count()
    for place, row in enumerate(rows.filter(subject_id=merged).order_by("number"), first + 1):
        rows.filter(pk=row.pk).update(subject_id=kept, number=place, merge_ref=merge_ref)
