"""Withdrawing a row, which stays struck through with its reason, and putting it back."""

import datetime as dt

from kith.apps.access.queries import require
from kith.apps.access.services import end_links_telling
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed, deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.models import Entry, EntryChild
from kith.apps.chronologies.rules import sound_reason
from kith.apps.chronologies.sight import EVENT, held


def withdraw_row(*, by: Actor, child_ref: str, row_ref: str, why: str, expected_version: int, now: dt.datetime) -> int:
    """The version to undo it with."""
    return _set_withdrawn(by, child_ref, row_ref, expected_version, why=sound_reason(why), now=now)


def put_back_row(*, by: Actor, child_ref: str, row_ref: str, expected_version: int, now: dt.datetime) -> int:
    """Undoing a withdrawal: a new deed, not an eraser."""
    return _set_withdrawn(by, child_ref, row_ref, expected_version, why="", now=now)


def _set_withdrawn(by: Actor, child_ref: str, row_ref: str, version: int, *, why: str, now: dt.datetime) -> int:
    decision = require(by, WRITE, child_ref, now=now, kind=EVENT)
    with deed(events.WITHDRAWN if why else events.PUT_BACK, by=by, now=now, decision=decision) as act:
        row = held(by, child_ref, row_ref, version=version, now=now, is_out=not why)
        set_withdrawn(by, row, why, act, now=now)
    return int(row.version)


def set_withdrawn(by: Actor, row: Entry, why: str, act: Deed, *, now: dt.datetime) -> None:
    """Inside a deed, for a caller that has decided and holds the row; without a reason it stands again."""
    before = row.why_withdrawn
    row.withdrawn_at, row.withdrawn_by_id, row.why_withdrawn = (now, by.id, why) if why else (None, None, "")
    if why:
        end_links_telling(row.ref, now=now)
    row.version += 1
    row.save()
    for one in EntryChild.objects.filter(entry=row).select_related("subject"):
        act.changed(one.subject.ref, before={row.ref: {"withdrawn": before}}, after={row.ref: {"withdrawn": why}})
