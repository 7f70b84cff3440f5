"""Writing a row. What a device sends twice is one row, and two different rows never share a number."""

import datetime as dt
from collections.abc import Mapping

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
    subject_id = target_of(child_ref).id
    with deed(events.ADDED, by=by, now=now, decision=decision) as act:
        if sound.row_id and (known := _numbered(by, subject_id, sound)):
            return known.ref
        if begun_from is not None:
            end_within(by, child_ref, draft_name(begun_from))
        _refuse_twice(by, child_ref, sound, now)
        return keep_row(by, child_ref, subject_id, sound, act, now=now)


def keep_row(by: Actor, child_ref: str, subject_id: int, sound: RowSaid, act: Deed, *, now: dt.datetime) -> str:
    """Inside a deed, for a caller that has decided and found the row sound and new."""
    row = Entry(
        agency_id=by.agency_id,
        teller=sound.teller,
        came_of=sound.came_of,
        restriction=sound.restriction,
        sorts_on=sorting_day(sound.start, day_of(now)),
        recorded_by_id=by.id,
        recorded_at=now,
    )
    row.row_id = sound.row_id or row.ref
    row.subject_id = subject_id
    row.beside = entries_of(by, child_ref, now=now).filter(ref=sound.beside).first() if sound.beside else None
    row.save(force_insert=True)
    for child in (AboutToo(child_ref, sound.role), *sound.others):
        about = EntryChild(entry=row, role=child.role, stands_in=child.stands_in)
        about.subject_id = target_of(child.ref).id
        about.save(force_insert=True)
        act.changed(child.ref, after={"row": row.ref, **told(sound)})
    tell(by, row, sound, number=1, authors=dict.fromkeys(TEXTS, by.id), now=now)
    return row.ref


def tell(by: Actor, row: Entry, said: RowSaid, *, number: int, authors: Mapping[str, int], now: dt.datetime) -> None:
    """Inside a deed: what the row says from now on."""
    texts = {name: getattr(said, name) for name in (*TEXTS, *CHOICES)}
    Telling(
        entry=row,
        number=number,
        start=said.start.code,
        end=said.end.code if said.end else "",
        start_time=said.start_time,
        end_time=said.end_time,
        authors=dict(authors),
        recorded_by_id=by.id,
        recorded_at=now,
        **texts,
    ).save(force_insert=True)


def told(said: RowSaid) -> dict[str, object]:
    """For the record: what was said, by part."""
    days = {"start": said.start.code, "end": said.end.code if said.end else ""}
    parts = ("restriction", "teller", *CHOICES, *TEXTS)
    return days | {name: getattr(said, name) for name in parts if getattr(said, name)}


def _numbered(by: Actor, subject_id: int, said: RowSaid) -> Entry | None:
    """The row that has this number already, if it says just this; a different row under its number is refused."""
    row = Entry.objects.filter(subject_id=subject_id, agency_id=by.agency_id, row_id=said.row_id).first()
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
