"""Writing a row. What a device sends twice is one row, and two different rows never share a number."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q

from kith.apps.access.queries import day_of, require, sharing_words, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.drafting import draft_name
from kith.apps.chronologies.models import Entry, EntryChild, Telling
from kith.apps.chronologies.projections import AboutToo, RowSaid
from kith.apps.chronologies.rules import CHOICES, TEXTS, CannotTell, sorting_day, sound_row
from kith.apps.chronologies.sight import EVENT, entries_of
from kith.apps.drafts.services import end_within
from kith.apps.records.base import insert_all, insert_with_keys, next_ref

ALREADY = "Your agency has written this down already, of the same day."
OTHER_NUMBER = "Your agency has another row with this number. Number this one anew, or correct the one that stands."


def add_row(*, by: Actor, child_ref: str, said: RowSaid, now: dt.datetime, begun_from: str | None = None) -> str:
    """The ref of the row; the same row sent twice is the one that stands.

    `begun_from` is given where a form is sent: what it came of, or nothing. What was kept of it unsent is gone then.
    """
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    sound = sound_row(said, day_of(now), bases=sharing_words("bases"))
    for other in sound.others:
        require(by, WRITE, other.ref, now=now, kind=EVENT)
    with deed(events.ADDED, by=by, now=now, decision=decision) as act:
        if sound.row_id and (known := _numbered(by, child_ref, sound, now)):
            return known.ref
        if begun_from is not None:
            end_within(by, child_ref, draft_name(begun_from))
        _refuse_twice(by, child_ref, sound, now)
        (ref,) = keep_rows(by, child_ref, [sound], act, now=now)
        return ref


def keep_rows(
    by: Actor, child_ref: str, rows: Sequence[RowSaid], act: Deed, *, now: dt.datetime, brought_id: int | None = None
) -> list[str]:
    """Inside a deed, for a caller that has decided and found them sound and new; their refs.

    A number that the agency has given to a row which the actor is not shown stays that row's, and is not spoken of.
    """
    subject_id, today = target_of(child_ref).id, day_of(now)
    numbers = {said.row_id for said in rows} - {""}
    held = Entry.objects.filter(subject_id=subject_id, agency_id=by.agency_id, row_id__in=numbers)
    taken = set(held.values_list("row_id", flat=True))
    refs = [next_ref() for _ in rows]
    common = {"subject_id": subject_id, "agency_id": by.agency_id, "recorded_by_id": by.id, "recorded_at": now}
    entries = [
        common
        | {
            "ref": ref,
            "row_id": ref if said.row_id in taken else said.row_id or ref,
            "sorts_on": sorting_day(said.start, today),
            "beside_id": _beside(by, child_ref, said, now),
            "brought_id": brought_id,
            **{name: getattr(said, name) for name in ("teller", "came_of", "restriction")},
        }
        for ref, said in zip(refs, rows, strict=True)
    ]
    keys = insert_with_keys(Entry, entries)
    about = [
        (ref, key, said, one)
        for ref, key, said in zip(refs, keys, rows, strict=True)
        for one in _about(child_ref, said)
    ]
    ids = {ref: target_of(ref).id for ref in {one.ref for *_, one in about}}
    insert_all(
        EntryChild,
        [
            {"entry_id": key, "subject_id": ids[one.ref], "role": one.role, "stands_in": one.stands_in}
            for _, key, _, one in about
        ],
    )
    for ref, _, said, one in about:
        act.changed(one.ref, after={ref: told(said)})
    authors = dict.fromkeys(TEXTS, by.id)
    tellings = [_telling(by, key, said, 1, authors, now) for key, said in zip(keys, rows, strict=True)]
    Telling.objects.bulk_create(Telling(**one) for one in tellings)
    return refs


def _about(child_ref: str, said: RowSaid) -> tuple[AboutToo, ...]:
    return AboutToo(child_ref, said.role), *said.others


def _beside(by: Actor, child_ref: str, said: RowSaid, now: dt.datetime) -> int | None:
    if not said.beside:
        return None
    found = entries_of(by, child_ref, now=now).filter(ref=said.beside).first()
    return found.pk if found else None


def tell(
    by: Actor,
    row: Entry,
    said: RowSaid,
    *,
    number: int,
    authors: Mapping[str, int],
    now: dt.datetime,
    of_table: Mapping[str, object],
) -> None:
    """Inside a deed: what the row says from now on; of a table that said so, which it was."""
    Telling(**_telling(by, row.pk, said, number, authors, now), **of_table).save(force_insert=True)


def _telling(
    by: Actor, entry_id: int, said: RowSaid, number: int, authors: Mapping[str, int], now: dt.datetime
) -> dict[str, Any]:
    return {
        "entry_id": entry_id,
        "number": number,
        "start": said.start.code,
        "end": said.end.code if said.end else "",
        "start_time": said.start_time,
        "end_time": said.end_time,
        "authors": dict(authors),
        "recorded_by_id": by.id,
        "recorded_at": now,
        **{name: getattr(said, name) for name in (*TEXTS, *CHOICES)},
    }


def told(said: RowSaid) -> dict[str, object]:
    """For the record: what was said, by part."""
    days = {"start": said.start.code, "end": said.end.code if said.end else ""}
    parts = ("restriction", "teller", *CHOICES, *TEXTS)
    return days | {name: getattr(said, name) for name in parts if getattr(said, name)}


def _numbered(by: Actor, child_ref: str, said: RowSaid, now: dt.datetime) -> Entry | None:
    """The row that has this number already, if it says just this; a different row under its number is refused.

    Of rows that are shown to the actor, and of their own: what they sent before it was sealed is still sent once.
    """
    held = Entry.objects.filter(subject__ref=child_ref, agency_id=by.agency_id, row_id=said.row_id)
    seen = entries_of(by, child_ref, now=now).values("pk")
    row = held.filter(Q(pk__in=seen) | Q(recorded_by_id=by.id)).first()
    if row is None:
        return None
    first = Telling.objects.get(entry=row, number=1)
    if (first.start, first.fact) != (said.start.code, said.fact):
        raise CannotTell(OTHER_NUMBER)
    return row


def _refuse_twice(by: Actor, child_ref: str, said: RowSaid, now: dt.datetime) -> None:
    """The same words of the same day by the same hand are one press too many."""
    own = entries_of(by, child_ref, now=now).filter(recorded_by_id=by.id, withdrawn_at=None, teller=said.teller)
    same = Telling.objects.filter(entry__in=own.values("pk"), replaced_at=None, start=said.start.code, fact=said.fact)
    if same.exists():
        raise CannotTell(ALREADY)
