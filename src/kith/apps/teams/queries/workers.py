"""The workers of a child's team by their names, for another app that names one of them."""

import datetime as dt
from collections.abc import Mapping

from kith.apps.access.queries import OpenToAll, day_of
from kith.apps.agencies.projections import Actor
from kith.apps.records.base import remembered
from kith.apps.teams.actions import READ
from kith.apps.teams.gathering import WITHOUT_ACCOUNT
from kith.apps.teams.projections import Seat
from kith.apps.teams.queries.seats import seats_of_team
from kith.apps.teams.rules import is_current

EVER = dt.date(1900, 1, 1)


def workers_on_team(
    actor: Actor, child_ref: str, *, is_now: bool = False, is_copy: bool = False, now: dt.datetime
) -> Mapping[str, str]:
    """By ref, everybody with an account who is or was on it, as far as the viewer sees them there; with their agency.

    With `is_now` those of today alone; for a copy that leaves Kith nobody whom any seal covers.
    """
    seats = remembered(("workers of", actor, child_ref, now), lambda: _seats(actor, child_ref, now))
    if is_copy:
        sealed = OpenToAll(actor, READ, now=now).closed_records(seat.ref for seat in seats)
        seats = tuple(seat for seat in seats if seat.ref not in sealed)
    return {
        seat.worker: ", ".join(filter(None, (seat.name, seat.agency)))
        for seat in sorted(seats, key=lambda seat: seat.name)
        if not is_now or is_current(seat, day_of(now))
    }


def _seats(actor: Actor, child_ref: str, now: dt.datetime) -> tuple[Seat, ...]:
    seats = seats_of_team(actor, child_ref, since=EVER, now=now)
    return tuple(seat for seat in seats if not seat.is_group and not seat.worker.startswith(WITHOUT_ACCOUNT))
