"""With whom the workers of one agency work, for somebody who watches over that work; nothing here opens a record."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from kith.apps.access.models import Involvement
from kith.apps.access.moments import current_on, day_of
from kith.apps.access.projections import Held
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import colleagues_in_teams


def held_in_agency(actor: Actor, *, now: dt.datetime) -> tuple[Held, ...]:
    """Subjects with whom the actor's agency works itself, each with the workers who do.

    Of the teams that the actor is in, and of the whole agency where they are in none. Whom of these the actor may be
    told of is for the caller to decide.
    """
    rows = Involvement.objects.filter(current_on(day_of(now)), organisation_id=actor.agency_id)
    people: dict[tuple[int, str, bool], list[int]] = defaultdict(list)
    teams: dict[tuple[int, str, bool], set[int]] = defaultdict(set)
    named = rows.order_by("since_on", "pk").values_list(
        "subject_id", "subject__ref", "subject__has_case", "user_id", "team_id"
    )
    for key, ref, has_case, user_id, team_id in named:
        subject = (key, ref, has_case)
        people[subject] += [user_id] if user_id else []
        teams[subject] |= {team_id} if team_id else set()
    near = colleagues_in_teams(actor.team_ids, on=day_of(now)) if actor.team_ids else None
    return tuple(
        Held(subject_id=key, subject_ref=ref, has_case=has_case, user_ids=tuple(people[key, ref, has_case]))
        for key, ref, has_case in people
        if _is_watched(actor, people[key, ref, has_case], teams[key, ref, has_case], near)
    )


def _is_watched(actor: Actor, user_ids: Collection[int], team_ids: Collection[int], near: set[int] | None) -> bool:
    return near is None or not near.isdisjoint(user_ids) or not set(actor.team_ids).isdisjoint(team_ids)
