"""Undoing the last act on a picture, and doing it again. Each is a deed of its own; nothing is erased by it."""

import datetime as dt

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.pictures import events
from kith.apps.pictures.acting import TABLES, Standing, first_undone, last_done, put_to, standing_of, touched
from kith.apps.pictures.actions import WRITE
from kith.apps.pictures.models import Act, OnPicture
from kith.apps.pictures.rules import CannotDraw
from kith.apps.pictures.sight import PICTURE, drawn_on

NOTHING_TO_UNDO = "There is nothing more to undo."
NOTHING_TO_REDO = "There is nothing to do again."
CHANGED_SINCE = "Somebody has changed this since, so it cannot be undone. Change it yourself."


def undo(*, by: Actor, child_ref: str, picture_ref: str, now: dt.datetime) -> None:
    """The actor's own last act that stands. What a colleague did is theirs to undo."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.UNDONE, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        last = last_done(picture, by)
        if last is None:
            raise CannotDraw(NOTHING_TO_UNDO)
        _puts(last, "after", "before", now)
        last.undone_at = now
        last.save()
        touched(picture)
        act.notes(picture=picture.ref, what=last.what)


def redo(*, by: Actor, child_ref: str, picture_ref: str, now: dt.datetime) -> None:
    """The first of the actor's own acts that were undone."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.REDONE, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        first = first_undone(picture, by)
        if first is None:
            raise CannotDraw(NOTHING_TO_REDO)
        _puts(first, "before", "after", now)
        first.undone_at = None
        first.save()
        touched(picture)
        act.notes(picture=picture.ref, what=first.what)


def _puts(act: Act, found: str, wanted: str, now: dt.datetime) -> None:
    """Its rows from one side of the act to the other, unless somebody has changed one of them since."""
    rows = [(TABLES[one["table"]][0].objects.get(ref=one["ref"]), one) for one in act.rows]
    if any(_is_otherwise(row, one[found]) for row, one in rows):
        raise CannotDraw(CHANGED_SINCE)
    for row, one in rows:
        put_to(row, one[wanted], now=now)


def _is_otherwise(row: OnPicture, left: Standing) -> bool:
    """Whether it stands otherwise than an act left it, in whatever the act knew of."""
    now = standing_of(row)
    return any(now[name] != value for name, value in left.items())
