"""A team on one day: whom to go to for each place, what is missing, and whom to ring while offices are shut."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kith.apps.access.queries import clock_of
from kith.apps.directory.projections import CoverData
from kith.apps.directory.queries import cover_in_force
from kith.apps.helplines.queries import help_strip
from kith.apps.teams.projections import Alert, Away, NightLine, Seat, SeatCard
from kith.apps.teams.rules import (
    has_many_workers,
    is_current,
    is_open,
    to_go_to,
    trusted_gap,
    workers_counted,
)
from kith.apps.teams.wording import all_away_alert, many_workers_alert, seat_card
from kith.engines.timescales import add_working_days, england, is_working_day
from kith.kernel.days import weekday_words


@dataclass(frozen=True, slots=True)
class Today:
    """The day, the moment on the clock on the wall, and what the county says of cover."""

    on: dt.date
    at: dt.datetime
    county: CoverData


def today_at(now: dt.datetime) -> Today:
    local = clock_of(now)
    return Today(on=local.date(), at=local, county=cover_in_force(local.date()))


def current_cards(seats: Sequence[Seat], aways: Sequence[Away], on: dt.date) -> tuple[SeatCard, ...]:
    """Everybody there, the lead first, then those whom the family trusts, then who has known the child longest."""
    there = [seat for seat in seats if is_current(seat, on)]
    found = to_go_to(there, aways, on)
    ordered = sorted(there, key=lambda seat: (not seat.is_lead, not seat.is_trusted, seat.since, seat.name))
    return tuple(seat_card(seat, found[seat.ref], on) for seat in ordered)


def alerts_of(seats: Sequence[Seat], aways: Iterable[Away], today: Today) -> tuple[Alert, ...]:
    county, found = today.county, []
    if gap := trusted_gap(seats, aways, today.on, county.away_within_days):
        found.append(all_away_alert(gap))
    counted = workers_counted(seats, today.on, county.counted_days)
    if has_many_workers(counted, county.most_workers):
        found.append(many_workers_alert(counted, county.counted_days))
    return tuple(found)


def night_line(today: Today) -> NightLine | None:
    """Whom to ring now, where offices are shut: at night, at weekends, and on bank holidays, which count as such."""
    calendar, county = england().open_ended(), today.county
    working = is_working_day(today.on, calendar)
    if is_open(today.at.replace(tzinfo=None), county.opens, county.closes, is_working=working):
        return None
    is_early = working and today.at.time() < county.opens
    opens_on = today.on if is_early else add_working_days(today.on, 1, calendar)
    team = help_strip().out_of_hours_workers
    day = "today" if opens_on == today.on else f"on {weekday_words(opens_on, today=today.on)}"
    return NightLine(
        team=team.label, shown=team.shown, dial=team.dial, hours=team.hours, opens=f"{day} at {county.opens:%H:%M}"
    )
