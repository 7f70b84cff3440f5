"""Places on a seal's list: who holds one now, which of them lapsed, and who of them can read what the seal covers."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Exists, OuterRef

from kith.apps.access.gathering import Asked, Gathered, standing
from kith.apps.access.models import Seal, SealReader, WorkerDeed
from kith.apps.access.moments import current_at
from kith.apps.access.rules import reach_of
from kith.apps.agencies.queries import actors_by_id
from kith.kernel.decisions import Level

LEFT = "left"  # of what an administrator may say about somebody who works here


def readers_on(seal: Seal, *, now: dt.datetime) -> list[int]:
    """Keys of the users on the list, in the order in which they came."""
    rows = SealReader.objects.filter(current_at(now), seal=seal)
    return list(rows.order_by("pk").values_list("user_id", flat=True))


def end_places(user_id: int, *, now: dt.datetime) -> None:
    """Inside the deed by which somebody leaves: what they come back to is no list."""
    SealReader.objects.filter(current_at(now), user_id=user_id).update(until_at=now)


def lapsed_places(seal: Seal, *, now: dt.datetime) -> list[tuple[int, dt.datetime]]:
    """(user, since when) of those whose place ended because they left, and who have no new one."""
    left = WorkerDeed.objects.filter(kind=LEFT, user_id=OuterRef("user_id"), at=OuterRef("until_at"))
    rows = SealReader.objects.filter(Exists(left), seal=seal, until_at__lte=now).order_by("until_at", "pk")
    there = readers_on(seal, now=now)
    ended = {row.user_id: row.until_at for row in rows if row.user_id not in there}
    return [(key, at) for key, at in ended.items() if at]


def able_to_read(seal: Seal, user_ids: Collection[int], *, now: dt.datetime) -> set[int]:
    """Keys of those to whom all other rules open what is sealed: a place on the list alone opens nothing."""
    gathered = Gathered(standing(seal.subject), now)
    actors = actors_by_id(user_ids, on=gathered.day)
    return {who.id for who in actors if reach_of(gathered.about(who, Asked(now=now))).level >= Level.READ}
