"""The form about somebody who does not come."""

import datetime as dt

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.occasions.actions import KEEP
from kith.apps.occasions.kinds import kinds_in_use
from kith.apps.occasions.projections import KindOffered, NotComingForm
from kith.apps.occasions.sight import family_round


def not_coming_form(actor: Actor, child_ref: str, *, now: dt.datetime) -> NotComingForm:
    """Anybody of the family, and the child themselves."""
    _, family = family_round(actor, child_ref, KEEP, now=now)
    return NotComingForm(
        people=tuple(family.names.items()),
        kinds=tuple(
            KindOffered(
                name=kind.name,
                says=kind.says,
                means=kind.means,
                never=kind.never,
                responses=tuple(kind.responses.items()),
            )
            for kind in kinds_in_use(day_of(now))
        ),
    )
