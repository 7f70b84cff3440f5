"""What of a child's pictures may be sealed on its own, and whom a picture is about: asked before somebody seals one."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q

from kith.apps.agencies.projections import Actor
from kith.apps.people.projections import SealableRecord
from kith.apps.pictures.actions import READ
from kith.apps.pictures.cards import Showing
from kith.apps.pictures.models import Photograph, Picture
from kith.apps.pictures.photographs import photograph_of
from kith.apps.pictures.projections import PictureCard
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
    seen = [row for row in rows if is_seen(row, near.people)]
    cards = Showing(actor, near, may_write=False).cards(seen)
    photographs = {row.ref: photograph_of(actor, row, near, now=now) for row in seen}
    return tuple(record for card in cards for record in _records(card, photographs[card.ref]))


def _records(card: PictureCard, photograph: Photograph | None) -> Iterator[SealableRecord]:
    """A picture, and the photograph it was made from, which may be sealed alone."""
    title = f"{card.title} of {day_words(card.drawn_on)}"
    yield SealableRecord(PICTURE, card.ref, title, card.whose)
    if photograph is not None:
        yield SealableRecord(PICTURE, photograph.ref, f"{title}: the photograph alone", card.whose)


def subjects_of_picture(kind: str, ref: str) -> frozenset[str]:
    """Refs of the subjects; nobody where there is no such record."""
    if kind != PICTURE:
        return frozenset()
    rows = Picture.objects.filter(Q(ref=ref) | Q(photograph__ref=ref))
    return frozenset(rows.values_list("subject__ref", flat=True))
