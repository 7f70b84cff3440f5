"""Who may see the photograph of a paper map: nobody can be cut out of it, so it is shown whole or it is not there."""

import datetime as dt
from collections.abc import Container, Iterable

from kith.apps.access.queries import Cut, OpenToAll
from kith.apps.agencies.projections import Actor
from kith.apps.people.queries import Texts
from kith.apps.pictures.actions import READ
from kith.apps.pictures.cards import Standing
from kith.apps.pictures.models import Photograph, Picture, Placed
from kith.apps.pictures.projections import PhotographCard
from kith.apps.pictures.rules import TEXTS
from kith.apps.pictures.sight import Around
from kith.engines.drawing.scenes import Mark, MarkedPhotograph

BLANK = "Who?"


def photograph_of(actor: Actor, picture: Picture, around: Around, *, now: dt.datetime) -> Photograph | None:
    """For a caller that shows this picture to the actor.

    Whoever stood on it once is on the paper still, also after they were taken off the list.
    """
    rows = Photograph.objects.filter(picture=picture)
    row: Photograph | None = Cut(actor, READ, now=now).open_rows(rows).first()
    if row is None or (row.entered_at is None and row.recorded_by_id != actor.id):
        return None
    ever = Placed.objects.filter(picture=picture).select_related("person")
    return row if sees_all(picture, ever, around) else None


def photograph_to_take(actor: Actor, picture: Picture, around: Around, *, now: dt.datetime) -> Photograph | None:
    """For a copy, cut as `around_to_take` cuts it: what anybody is kept from is in no file."""
    row = photograph_of(actor, picture, around, now=now)
    if row is None or row.entered_at is None:
        return None
    seals = OpenToAll(actor, READ, now=now)
    ever = Placed.objects.filter(picture=picture).exclude(person=None).values_list("person__ref", flat=True)
    is_closed = seals.closed_records([row.ref, picture.ref]) or seals.closed_subjects([*set(ever)])
    return None if is_closed else row


def marked_photograph(row: Photograph, standing: Standing, address: str, title: str) -> MarkedPhotograph:
    """With a numbered mark for everybody in the list who was pointed at."""
    placed = Placed.objects.filter(picture=row.picture, withdrawn_at=None)
    spots = {one.key: spot for one in placed if (spot := _spot_of(one)) is not None}
    marks = (
        Mark(card.key, number, card.name or BLANK, *spots[card.key])
        for number, card in enumerate(standing.placed, 1)
        if card.key in spots
    )
    return MarkedPhotograph(address, row.width, row.height, f"{title}, on paper", tuple(marks))


def sees_all(picture: Picture, placed: Iterable[Placed], around: Around) -> bool:
    """Whether nobody on a picture, and no text of it, is kept from this viewer."""
    own = all(around.texts(picture, name) == getattr(picture, name) for name in ("present", "who_may_see"))
    return own and all(is_whole(row, around.people, around.texts) for row in placed)


def is_whole(row: Placed, people: Container[str], texts: Texts) -> bool:
    """Whether nothing of one that stands there is kept from whoever sees these people and these texts."""
    is_seen = row.person is None or row.person.ref in people
    return is_seen and all(texts(row, name) == getattr(row, name) for name in TEXTS)


def _spot_of(row: Placed) -> tuple[int, int] | None:
    return None if row.spot_x is None or row.spot_y is None else (row.spot_x, row.spot_y)


def card_of(photograph: Photograph, actor: Actor, placed: Iterable[Placed]) -> PhotographCard:
    return PhotographCard(
        width=photograph.width,
        height=photograph.height,
        marks={row.key: spot for row in placed if (spot := _spot_of(row)) is not None},
        is_mine=photograph.recorded_by_id == actor.id,
        is_entered=photograph.entered_at is not None,
    )
