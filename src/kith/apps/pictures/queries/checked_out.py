"""What one check-out hands out to its tablet, and what the tablet needs to send back."""

import datetime as dt

from kith.apps.access.queries import NothingHere, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.pictures.actions import EXPORT, WRITE
from kith.apps.pictures.cards import scene_of, standing_on
from kith.apps.pictures.models import CheckOut, Line, Placed, SentAct
from kith.apps.pictures.projections import OwnTablet, Taken
from kith.apps.pictures.queries.drawn import may
from kith.apps.pictures.sight import PICTURE
from kith.apps.pictures.taking import QUEUE_KEYS, around_to_take, require_unsealed
from kith.apps.records.base import open_sealed


def taken_along(actor: Actor, child_ref: str, picture_ref: str, check_out_ref: str, *, now: dt.datetime) -> Taken:
    """What the tablet is handed: cut as every copy is, by whoever took it, while it lasts."""
    decision = require(actor, EXPORT, child_ref, now=now, kind=PICTURE)
    note_opened(child_ref, decision=decision)
    row = _held(actor, child_ref, picture_ref, check_out_ref)
    require_unsealed(actor, row.picture, now=now)
    near = around_to_take(actor, child_ref, now=now)
    placed = Placed.objects.filter(picture=row.picture, withdrawn_at=None).select_related("person")
    lines = Line.objects.filter(picture=row.picture, withdrawn_at=None).order_by("pk")
    standing = standing_on(row.picture, placed.order_by("place", "pk"), lines, near)
    return Taken(
        check_out=row.ref,
        until=row.until,
        queue_key=_key_of(row),
        scene=scene_of(row.picture, standing, near),
        placed=standing.placed,
        lines=standing.lines,
    )


def queue_key(actor: Actor, child_ref: str, picture_ref: str, check_out_ref: str, *, now: dt.datetime) -> str:
    """With it the tablet opens what it has not sent: for whoever holds it, and may still draw."""
    decision = require(actor, WRITE, child_ref, now=now, kind=PICTURE)
    note_opened(child_ref, decision=decision)
    return _key_of(_held(actor, child_ref, picture_ref, check_out_ref))


def _key_of(row: CheckOut) -> str:
    return open_sealed(row.queue_key, purpose=QUEUE_KEYS, bound_to=row.ref)


def _held(actor: Actor, child_ref: str, picture_ref: str, check_out_ref: str) -> CheckOut:
    rows = CheckOut.objects.filter(ref=check_out_ref, taken_by_id=actor.id, ended_at=None)
    on = rows.filter(picture__ref=picture_ref, picture__subject__ref=child_ref, picture__withdrawn_at=None)
    row: CheckOut | None = on.select_related("picture__view_of", "picture__subject").first()
    if row is None:
        raise NothingHere
    return row


def own_tablets(actor: Actor, *, now: dt.datetime) -> tuple[OwnTablet, ...]:
    """From where the actor can send, for the page on which they sign out; without what they may see no more."""
    rows = CheckOut.objects.filter(taken_by_id=actor.id, ended_at=None, picture__withdrawn_at=None)
    return tuple(
        OwnTablet(child=row.picture.subject.ref, picture=row.picture.ref, check_out=row.ref, until=row.until)
        for row in rows.select_related("picture__subject").order_by("pk")
        if may(actor, WRITE, row.picture.subject.ref, now=now, kind=PICTURE)
    )


def key_sent_as(actor: Actor, check_out_ref: str, said: str) -> str:
    """What was placed on the tablet is called there by the act that placed it; anything else by its own key."""
    acts = SentAct.objects.filter(check_out__ref=check_out_ref, check_out__taken_by_id=actor.id, name=said)
    return acts.values_list("key", flat=True).first() or said
