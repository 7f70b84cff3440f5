"""Work that is itself under a seal: to whoever is not on its list, nobody works there."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.models import Involvement
from kith.apps.access.reach import closed_scopes


def workers_sealed_to(user_id: int, work: Collection[Involvement], *, now: dt.datetime) -> set[int]:
    """Keys of those all of whose own work among this is sealed to a user; never the user."""
    refs = {row.ref for row in work if row.user_id}
    closed = set(closed_scopes(user_id, now).filter(record_ref__in=refs).values_list("record_ref", flat=True))
    if not closed:
        return set()
    hidden = {row.user_id for row in work if row.user_id and row.ref in closed}
    seen = {row.user_id for row in work if row.user_id and row.ref not in closed}
    return hidden - seen - {user_id}
