"""A picture on a tablet for a day: taken along, and taken back."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.pictures import events
from kith.apps.pictures.actions import EXPORT, READ, WRITE
from kith.apps.pictures.models import CheckOut
from kith.apps.pictures.rules import CannotDraw
from kith.apps.pictures.sight import PICTURE, drawn_on, standing
from kith.apps.pictures.taking import QUEUE_KEYS, may_be_ended_by, require_unsealed
from kith.apps.records.base import ON_A_DEVICE_FOR, new_queue_key, next_ref

ALREADY = "You have this picture on a tablet already. Send what is on it, or end that first."


def check_out(*, by: Actor, child_ref: str, picture_ref: str, now: dt.datetime) -> str:
    """A copy leaves Kith, so it takes the permission of a copy; it is drawn on there, so it takes that of drawing."""
    require(by, WRITE, child_ref, now=now, kind=PICTURE)
    decision = require(by, EXPORT, child_ref, now=now, kind=PICTURE)
    with deed(events.CHECKED_OUT, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        require_unsealed(by, picture, now=now)
        if CheckOut.objects.filter(picture=picture, taken_by_id=by.id, ended_at=None, until__gt=now).exists():
            raise CannotDraw(ALREADY)
        ref = next_ref()
        row = CheckOut(ref=ref, picture=picture, taken_by_id=by.id, taken_at=now, until=now + ON_A_DEVICE_FOR)
        row.queue_key = new_queue_key(purpose=QUEUE_KEYS, bound_to=ref)
        row.save(force_insert=True)
        act.notes(picture=picture.ref, check_out=ref, until=row.until.isoformat())
    return ref


def end_check_out(*, by: Actor, child_ref: str, picture_ref: str, check_out_ref: str, now: dt.datetime) -> None:
    """By who holds it, or by a manager of the same agency. What has not been sent by then cannot be opened any more."""
    decision = require(by, READ, child_ref, now=now, kind=PICTURE)
    with deed(events.CHECK_OUT_ENDED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = standing(by, child_ref, picture_ref, now=now)
        row = may_be_ended_by(by).filter(picture=picture, ref=check_out_ref).select_for_update(of=("self",)).first()
        if row is None:
            raise NothingHere
        row.ended_at, row.ended_by_id, row.queue_key = now, by.id, ""
        row.save()
        act.notes(picture=picture.ref, check_out=row.ref)
