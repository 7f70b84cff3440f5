"""What becomes of voices and labels when two records are one person, are parted again, or one is destroyed."""

import datetime as dt

from kith.apps.access.queries import target_of
from kith.apps.access.services import Destroying, Joining
from kith.apps.audit.services import Deed
from kith.apps.files.services import destroy_files_of
from kith.apps.voices.models import About, Answer, Drawing, Label, Passage, Rating, View, Voice, Waiting

INNERMOST_FIRST: tuple[type[About] | type[Passage], ...] = (
    Passage,
    Answer,
    Drawing,
    View,
    Rating,
    Label,
    Waiting,
    Voice,
)


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """What is about the other follows the kept one, each row knowing by which merge, and goes back when they part.

    Two labels of one kind stay two, each with its history and its views.
    """
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    for model in INNERMOST_FIRST:
        if change.is_joined:
            model.objects.filter(subject_id=merged).update(subject_id=kept, merge_ref=change.merge_ref)
        else:
            back = model.objects.filter(subject_id=kept, merge_ref=change.merge_ref)
            back.update(subject_id=merged, merge_ref="")


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """All that is theirs goes, with drawings that were kept for a record they were made one with."""
    drawings = Drawing.objects.filter(subject_id=change.subject_id)
    elsewhere = set(drawings.values_list("kept_for", flat=True)) - {change.subject_ref}
    for model in INNERMOST_FIRST:
        model.objects.filter(subject_id=change.subject_id).delete()
    for ref in elsewhere:
        destroy_files_of(ref)
