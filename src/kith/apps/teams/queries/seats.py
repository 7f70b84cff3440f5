"""Everybody who is or was on a child's team, for pages that say something of each of them."""

import datetime as dt

from kith.apps.agencies.projections import Actor
from kith.apps.teams.actions import READ
from kith.apps.teams.gathering import adults_named, seats_round
from kith.apps.teams.projections import Seat
from kith.apps.teams.sight import may

EARLIEST = dt.date(2000, 1, 1)


def seats_of_team(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[Seat, ...]:
    """As the viewer sees them; nobody where the team is not theirs to see."""
    if not may(actor, READ, child_ref, now=now):
        return ()
    names = adults_named(actor, child_ref, now=now)
    return seats_round(actor, [child_ref], since=EARLIEST, names=names, now=now)[child_ref]
