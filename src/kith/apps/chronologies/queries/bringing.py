"""A table on its way into a child's chronology, for whoever brings it."""

import datetime as dt
from dataclasses import replace

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.chronologies.actions import WRITE
from kith.apps.chronologies.brought import (
    brought,
    brought_card,
    brought_of,
    headings_of,
    left_as_they_are,
    opened,
    plan,
)
from kith.apps.chronologies.projections.bringing import LOOKING, BringingPage, BroughtCard, HeadingOffered
from kith.apps.chronologies.reading.knowledge import asked
from kith.apps.chronologies.reading.offered import offered_columns
from kith.apps.chronologies.sight import EVENT

MOST_LISTED = 10


def brought_before(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[BroughtCard, ...]:
    """What the actor brought of this child, the newest first."""
    require(actor, WRITE, child_ref, now=now, kind=EVENT)
    return tuple(
        brought_card(actor, child_ref, row, now=now)
        for row in brought_of(actor, child_ref).order_by("-pk")[:MOST_LISTED]
    )


def brought_table(actor: Actor, child_ref: str, ref: str, *, called: str, now: dt.datetime) -> BroughtCard:
    """How far it has come, how much of it may be undone, and which rows undoing leaves."""
    note_opened(child_ref, decision=require(actor, WRITE, child_ref, now=now, kind=EVENT))
    row = brought(actor, child_ref, ref)
    left = left_as_they_are(actor, child_ref, row, called=called, now=now)
    return replace(brought_card(actor, child_ref, row, now=now), left=left)


def bringing_page(actor: Actor, child_ref: str, ref: str, *, names: tuple[str, ...], now: dt.datetime) -> BringingPage:
    """What it would do, while it may still be looked at; how far it has come, after that.

    `names` are what the child is called: in full first, and every day last. Raises CannotReadChronology.
    """
    note_opened(child_ref, decision=require(actor, WRITE, child_ref, now=now, kind=EVENT))
    row = brought(actor, child_ref, ref)
    if row.state != LOOKING:
        return BringingPage(card=brought_table(actor, child_ref, ref, called=names[-1], now=now))
    name, read = opened(actor, child_ref, row, now=now)
    found = plan(actor, child_ref, row, read, names=names, file=name, now=now)
    return BringingPage(card=brought_card(actor, child_ref, row, now=now, name=name), plan=found)


def headings_page(actor: Actor, child_ref: str, ref: str, *, now: dt.datetime) -> BringingPage:
    """Each heading of the file with what it was taken for, and all that it can be taken for."""
    note_opened(child_ref, decision=require(actor, WRITE, child_ref, now=now, kind=EVENT))
    row = brought(actor, child_ref, ref)
    name, read = opened(actor, child_ref, row, now=now)
    offered = offered_columns(read, headings_of(actor, row))
    return BringingPage(
        card=brought_card(actor, child_ref, row, now=now, name=name),
        headings=tuple(
            HeadingOffered(
                heading=one.column.heading,
                field=one.column.field,
                because=one.column.because,
                samples=one.samples,
            )
            for one in offered
        ),
        fields=tuple(asked().items()),
    )
