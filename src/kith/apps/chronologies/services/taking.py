"""The form of a row on a device for a day: taken along for some children, its rows taken in, and ended."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.queries import NothingHere, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.chronologies import events
from kith.apps.chronologies.actions import EXPORT, WRITE
from kith.apps.chronologies.drafting import draft_name
from kith.apps.chronologies.models import TakenChild, TakenForm
from kith.apps.chronologies.projections import RowSaid
from kith.apps.chronologies.rules import CannotTell
from kith.apps.chronologies.services.drafting import keep_row_draft
from kith.apps.chronologies.services.telling import add_row
from kith.apps.chronologies.sight import EVENT
from kith.apps.chronologies.taking import (
    MOST_CHILDREN,
    QUEUE_KEYS,
    key_of,
    may_go_along,
    own_form,
    own_forms,
    require_writer,
)
from kith.apps.drafts.queries import draft_of
from kith.apps.records.base import ON_A_DEVICE_FOR, called_there, new_queue_key, next_ref
from kith.kernel.decisions import Decision

NOBODY = "Tick at least one child."
TOO_MANY = f"Take at most {MOST_CHILDREN} children along at a time."
ALREADY = "You have the form on a device already. Send what is on it, or end that first."
DAY_OVER = "The day of this form is over. Take it along again."
OTHER_WORDS = "Other words of yours wait in the form of this child. Send them or throw them away there, then try again."


def take_form(*, by: Actor, child_refs: Collection[str], now: dt.datetime) -> str:
    """First names leave Kith, so it takes the permission of a copy; rows are written there, so it takes that too."""
    require_writer(by)
    wanted = tuple(dict.fromkeys(child_refs))
    if not wanted:
        raise CannotTell(NOBODY)
    if len(wanted) > MOST_CHILDREN:
        raise CannotTell(TOO_MANY)
    decision = _decided(by, wanted, now)
    with deed(events.TAKEN_ALONG, by=by, now=now, decision=decision, subjects=wanted) as act:
        if own_forms(by).filter(until__gt=now).exists():
            raise CannotTell(ALREADY)
        row = TakenForm(ref=next_ref(), taken_by_id=by.id, taken_at=now, until=now + ON_A_DEVICE_FOR)
        row.queue_key = new_queue_key(purpose=QUEUE_KEYS, bound_to=row.ref)
        row.save(force_insert=True)
        key = key_of(row)
        for ref in wanted:
            child = TakenChild(taken=row, called=called_there(key, ref))
            child.subject_id = target_of(ref).id
            child.save(force_insert=True)
        act.notes(form=row.ref, until=row.until.isoformat())
    return str(row.ref)


def _decided(by: Actor, child_refs: Collection[str], now: dt.datetime) -> Decision:
    decision: Decision | None = None
    for ref in child_refs:
        require(by, WRITE, ref, now=now, kind=EVENT)
        decision = require(by, EXPORT, ref, now=now, kind=EVENT)
    if decision is None or may_go_along(by, child_refs, now=now) != set(child_refs):
        raise NothingHere
    return decision


def take_in(*, by: Actor, taken_ref: str, called: str, said: RowSaid, now: dt.datetime) -> str:
    """A row from a device of the actor's, about a child who went along. Sent twice it is one row."""
    return add_row(by=by, child_ref=_child_on(by, taken_ref, called), said=said, now=now)


def take_in_unfinished(*, by: Actor, taken_ref: str, called: str, words: str, now: dt.datetime) -> None:
    """What somebody had begun to write there waits in the child's form; it never writes over other words."""
    child_ref = _child_on(by, taken_ref, called)
    require(by, WRITE, child_ref, now=now, kind=EVENT)
    standing = draft_of(by, child_ref, draft_name())
    if standing and standing.words != words:
        raise CannotTell(OTHER_WORDS)
    keep_row_draft(by=by, child_ref=child_ref, words=words, now=now)


def keep_form_on(*, by: Actor, taken_ref: str, now: dt.datetime) -> dt.datetime:
    """Until when the empty form stays on a device from which all is sent: as long as it was taken for, and no longer.

    For all children on it or not at all: a name cannot be taken off alone.
    """
    row = own_form(by, taken_ref)
    children = list(TakenChild.objects.filter(taken=row).values_list("subject__ref", flat=True))
    if row.until <= now:
        raise CannotTell(DAY_OVER)
    decision = _decided(by, children, now)
    with deed(events.TAKEN_KEPT, by=by, now=now, decision=decision, subjects=children) as act:
        act.notes(form=row.ref, until=row.until.isoformat())
    until: dt.datetime = row.until
    return until


def end_form(*, by: Actor, taken_ref: str, now: dt.datetime) -> None:
    """By who holds it. What has not been sent by then cannot be opened any more."""
    row = own_form(by, taken_ref)
    children = list(TakenChild.objects.filter(taken=row).values_list("subject__ref", flat=True))
    with deed(events.TAKEN_ENDED, by=by, now=now, decision=require_writer(by), subjects=children) as act:
        row.ended_at, row.queue_key = now, ""
        row.save()
        act.notes(form=row.ref)


def _child_on(by: Actor, taken_ref: str, called: str) -> str:
    row = own_form(by, taken_ref)
    found = TakenChild.objects.filter(taken=row, called=called).values_list("subject__ref", flat=True).first()
    if found is None:
        raise NothingHere
    return str(found)
