"""Rows of one subject written again for another: where two are one person, and where one begins beside the other."""

import datetime as dt
from collections.abc import Iterable, Mapping

from kith.apps.access.models import Conflict, Involvement, Merge, SealExclusion, SealScope, Subject
from kith.apps.access.moments import active_seal, covers, day_of, not_ended, not_over


def over(scope: SealScope, target: Subject, merge: Merge | None = None) -> SealScope:
    """What the same seal covers of the other one; not yet written."""
    return SealScope(
        seal_id=scope.seal_id,
        subject=target,
        record_kind=scope.record_kind,
        record_ref=scope.record_ref,
        merge=merge,
    )


def copy_exclusions(source: Subject, target: Subject, merge: Merge | None = None) -> set[int]:
    """Whom a sealed thing must never reach, it must not reach under the other record; whom those seals are about."""
    rows = list(
        SealExclusion.objects.filter(subject=source, until_at=None, seal__lifted_at=None).select_related("seal")
    )
    SealExclusion.objects.bulk_create(SealExclusion(seal_id=row.seal_id, subject=target, merge=merge) for row in rows)
    return {row.seal.subject_id for row in rows}


def conflicts_on(subject: Subject, now: dt.datetime) -> list[Conflict]:
    return list(Conflict.objects.filter(not_ended(now), subject=subject))


def copy_conflicts(rows: Iterable[Conflict], target: Subject, merge: Merge | None = None, *, now: dt.datetime) -> None:
    Conflict.objects.bulk_create(
        Conflict(user_id=row.user_id, subject=target, how=row.how, noted_at=now, merge=merge) for row in rows
    )


def copy_involvements(source: Subject, target: Subject, merge: Merge | None = None, *, now: dt.datetime) -> None:
    """Whoever works with the first now, or will, works with the second from today; sealed work stays as sealed."""
    day = day_of(now)
    rows = list(Involvement.objects.filter(not_over(day), subject=source).order_by("pk"))
    copies = [
        Involvement(
            subject=target,
            user_id=row.user_id,
            team_id=row.team_id,
            organisation_id=row.organisation_id,
            part=row.part,
            basis=row.basis,
            since_on=max(row.since_on, day),
            until_on=row.until_on,
            merge=merge,
        )
        for row in rows
    ]
    Involvement.objects.bulk_create(copies)
    _seal_alike({row.ref: copy.ref for row, copy in zip(rows, copies, strict=True)}, source, target, merge, now=now)


def seal_alike(subject_ref: str, record_ref: str, made_from: str, *, now: dt.datetime) -> None:
    """Inside a deed: a record that was made from another one about the same subject is as closed as that one."""
    subject = Subject.objects.get(ref=subject_ref)
    _seal_alike({made_from: record_ref}, subject, subject, None, now=now)


def _seal_alike(
    copies: Mapping[str, str], source: Subject, target: Subject, merge: Merge | None, *, now: dt.datetime
) -> None:
    """What stands sealed about the first under one ref is sealed about the second under the other."""
    active = SealScope.objects.filter(covers(now), active_seal(now, "seal__"), record_ref__in=list(copies))
    scopes = [over(scope, target, merge) for scope in active.filter(subject=source)]
    for scope in scopes:
        scope.record_ref = copies[scope.record_ref]
    SealScope.objects.bulk_create(scopes)
