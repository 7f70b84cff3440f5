"""Everybody who is or was on a child's team, for pages that say something of each of them."""

import datetime as dt

from kith.apps.agencies.projections import Actor
from kith.apps.teams.actions import READ
from kith.apps.teams.gathering import adults_named, seats_round
from kith.apps.teams.models import TeamPlace
from kith.apps.teams.projections import Seat
from kith.apps.teams.sight import may

EARLIEST = dt.date(2000, 1, 1)


def seats_of_team(actor: Actor, child_ref: str, *, since: dt.date = EARLIEST, now: dt.datetime) -> tuple[Seat, ...]:
    """As the viewer sees them, of those who were on it on that day or later; nobody where it is not theirs to see."""
    if not may(actor, READ, child_ref, now=now):
        return ()
    names = adults_named(actor, child_ref, now=now)
    return seats_round(actor, [child_ref], since=since, names=names, now=now)[child_ref]


def seats_for_sake_of(adult_id: int) -> tuple[str, ...]:
    """Refs of all places on children's teams that somebody has because they work with this adult.

    Within Kith, for what goes with the adult: no page asks it.
    """
    return tuple(TeamPlace.objects.filter(with_subject_id=adult_id).values_list("ref", flat=True))
