"""What becomes of rows when two records are one person, are parted again, or one is destroyed."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from kith.apps.access.queries import target_of, with_network
from kith.apps.access.services import Destroying, Joining
from kith.apps.audit.services import Deed
from kith.apps.chronologies.attached import ATTACHED_TEXTS
from kith.apps.chronologies.models import (
    Analysis,
    Attachment,
    Bringing,
    Edition,
    EditionRow,
    Entry,
    EntryChild,
    KnownTo,
    SetAside,
    TakenChild,
    TakenForm,
    Telling,
)
from kith.apps.chronologies.rules import TEXTS
from kith.apps.files.services import destroy_files
from kith.apps.people.services import tells_of_person

UNSAID = "What stood here named somebody whose record was destroyed."
BESIDE: tuple[Any, ...] = (EntryChild, TakenChild, SetAside, Bringing, Edition)
"""What follows a child by itself, each row knowing by which merge."""


def on_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    """What is about the other follows the kept one, each row knowing by which merge, and goes back when they part.

    Both records may hold a row of one number of one agency: the number of the other's stays free for its own.
    """
    kept, merged = target_of(change.kept_ref).id, target_of(change.merged_ref).id
    if change.is_joined:
        for model in BESIDE:
            model.objects.filter(subject_id=merged).update(subject_id=kept, merge_ref=change.merge_ref)
        KnownTo.objects.filter(person_id=merged).update(person_id=kept, merge_ref=change.merge_ref)
        numbers = Entry.objects.filter(subject_id=kept).values("agency_id", "row_id")
        taken = {(row["agency_id"], row["row_id"]) for row in numbers}
        for row in Entry.objects.filter(subject_id=merged):
            if (row.agency_id, row.row_id) in taken:
                row.row_id = row.ref
            row.subject_id, row.merge_ref = kept, change.merge_ref
            row.save()
    else:
        for model in (Entry, *BESIDE):
            back = model.objects.filter(subject_id=kept, merge_ref=change.merge_ref)
            back.update(subject_id=merged, merge_ref="")
        known = KnownTo.objects.filter(person_id=kept, merge_ref=change.merge_ref)
        known.update(person_id=merged, merge_ref="")


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """What was told of nobody else goes; a row that is about a further child stays theirs, and forgets this one.

    Nothing comes back any more from a device that holds their name, and what is attached goes with them: nobody can be
    cut out of a photograph. What names them beside the rows of children in whose networks they stood goes too.
    """
    _unsay_beside(change, now)
    named = TakenChild.objects.filter(subject_id=change.subject_id)
    TakenForm.objects.filter(pk__in=named.values("taken_id"), ended_at=None).update(ended_at=now, queue_key="")
    named.delete()
    SetAside.objects.filter(subject_id=change.subject_id).delete()
    KnownTo.objects.filter(person_id=change.subject_id).delete()
    EditionRow.objects.filter(edition__subject_id=change.subject_id).delete()
    Edition.objects.filter(subject_id=change.subject_id).delete()
    about = EntryChild.objects.filter(subject_id=change.subject_id)
    rows = Entry.objects.filter(pk__in=about.values("entry_id"))
    attached = Attachment.objects.filter(entry__in=rows.values("pk"))
    destroy_files(attached.exclude(file_ref="").values_list("file_ref", flat=True))
    attached.delete()
    for row in list(rows):
        others = EntryChild.objects.filter(entry=row).exclude(subject_id=change.subject_id).order_by("pk")
        heir = others.first()
        if heir is None:
            Entry.objects.filter(beside=row).update(beside=None)
            for model in (EditionRow, Analysis, Telling, KnownTo):
                model.objects.filter(entry=row).delete()
            EntryChild.objects.filter(entry=row).delete()
            Entry.objects.filter(pk=row.pk).delete()
        else:
            EntryChild.objects.filter(entry=row, subject_id=change.subject_id).delete()
            _unsay(row, change.subject_ref, now)
            Analysis.objects.filter(entry=row).delete()
            if row.subject_id == change.subject_id:
                row.subject_id, row.row_id = heir.subject_id, row.ref
                row.save()
    brought = Bringing.objects.filter(subject_id=change.subject_id)
    Entry.objects.filter(brought__in=brought.values("pk")).update(brought=None)
    Telling.objects.filter(brought__in=brought.values("pk")).update(brought=None)
    Telling.objects.filter(undoes__in=brought.values("pk")).update(undoes=None)
    brought.delete()


def _unsay_beside(change: Destroying, now: dt.datetime) -> None:
    """Captions, what editions were for, and who said that somebody knows of a row."""
    near = with_network(change.subject_ref, "entry__subject_id")
    beside: tuple[tuple[QuerySet[Any], Collection[str], str], ...] = (
        (Attachment.objects.filter(near), ATTACHED_TEXTS, "what"),
        (KnownTo.objects.filter(near), ("said_by",), "said_by"),
        (Edition.objects.filter(with_network(change.subject_ref, "subject_id")), ("what_for",), "what_for"),
    )
    for rows, texts, always_said in beside:
        for row in rows:
            _unsay_in(row, texts, always_said, change.subject_ref, now)


def _unsay_in(row: Any, texts: Collection[str], always_said: str, subject_ref: str, now: dt.datetime) -> None:
    """Texts that hold a name, a number or an address of theirs go; the one that is always said says that it went."""
    said = [name for name in texts if tells_of_person(subject_ref, getattr(row, name), to=None, now=now)]
    for name in said:
        setattr(row, name, UNSAID if name == always_said else "")
    if said:
        row.save()


def _unsay(row: Entry, subject_ref: str, now: dt.datetime) -> None:
    """Of what the row says in any of its versions, texts that hold a name, a number or an address of theirs go."""
    for telling in Telling.objects.filter(entry=row):
        _unsay_in(telling, TEXTS, "fact", subject_ref, now)
    _unsay_in(row, ("why_withdrawn", "teller"), "teller", subject_ref, now)
