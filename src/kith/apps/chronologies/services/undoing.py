"""Undoing a table that was taken in: what it added is withdrawn, what it corrected says again what it said before.

What somebody has changed since is left as it is.
"""

import datetime as dt

from kith.apps.access.queries import day_of, require
from kith.apps.access.services import end_links_telling
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.brought import held_bringing, to_put_back, to_withdraw
from kith.apps.chronologies.models import Bringing, Entry, EntryChild, Telling
from kith.apps.chronologies.projections.bringing import TAKEN, UNDOING, UNDONE
from kith.apps.chronologies.rules import CHOICES, TEXTS, CannotTell, sorting_day, sound_reason
from kith.apps.chronologies.services.bringing import CHANGED_IN_A_DEED, DEEDS_AT_ONCE, NOT_NOW
from kith.apps.chronologies.services.withdrawing import set_withdrawn
from kith.apps.chronologies.sight import EVENT
from kith.kernel.partial_dates import PartialDate

DAYS = ("start", "end", "start_time", "end_time")


def undo_bringing(*, by: Actor, child_ref: str, ref: str, why: str, expected_version: int, now: dt.datetime) -> bool:
    """The next of its rows that nobody has touched since; whether none is left."""
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    version = expected_version
    for _ in range(DEEDS_AT_ONCE):
        with deed(events.UNDONE, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
            row = held_bringing(by, child_ref, ref, version=version)
            if row.state not in (TAKEN, UNDOING):
                raise CannotTell(NOT_NOW)
            row.why_undone = row.why_undone or sound_reason(why)
            changed = _undo_some(by, child_ref, row, act, now)
            row.state = UNDOING if changed == CHANGED_IN_A_DEED else UNDONE
            row.version += 1
            row.save()
            act.notes(bringing=row.ref, rows=changed)
        version = row.version
        if row.state == UNDONE:
            break
    return bool(row.state == UNDONE)


def _undo_some(by: Actor, child_ref: str, row: Bringing, act: Deed, now: dt.datetime) -> int:
    """How many; as many as one deed may change, unless fewer are left."""
    added = list(to_withdraw(row).select_for_update(of=("self",)).order_by("pk")[:CHANGED_IN_A_DEED])
    for entry in added:
        set_withdrawn(by, entry, row.why_undone, act, now=now)
    corrected = to_put_back(by, child_ref, row, now=now).select_for_update(of=("self",)).order_by("pk")
    again = list(corrected[: CHANGED_IN_A_DEED - len(added)])
    for entry in again:
        _put_back(by, entry, row, act, now)
    return len(added) + len(again)


def _put_back(by: Actor, entry: Entry, row: Bringing, act: Deed, now: dt.datetime) -> None:
    """A new telling with the words that stood before the table, each still whose it was."""
    standing = Telling.objects.get(entry=entry, replaced_at=None)
    before = Telling.objects.get(entry=entry, number=standing.number - 1)
    standing.replaced_at = now
    standing.save()
    said = {name: getattr(before, name) for name in (*DAYS, *CHOICES, *TEXTS)}
    again = Telling(entry=entry, number=standing.number + 1, authors=before.authors, undoes=row, **said)
    again.recorded_by_id, again.recorded_at = by.id, now
    again.save(force_insert=True)
    if standing.kept_before and standing.kept_before != entry.restriction:
        end_links_telling(entry.ref, now=now)
    entry.restriction = standing.kept_before
    entry.sorts_on = sorting_day(PartialDate.from_code(before.start), day_of(now))
    entry.version += 1
    entry.save()
    for one in EntryChild.objects.filter(entry=entry).select_related("subject"):
        after = {"start": before.start, **{name: getattr(before, name) for name in TEXTS}, "undoes": row.ref}
        replaced = {"start": standing.start, **{name: getattr(standing, name) for name in TEXTS}}
        act.changed(one.subject.ref, before={entry.ref: replaced}, after={entry.ref: after})
