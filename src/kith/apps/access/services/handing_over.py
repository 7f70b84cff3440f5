"""One worker of an agency takes work over from another. It runs inside the caller's deed."""

import datetime as dt

from kith.apps.access.models import Involvement
from kith.apps.access.moments import current_on, day_of, not_over
from kith.apps.agencies.projections import Actor


def hand_over_work(subject_id: int, *, agency_id: int, to: Actor, now: dt.datetime) -> set[int]:
    """From today `to` works with the subject, and nobody else of the agency by themselves: keys of those who stop.

    Teams go on. It begins as what the others did was called and on the basis on which they did it, and where there was
    nobody, nobody takes over.
    """
    today = day_of(now)
    rows = Involvement.objects.filter(not_over(today), subject_id=subject_id, organisation_id=agency_id)
    held = list(rows.order_by("since_on", "pk"))
    others = [row for row in held if row.user_id and row.user_id != to.id]
    first = next(iter(others or held), None)
    if first is None:
        return set()
    rows.filter(pk__in=[row.pk for row in others]).update(until_on=today)
    if not rows.filter(current_on(today), user_id=to.id).exists():
        Involvement(
            subject_id=subject_id,
            organisation_id=agency_id,
            user_id=to.id,
            part=first.part,
            basis=first.basis,
            since_on=today,
        ).save(force_insert=True)
    return {row.user_id for row in others if row.user_id}
