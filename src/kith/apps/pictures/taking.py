"""What of a picture may leave on a tablet, for how long, and who may end that.

It is as its page, less everything that any seal covers.
"""

import datetime as dt
from dataclasses import replace

from django.db.models import Q, QuerySet

from kith.apps.access.queries import OpenToAll, role_may
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.people.queries import TextsToTake, family_to_take
from kith.apps.pictures.actions import END_ANY, READ
from kith.apps.pictures.models import CheckOut, Picture
from kith.apps.pictures.projections import CheckOutCard
from kith.apps.pictures.rules import CannotDraw
from kith.apps.pictures.sight import Around

QUEUE_KEYS = "pictures on tablets"
SEALED = "This picture is sealed, so it stays in Kith."


def around_to_take(actor: Actor, child_ref: str, *, now: dt.datetime) -> Around:
    """Everybody of the network who is under no seal as a whole."""
    view = family_to_take(actor, child_ref, now=now)
    persons = view.network.persons
    closed = OpenToAll(actor, READ, now=now).closed_subjects([person.id for person in persons])
    left = tuple(person for person in persons if person.id not in closed)
    return Around(replace(view, network=replace(view.network, persons=left)), TextsToTake(actor, [child_ref], now=now))


def require_unsealed(actor: Actor, picture: Picture, *, now: dt.datetime) -> None:
    seals = OpenToAll(actor, READ, now=now)
    whose = [picture.view_of.ref] if picture.view_of else []
    if seals.closed_records([picture.ref]) or seals.closed_subjects([*whose, picture.subject.ref]):
        raise CannotDraw(SEALED)


def may_be_ended_by(actor: Actor) -> QuerySet[CheckOut]:
    """One's own that last, and for a manager those of the same agency."""
    mine = Q(taken_by_id=actor.id)
    theirs = mine | Q(taken_by__organisation_id=actor.agency_id) if role_may(actor, END_ANY) else mine
    rows: QuerySet[CheckOut] = CheckOut.objects.filter(theirs, ended_at=None)
    return rows


def tablets_with(actor: Actor, picture: Picture, *, now: dt.datetime) -> tuple[CheckOutCard, ...]:
    """For a caller that shows this picture to the actor: those that last, and those of the actor's that are over."""
    rows = CheckOut.objects.filter(picture=picture, ended_at=None).order_by("pk")
    shown = [row for row in rows if row.until > now or row.taken_by_id == actor.id]
    to_end = set(may_be_ended_by(actor).filter(picture=picture).values_list("pk", flat=True)) if shown else set()
    workers = worker_cards({row.taken_by_id for row in shown})
    return tuple(
        CheckOutCard(
            ref=row.ref,
            whose=workers[row.taken_by_id].name,
            until=row.until,
            is_over=row.until <= now,
            is_mine=row.taken_by_id == actor.id,
            may_end=row.pk in to_end,
        )
        for row in shown
    )
