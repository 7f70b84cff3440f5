"""Which drawn pictures of a child one viewer may see, and who and what on them. Every read and deed begins here."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.apps.access.queries import Cut, NothingHere
from kith.apps.agencies.projections import Actor
from kith.apps.people.projections import FamilyView
from kith.apps.people.queries import Texts, TextsToTake, family_of, family_to_take, names_of, short_name
from kith.apps.pictures.actions import READ
from kith.apps.pictures.models import Picture, Placed
from kith.apps.pictures.rules import WORKER, CannotDraw
from kith.engines.drawing.network import Person

PICTURE = "picture"


@dataclass(frozen=True)
class Around:
    """Everybody of a child's network whom this viewer may see, and the sieve for what was written beside them."""

    view: FamilyView
    texts: Texts

    @property
    def people(self) -> Mapping[str, Person]:
        return {person.id: person for person in self.view.network.persons}

    @property
    def names(self) -> Mapping[str, str]:
        return {ref: short_name(person) for ref, person in self.people.items()}


def around(actor: Actor, child_ref: str, *, now: dt.datetime) -> Around:
    """For a caller that has its decision about pictures; a family that may not be seen is nothing here."""
    return Around(family_of(actor, child_ref, now=now), Texts(actor, [child_ref], now=now))


def around_to_take(actor: Actor, child_ref: str, *, now: dt.datetime) -> Around:
    """The same for a copy, in which nothing stands that is sealed to others."""
    return Around(family_to_take(actor, child_ref, now=now), TextsToTake(actor, [child_ref], now=now))


def pictures_of(actor: Actor, child_ref: str, *, now: dt.datetime) -> QuerySet[Picture]:
    """Also those that were taken out; without those under a seal on whose list the actor is not."""
    rows = Picture.objects.filter(subject__ref=child_ref)
    return Cut(actor, READ, now=now).open_rows(rows).select_related("recorded_by", "view_of", "follows")


def is_seen(picture: Picture, people: Mapping[str, Person]) -> bool:
    """A picture is as closed as the person whose view it is."""
    return picture.view_of is None or picture.view_of.ref in people


def seen_picture(actor: Actor, child_ref: str, picture_ref: str, near: Around, *, now: dt.datetime) -> Picture | None:
    """One that was not taken out; none where it, or the person whose view it is, is not for this viewer."""
    rows = pictures_of(actor, child_ref, now=now).filter(ref=picture_ref, withdrawn_at=None)
    return next((row for row in rows if is_seen(row, near.people)), None)


def drawn_on(by: Actor, child_ref: str, picture_ref: str, *, now: dt.datetime) -> Picture:
    """Inside a deed: the picture that is still being drawn, by whoever may draw on it."""
    picture = standing(by, child_ref, picture_ref, now=now)
    if picture.finished_at is not None:
        raise CannotDraw("This picture is finished, so it stays as it is. Go on with a new one.")
    if not may_draw_on(by, picture):
        raise CannotDraw("A colleague is drawing this with them. Begin one of your own, or go on once it is finished.")
    return picture


def standing(by: Actor, child_ref: str, picture_ref: str, *, now: dt.datetime, is_out: bool = False) -> Picture:
    """Inside a deed, and locked: acts on one picture come one after the other."""
    of_child = Picture.objects.filter(subject__ref=child_ref, withdrawn_at__isnull=not is_out)
    rows = Cut(by, READ, now=now).open_rows(of_child)
    picture: Picture | None = rows.filter(ref=picture_ref).select_for_update(of=("self",)).first()
    if picture is None or not _sees_whose_view(by, picture, now):
        raise NothingHere
    return picture


def _sees_whose_view(by: Actor, picture: Picture, now: dt.datetime) -> bool:
    return picture.view_of is None or bool(names_of(by, [picture.view_of.ref], now=now, shows=False))


def seen_on(by: Actor, picture: Picture, *, now: dt.datetime, is_off: bool = False, **which: str) -> Placed | None:
    """Inside a deed: the last of those on it, or taken off it; somebody whom the actor may not see is not there."""
    rows = Placed.objects.filter(picture=picture, withdrawn_at__isnull=not is_off, **which).select_related("person")
    row: Placed | None = rows.order_by("-pk").first()
    if row is None or (row.person and not names_of(by, [row.person.ref], now=now, shows=False)):
        return None
    return row


def may_draw_on(actor: Actor, picture: Picture) -> bool:
    """What a child or a relative draws is changed by nobody but the worker at their side: nobody draws over it."""
    return picture.whose == WORKER or picture.recorded_by_id == actor.id
