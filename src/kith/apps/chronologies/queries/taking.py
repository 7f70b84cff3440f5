"""For whom the form of a row may be taken along, and what one device of the actor's is handed."""

import datetime as dt

from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed
from kith.apps.chronologies.models import TakenChild, TakenForm
from kith.apps.chronologies.projections import ChildToTake, TakenAlong
from kith.apps.chronologies.taking import key_of, may_go_along, own_form, own_forms, require_writer
from kith.apps.people.queries import family_to_take, first_name_of, my_children
from kith.engines.chronology import colours


def children_to_take(actor: Actor, *, now: dt.datetime) -> tuple[ChildToTake, ...]:
    """The actor's own children, in the order of their names."""
    require_writer(actor)
    mine = my_children(actor, now=now)
    open_to = may_go_along(actor, [child.ref for child in mine], now=now)
    return tuple(ChildToTake(child.ref, child.first_name) for child in mine if child.ref in open_to)


def taken_form(actor: Actor, taken_ref: str, *, now: dt.datetime) -> TakenAlong:
    """One of the actor's own that has not ended; with the first names of those who may still go along."""
    row = own_form(actor, taken_ref)
    children = TakenChild.objects.filter(taken=row).order_by("pk").values_list("subject__ref", "called")
    open_to = may_go_along(actor, [ref for ref, _ in children], now=now)
    note_listed(open_to)
    named = (
        (called, first_name_of(family_to_take(actor, ref, now=now).child)) for ref, called in children if ref in open_to
    )
    return _shown(row, now, tuple(ChildToTake(called, name) for called, name in named))


def require_own_form(actor: Actor, taken_ref: str) -> None:
    """Asked before anything that a device sends is read."""
    own_form(actor, taken_ref)


def own_taken(actor: Actor, *, now: dt.datetime) -> tuple[TakenAlong, ...]:
    """From where the actor can send, without anybody's name."""
    return tuple(_shown(row, now) for row in own_forms(actor))


def _shown(row: TakenForm, now: dt.datetime, children: tuple[ChildToTake, ...] = ()) -> TakenAlong:
    rags = tuple(colours().items())[::-1]
    over = row.until <= now
    return TakenAlong(ref=row.ref, until=row.until, is_over=over, queue_key=key_of(row), children=children, rags=rags)
