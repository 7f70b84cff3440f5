"""Correcting a row: what it said is kept beside it, with who had written it."""

import datetime as dt
from dataclasses import replace

from kith.apps.access.queries import day_of, require, sharing_words
from kith.apps.access.services import end_links_telling
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.models import Entry, EntryChild, Telling
from kith.apps.chronologies.projections import RowSaid
from kith.apps.chronologies.rules import TEXTS, sorting_day, sound_row
from kith.apps.chronologies.services.telling import tell, told
from kith.apps.chronologies.sight import EVENT, held
from kith.apps.people.queries import Texts


def correct_row(
    *, by: Actor, child_ref: str, row_ref: str, said: RowSaid, expected_version: int, now: dt.datetime
) -> int:
    """The version it has from now on. A text that comes back as it was shown stays whose it was, seen or not."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    sound = sound_row(said, day_of(now), bases=sharing_words("bases"))
    with deed(events.CORRECTED, by=by, now=now, decision=decision) as act:
        row = held(by, child_ref, row_ref, version=expected_version, now=now)
        correct_within(by, child_ref, row, sound, act, now=now)
    return int(row.version)


def correct_within(
    by: Actor, child_ref: str, row: Entry, sound: RowSaid, act: Deed, *, now: dt.datetime, brought_id: int | None = None
) -> None:
    """Inside a deed, for a caller that has decided, holds the row and found what is said sound."""
    standing = Telling.objects.get(entry=row, replaced_at=None)
    about = EntryChild.objects.filter(entry=row).select_related("subject")
    texts = Texts(by, [child_ref, *(one.subject.ref for one in about)], now=now)
    kept = {name: getattr(sound, name) == texts(standing, name) for name in TEXTS}
    whole = replace(sound, **{name: getattr(standing, name) for name in TEXTS if kept[name]})
    authors = {name: standing.authors.get(name, by.id) if kept[name] else by.id for name in TEXTS}
    before = {"start": standing.start, **{name: getattr(standing, name) for name in TEXTS if not kept[name]}}
    standing.replaced_at = now
    standing.save()
    of_table = {"brought_id": brought_id, "kept_before": row.restriction} if brought_id else {}
    tell(by, row, whole, number=standing.number + 1, authors=authors, now=now, of_table=of_table)
    if whole.restriction and whole.restriction != row.restriction:
        end_links_telling(row.ref, now=now)
    row.restriction, row.sorts_on = whole.restriction, sorting_day(whole.start, day_of(now))
    row.version += 1
    row.save()
    for one in about:
        act.changed(one.subject.ref, before={row.ref: before}, after={row.ref: told(whole)})
