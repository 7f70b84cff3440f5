"""Drawing on a picture by hand, putting a sticker on it, moving a sticker, and taking either off."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people.queries import Texts, names_of
from kith.apps.pictures import events
from kith.apps.pictures.acting import Acting
from kith.apps.pictures.actions import WRITE
from kith.apps.pictures.by_hand import FULL, MOST_BY_ONE, RING, STICKER, made_rows, sound_made
from kith.apps.pictures.models import HandMade, Picture, Placed
from kith.apps.pictures.projections import MadeSaid
from kith.apps.pictures.rules import CannotDraw
from kith.apps.pictures.sight import PICTURE, drawn_on, seen_on
from kith.apps.records.base import next_ref, require_version


def make_by_hand(*, by: Actor, child_ref: str, picture_ref: str, made: MadeSaid, now: dt.datetime) -> str:
    """Only the actor's own count: a picture that is full too early would tell of what others drew."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    sound = sound_made(made)
    with deed(events.DRAWN, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        own = HandMade.objects.filter(picture=picture, withdrawn_at=None, recorded_by_id=by.id)
        if own.count() >= MOST_BY_ONE:
            raise CannotDraw(FULL)
        row = HandMade(key=next_ref(), kind=sound.kind, what=sound.what, width=sound.width, points=list(sound.points))
        row.around = _seen_of(by, picture, sound.around, now)
        last = Placed.objects.filter(picture=picture).order_by("-place").first()
        row.place = last.place if last else 0
        acting = Acting(by, picture, sound.kind, now=now)
        acting.adds(row)
        acting.keeps()
        act.notes(picture=picture.ref, made=row.ref, kind=sound.kind, what=sound.what)
    return str(row.ref)


def _seen_of(by: Actor, picture: Picture, keys: Sequence[str], now: dt.datetime) -> list[str]:
    """Whom a ring goes around: all of them stand there, and the actor sees them."""
    wanted = list(dict.fromkeys(keys))
    if not all(_is_seen(by, picture, key, now) for key in wanted):
        raise NothingHere
    return wanted


def _is_seen(by: Actor, picture: Picture, key: str, now: dt.datetime) -> bool:
    """The one in the middle has no key, and is always there."""
    return not key or seen_on(by, picture, now=now, key=key) is not None


def move_sticker(
    *,
    by: Actor,
    child_ref: str,
    picture_ref: str,
    made_ref: str,
    to: tuple[int, int],
    expected_version: int,
    now: dt.datetime,
) -> None:
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.MOVED, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        row = _standing(by, child_ref, picture, made_ref, now)
        if row.kind != STICKER:
            raise NothingHere
        require_version(row, expected_version)
        sound = sound_made(MadeSaid(kind=STICKER, what=row.what, points=to))
        acting = Acting(by, picture, "sticker_moved", now=now)
        acting.changes(row, points=list(sound.points))
        acting.keeps()
        act.notes(picture=picture.ref, made=row.ref)


def rub_out(*, by: Actor, child_ref: str, picture_ref: str, made_ref: str, now: dt.datetime) -> None:
    """It stays on record, and can be put back by undoing."""
    decision = require(by, WRITE, child_ref, now=now, kind=PICTURE)
    with deed(events.RUBBED_OUT, by=by, now=now, decision=decision, subjects=[child_ref]) as act:
        picture = drawn_on(by, child_ref, picture_ref, now=now)
        row = _standing(by, child_ref, picture, made_ref, now)
        acting = Acting(by, picture, f"{row.kind}_off", now=now)
        acting.takes_off(row)
        acting.keeps()
        act.notes(picture=picture.ref, made=row.ref)


def _standing(by: Actor, child_ref: str, picture: Picture, made_ref: str, now: dt.datetime) -> HandMade:
    """What the actor is not shown is not there."""
    ever = Placed.objects.filter(picture=picture, person__isnull=False).values_list("person__ref", flat=True)
    people = names_of(by, set(ever), now=now, shows=False)
    seen = made_rows(picture, people, Texts(by, [child_ref], now=now), by=by)
    row = next((one for one in seen if one.ref == made_ref), None)
    if row is None or (row.kind == RING and not any(_is_seen(by, picture, key, now) for key in row.around)):
        raise NothingHere
    return row
