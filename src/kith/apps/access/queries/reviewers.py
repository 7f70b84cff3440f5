"""Whose review an emergency look is: the agency that owns the work, the person there, and the days they have."""

import datetime as dt
from collections import Counter

from kith.apps.access.actions import REVIEW_LOOKS
from kith.apps.access.gathering import Gathered
from kith.apps.access.models import EmergencyLook, Involvement, Subject
from kith.apps.access.moments import day_of
from kith.apps.access.seconds import roles_with
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import active_colleague_ids, actors_by_id, front_door_agency_id
from kith.engines.timescales import CalendarNotLoaded, add_working_days, england

LEAD = "lead"


def owning_agency(subject: Subject, looker: Actor, *, now: dt.datetime) -> int:
    """Key of the agency of the lead, else of whoever works with them longest, else of the front door."""
    live = sorted(Gathered(subject, now).involvements, key=lambda row: _nearest_first(row, subject))
    return live[0].organisation_id if live else front_door_agency_id() or looker.agency_id


def _nearest_first(row: Involvement, subject: Subject) -> tuple[bool, bool, dt.date, int]:
    """Work with somebody in whose circle the subject stands counts after work with the subject."""
    return row.subject_id != subject.pk, row.part != LEAD, row.since_on, row.pk


def reviewer_for(subject: Subject, agency_id: int, looker: Actor, *, now: dt.datetime) -> int | None:
    """Key of the reviewer there with the fewest open reviews; nobody close to the looker or to the subject."""
    in_conflict = Gathered(subject, now).in_conflict
    colleagues = active_colleague_ids(agency_id, roles=roles_with(REVIEW_LOOKS.name)) - in_conflict
    free = [actor.id for actor in actors_by_id(colleagues, on=day_of(now)) if not are_close(actor, looker)]
    open_reviews = EmergencyLook.objects.filter(reviewer_id__in=free, reviewed_at=None)
    waiting = Counter(open_reviews.values_list("reviewer_id", flat=True))
    return min(free, key=lambda key: (waiting[key], key), default=None)


def are_close(actor: Actor, looker: Actor) -> bool:
    """Nobody reviews themselves or somebody of a team they are in."""
    return actor.id == looker.id or bool(set(actor.team_ids) & set(looker.team_ids))


def working_day_after(now: dt.datetime, days: int) -> dt.date:
    """Where no holidays are on file any more, plain days: a review may come early, and never late."""
    try:
        return add_working_days(day_of(now), days, england())
    except CalendarNotLoaded:
        return day_of(now) + dt.timedelta(days=days)
