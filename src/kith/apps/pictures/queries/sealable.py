"""What of a child's pictures may be sealed on its own, and whom a picture is about: asked before somebody seals one."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.db.models import Q

from kith.apps.agencies.projections import Actor
from kith.apps.people.projections import SealableRecord
from kith.apps.pictures.actions import READ
from kith.apps.pictures.cards import Showing
from kith.apps.pictures.faces import Faces
from kith.apps.pictures.models import Face, Photograph, Picture
from kith.apps.pictures.photographs import photograph_of
from kith.apps.pictures.projections import PictureCard
from kith.apps.pictures.queries.drawn import may, standing_of
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
    faces = {row.ref: _faces_on(row, Faces(actor, child_ref, near, now)) for row in seen}
    photographs = {row.ref: photograph_of(actor, row, near, now=now) for row in seen}
    return tuple(record for card in cards for record in _records(card, photographs[card.ref], faces[card.ref]))


def _faces_on(row: Picture, faces: Faces) -> list[tuple[str, str]]:
    """Ref and name of everybody who is shown with a photograph or a drawing of them."""
    placed = standing_of(row, faces.near).placed
    names = {card.key: card.name for card in placed}
    return [(face.ref, names[face.key]) for face in faces.rows(row, placed)]


def _records(
    card: PictureCard, photograph: Photograph | None, faces: Iterable[tuple[str, str]]
) -> Iterator[SealableRecord]:
    """A picture, the photograph it was made from, and the faces on it, each of which may be sealed alone."""
    title = f"{card.title} of {day_words(card.drawn_on)}"
    yield SealableRecord(PICTURE, card.ref, title, card.whose)
    if photograph is not None:
        yield SealableRecord(PICTURE, photograph.ref, f"{title}: the photograph alone", card.whose)
    for ref, name in faces:
        yield SealableRecord(PICTURE, ref, f"{title}: the photograph of {name or 'somebody'} alone", card.whose)


def subjects_of_picture(kind: str, ref: str) -> frozenset[str]:
    """Refs of the subjects; nobody where there is no such record."""
    if kind != PICTURE:
        return frozenset()
    faces = Face.objects.filter(ref=ref).values("picture")
    rows = Picture.objects.filter(Q(ref=ref) | Q(photograph__ref=ref) | Q(pk__in=faces))
    return frozenset(rows.values_list("subject__ref", flat=True))
