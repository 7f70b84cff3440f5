"""One drawn picture for one viewer, and two of them side by side."""

import datetime as dt

from django.db.models import QuerySet

from kith.apps.access.actions import Action
from kith.apps.access.queries import NothingHere, decide, require, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.pictures.actions import EXPORT, READ, WRITE
from kith.apps.pictures.by_hand import drawn_of, made_cards, made_on
from kith.apps.pictures.cards import Showing, Standing, first_name, scene_of, standing_on
from kith.apps.pictures.faces import Faces
from kith.apps.pictures.models import Line, Picture, Placed
from kith.apps.pictures.photographs import card_of, photograph_of
from kith.apps.pictures.projections import DrawnPage
from kith.apps.pictures.queries.undo_words import redo_words, undo_words
from kith.apps.pictures.question_bank import band_at
from kith.apps.pictures.rules import CHILD, WORKER
from kith.apps.pictures.sight import PICTURE, Around, around, is_seen, pictures_of
from kith.apps.pictures.taking import tablets_with

ANY = "person"
OF_UNKNOWN_AGE, OF_WORKERS = "8_to_11", "grown_up"


def drawn_page(actor: Actor, child_ref: str, picture_ref: str, *, now: dt.datetime) -> DrawnPage:
    return drawn_among(actor, child_ref, picture_ref, now=now)[0]


def drawn_among(actor: Actor, child_ref: str, picture_ref: str, *, now: dt.datetime) -> tuple[DrawnPage, Around]:
    """The picture, with everybody round the child whom this viewer may see."""
    decision = require(actor, READ, child_ref, now=now, kind=PICTURE)
    note_opened(child_ref, decision=decision)
    near = around(actor, child_ref, now=now)
    rows = [row for row in pictures_of(actor, child_ref, now=now) if is_seen(row, near.people)]
    row = next((one for one in rows if one.ref == picture_ref and one.withdrawn_at is None), None)
    if row is None:
        raise NothingHere
    standing = Faces(actor, child_ref, near, now).on(row, standing_of(row, near))
    may_write = may(actor, WRITE, child_ref, now=now)
    showing = Showing(actor, near, may_write)
    (card,) = showing.cards([row])
    siblings = [one for one in rows if one.kind == row.kind and one.withdrawn_at is None and one.pk != row.pk]
    made = made_on(row, near.people, near.texts, standing=standing, by=actor)
    photograph = photograph_of(actor, row, near, now=now)
    page = DrawnPage(
        picture=card,
        scene=scene_of(row, standing, near, tuple(map(drawn_of, made))),
        placed=standing.placed,
        lines=standing.lines,
        to_place=to_place(standing, near),
        undo=undo_words(row, actor, near) if card.may_draw else "",
        redo=redo_words(row, actor, near) if card.may_draw else "",
        others=showing.cards(siblings),
        may_write=may_write,
        may_export=may(actor, EXPORT, child_ref, now=now),
        band=_band_of(row, near),
        tablets=tablets_with(actor, row, now=now),
        is_shared=row.whose == WORKER,
        photograph=card_of(photograph, actor, _placed_on(row)) if photograph else None,
        made=made_cards(made, card.seen_by, {"": first_name(near)} | {one.key: one.name for one in standing.placed}),
    )
    return page, near


def may(actor: Actor, action: Action, child_ref: str, *, now: dt.datetime, kind: str = ANY) -> bool:
    """Without a refusal, for what a page offers."""
    return role_may(actor, action) and decide(actor, action, child_ref, now=now, kind=kind).allowed


def standing_of(row: Picture, near: Around) -> Standing:
    lines = Line.objects.filter(picture=row, withdrawn_at=None).order_by("pk")
    return standing_on(row, _placed_on(row), lines, near)


def _placed_on(row: Picture) -> QuerySet[Placed]:
    rows: QuerySet[Placed] = Placed.objects.filter(picture=row, withdrawn_at=None)
    return rows.select_related("person").order_by("place", "pk")


def to_place(standing: Standing, near: Around) -> tuple[tuple[str, str], ...]:
    """Everybody of the network who does not stand on it yet, the child's own place aside."""
    there = {card.person for card in standing.placed}
    return tuple((ref, name) for ref, name in near.names.items() if ref not in there and ref != near.view.child.id)


def _band_of(row: Picture, near: Around) -> str:
    """Whom the questions suit: whoever's view it is, at the age they were when they drew it."""
    if row.whose == WORKER:
        return OF_WORKERS
    drew = near.people.get(row.view_of.ref) if row.view_of else near.view.child
    years = drew.birth.age_on(row.drawn_on).at_least if drew and drew.birth else None
    if years is not None:
        return band_at(years)
    return OF_UNKNOWN_AGE if row.whose == CHILD else OF_WORKERS
