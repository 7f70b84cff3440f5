"""What of a child's pictures may be sealed on its own, and whom a picture is about: asked before somebody seals one."""

import datetime as dt

from kith.apps.agencies.projections import Actor
from kith.apps.people.projections import SealableRecord
from kith.apps.pictures.actions import READ
from kith.apps.pictures.cards import Showing
from kith.apps.pictures.models import Picture
from kith.apps.pictures.queries.drawn import may
from kith.apps.pictures.sight import PICTURE, around, is_seen, pictures_of
from kith.kernel.days import day_words


def sealable_pictures(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[SealableRecord, ...]:
    """For a form that decides about the seal itself; what the actor may not read is not offered."""
    if not may(actor, READ, child_ref, now=now, kind=PICTURE):
        return ()
    rows = [row for row in pictures_of(actor, child_ref, now=now) if row.withdrawn_at is None]
    if not rows:
        return ()
    near = around(actor, child_ref, now=now)
    cards = Showing(actor, near, may_write=False).cards([row for row in rows if is_seen(row, near.people)])
    return tuple(
        SealableRecord(PICTURE, card.ref, f"{card.title} of {day_words(card.drawn_on)}", card.whose) for card in cards
    )


def subjects_of_picture(kind: str, ref: str) -> frozenset[str]:
    """Refs of the subjects; nobody where there is no such record."""
    rows = Picture.objects.filter(ref=ref).values_list("subject__ref", flat=True) if kind == PICTURE else ()
    return frozenset(rows)
