"""What one check-out hands out to its tablet, and what the tablet needs to send back."""

import datetime as dt
from collections.abc import Collection, Iterable

from kith.apps.access.queries import NothingHere, OpenToAll, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.pictures.actions import EXPORT, READ, WRITE
from kith.apps.pictures.by_hand import made_cards, made_on
from kith.apps.pictures.cards import first_name, scene_of
from kith.apps.pictures.faces import Faces
from kith.apps.pictures.models import CheckOut, SentAct
from kith.apps.pictures.projections import OwnTablet, PlacedCard, Taken
from kith.apps.pictures.queries.drawn import may, standing_of, to_place
from kith.apps.pictures.sent import called_on, key_of
from kith.apps.pictures.sight import PICTURE, seen_picture
from kith.apps.pictures.taking import around_to_take, require_unsealed


def taken_along(
    actor: Actor,
    child_ref: str,
    picture_ref: str,
    check_out_ref: str,
    *,
    offered: Collection[str] = (),
    now: dt.datetime,
) -> Taken:
    """What the tablet is handed: cut as every copy is, by whoever took it, while it lasts.

    `offered` are those of the network whose names may be offered there; who may not be taken along is not.
    """
    decision = require(actor, EXPORT, child_ref, now=now, kind=PICTURE)
    note_opened(child_ref, decision=decision)
    row = _held(actor, child_ref, picture_ref, check_out_ref)
    require_unsealed(actor, row.picture, now=now)
    near = around_to_take(actor, child_ref, now=now)
    standing = Faces(actor, child_ref, near, now, is_taken=True).on(row.picture, standing_of(row.picture, near))
    closed = OpenToAll(actor, READ, now=now).closed_subjects(list(near.people))
    made = made_on(row.picture, near.people.keys() - closed, near.texts, standing=standing)
    called = called_on(row, near.people)
    return Taken(
        check_out=row.ref,
        until=row.until,
        queue_key=key_of(row),
        scene=scene_of(row.picture, standing, near),
        made=made_cards(made, "", {"": first_name(near)} | {one.key: one.name for one in standing.placed}),
        placed=standing.placed,
        lines=standing.lines,
        to_place=tuple((called[ref], name) for ref, name in to_place(standing, near) if ref in offered),
    )


def may_be_offered(actor: Actor, child_ref: str, picture_ref: str, *, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """Whose names may go along, for the page that asks: those that the adding form offers and no seal covers."""
    decision = require(actor, EXPORT, child_ref, now=now, kind=PICTURE)
    note_opened(child_ref, decision=decision)
    near = around_to_take(actor, child_ref, now=now)
    row = seen_picture(actor, child_ref, picture_ref, near, now=now)
    return to_place(standing_of(row, near), near) if row else ()


def queue_key(actor: Actor, child_ref: str, picture_ref: str, check_out_ref: str, *, now: dt.datetime) -> str:
    """With it the tablet opens what it has not sent: for whoever holds it, and may still draw."""
    decision = require(actor, WRITE, child_ref, now=now, kind=PICTURE)
    note_opened(child_ref, decision=decision)
    return key_of(_held(actor, child_ref, picture_ref, check_out_ref))


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


def sent_about(
    actor: Actor, check_out_ref: str, placed: Iterable[PlacedCard], *, key: str, person: str, at: str
) -> PlacedCard | None:
    """The card of what a tablet sends: called by its key, by the act that placed it there, or by who it is."""
    row = CheckOut.objects.filter(ref=check_out_ref, taken_by_id=actor.id, ended_at=None).first()
    if row is None:
        return None
    acts = SentAct.objects.filter(check_out=row, name__in=[said for said in (key, at) if said])
    keys = dict(acts.values_list("name", "key"))
    cards = tuple(placed)
    if person:
        called = called_on(row, {card.person for card in cards if card.person})
        wanted = (person, keys.get(at, at))
        return next((card for card in cards if (called.get(card.person), card.placing.at) == wanted), None)
    return next((card for card in cards if card.key == keys.get(key, key)), None)
