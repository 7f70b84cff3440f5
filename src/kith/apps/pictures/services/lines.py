"""Lines between two that stand on a picture: drawing one, drawing it otherwise, and taking it off."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.pictures import events
from kith.apps.pictures.acting import Acting
from kith.apps.pictures.actions import WRITE
from kith.apps.pictures.models import Line, Picture
from kith.apps.pictures.projections import LineSaid
from kith.apps.pictures.rules import sound_line
from kith.apps.pictures.sight import PICTURE, drawn_on, seen_on
from kith.apps.records.base import next_ref


def draw_line(*, by: Actor, child_ref: str, picture_ref: str, line: LineSaid, now: dt.datetime) -> str:
    """Between two that have a line already it is the same line, drawn otherwise."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.JOINED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        said = sound_line(line, picture.kind)
        _require_ends(by, picture, (said.a, said.b), now)
        acting = Acting(by, picture, "line", now=now)
        row = between(picture, said)
        if row is None:
            row = Line(key=next_ref(), a_key=said.a, b_key=said.b, kinds=list(said.kinds), towards=said.towards)
            acting.adds(row)
        else:
            acting.changes(row, a_key=said.a, b_key=said.b, kinds=list(said.kinds), towards=said.towards)
        acting.keeps()
        act.notes(picture=picture.ref, line=row.ref, kinds=list(said.kinds))
    return str(row.ref)


def take_line_off(*, by: Actor, child_ref: str, picture_ref: str, line_ref: str, now: dt.datetime) -> None:
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.PARTED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        row = Line.objects.filter(picture=picture, ref=line_ref, withdrawn_at=None).first()
        if row is None:
            raise NothingHere
        _require_ends(by, picture, (row.a_key, row.b_key), now)
        acting = Acting(by, picture, "line_off", now=now)
        acting.takes_off(row)
        acting.keeps()
        act.notes(picture=picture.ref, line=row.ref)


def between(picture: Picture, said: LineSaid) -> Line | None:
    """The line that stands between two, whichever of them it begins at."""
    standing = Line.objects.filter(picture=picture, withdrawn_at=None)
    found: Line | None = standing.filter(a_key=said.a, b_key=said.b).first()
    return found or (standing.filter(a_key=said.b, b_key=said.a).first() if said.a else None)


def _require_ends(by: Actor, picture: Picture, keys: Sequence[str], now: dt.datetime) -> None:
    """A line to somebody whom the actor may not see is not there, and none is drawn to them."""
    if any(key and seen_on(by, picture, now=now, key=key) is None for key in keys):
        raise NothingHere
