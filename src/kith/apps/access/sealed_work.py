"""Work that is itself under a seal: to whoever is not on its list, nobody works there."""

import datetime as dt
from collections.abc import Collection, Sequence

from kith.apps.access.models import Involvement, Merge, SealScope
from kith.apps.access.moments import active_seal, covers
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


def seal_copies(merge: Merge, pairs: Sequence[tuple[Involvement, Involvement]], *, now: dt.datetime) -> None:
    """What a merge copies of sealed work is as sealed; it ends with the merge."""
    copies = {row.ref: copy for row, copy in pairs}
    active = SealScope.objects.filter(covers(now), active_seal(now, "seal__"), record_ref__in=list(copies))
    SealScope.objects.bulk_create(
        SealScope(
            seal_id=scope.seal_id,
            subject_id=merge.kept_id,
            record_kind=scope.record_kind,
            record_ref=copies[scope.record_ref].ref,
            merge=merge,
        )
        for scope in active.filter(subject_id=merge.merged_id)
    )
