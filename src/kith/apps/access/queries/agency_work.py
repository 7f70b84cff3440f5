"""With whom the workers of one agency work, for somebody who watches over that work."""

import datetime as dt
from collections.abc import Iterable

from kith.apps.access.actions import Action
from kith.apps.access.decisions import visible
from kith.apps.access.models import Involvement
from kith.apps.access.moments import current_on, day_of
from kith.apps.access.projections import Held
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import colleagues_in_teams


def held_in_agency(actor: Actor, action: Action, *, kind: str, now: dt.datetime) -> tuple[Held, ...]:
    """Subjects with whom the actor's agency works itself, each with the workers who do, cut for the actor.

    Of the teams that the actor is in, and of the whole agency where they are in none.
    """
    theirs = Involvement.objects.filter(current_on(day_of(now)), organisation_id=actor.agency_id)
    rows = visible(actor, action, theirs, now=now, kind=kind).select_related("subject").order_by("since_on", "pk")
    near = colleagues_in_teams(actor.team_ids, on=day_of(now)) if actor.team_ids else None
    by_subject: dict[int, list[Involvement]] = {}
    for row in rows:
        by_subject.setdefault(row.subject_id, []).append(row)
    return tuple(
        Held(
            subject_id=key,
            subject_ref=some[0].subject.ref,
            has_case=some[0].subject.has_case,
            user_ids=tuple(dict.fromkeys(row.user_id for row in some if row.user_id)),
        )
        for key, some in by_subject.items()
        if near is None or _is_near(actor, some, near)
    )


def _is_near(actor: Actor, rows: Iterable[Involvement], near: set[int]) -> bool:
    return any(row.user_id in near or row.team_id in actor.team_ids for row in rows)
