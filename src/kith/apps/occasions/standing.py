"""Whether an occasion stands, whoever keeps it: nobody is written down for one that was taken out."""

import datetime as dt
from dataclasses import dataclass

from kith.apps.access.queries import NothingHere, day_of
from kith.apps.agencies.projections import Actor
from kith.apps.cases.queries import family_meetings
from kith.apps.occasions.models import Occasion
from kith.apps.occasions.saying import CannotKeep
from kith.kernel.days import day_words


@dataclass(frozen=True, slots=True)
class Standing:
    """An occasion that stands: its ref, and its day."""

    ref: str
    on: dt.date


def require_standing(actor: Actor, child_ref: str, occasion_ref: str, *, now: dt.datetime) -> Standing:
    """An occasion of this child that is kept here, or a meeting of the path that the actor may see."""
    row = Occasion.objects.filter(ref=occasion_ref, subject__ref=child_ref).first()
    if row is not None:
        if row.withdrawn_at is not None:
            raise CannotKeep(
                f"This was taken out on {day_words(day_of(row.withdrawn_at))}, so nobody is written down for it "
                "any more. Put it back first. Your words are kept below."
            )
        return Standing(row.ref, row.on_day)
    meeting = next((one for one in family_meetings(actor, child_ref, now=now) if one.ref == occasion_ref), None)
    if meeting is None:
        raise NothingHere
    if meeting.is_taken_out:
        raise CannotKeep(
            "This meeting was taken out of the path, so nobody is written down for it any more. Record it on the path "
            "again first. Your words are kept below."
        )
    return Standing(meeting.ref, meeting.on)
