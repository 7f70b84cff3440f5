"""Subjects, circles and involvements. `open_subject` and `join_circle` run inside the caller's deed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from kith.apps.access import events
from kith.apps.access.models import Batch, Circle, Involvement, Subject
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.apps.records.base import insert_all, insert_values, insert_with_keys, next_ref


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvementRecord:
    """An involvement to begin: of a worker, a team, or (with neither) a whole agency."""

    subject_id: int
    organisation_id: int
    part: str
    basis: str
    since_on: dt.date
    until_on: dt.date | None = None
    user_id: int | None = None
    team_id: int | None = None


def open_subject(*, has_case: bool = False, sensitivity: int = 0) -> Subject:
    subject = Subject(has_case=has_case, sensitivity=sensitivity)
    subject.save(force_insert=True)
    return subject


def join_circle(centre_id: int, member_id: int) -> None:
    Circle.objects.get_or_create(centre_id=centre_id, member_id=member_id)


def open_subjects(specs: Sequence[tuple[bool, int]], *, batch_id: int | None) -> list[tuple[int, str]]:
    """Keys and refs of new subjects, one for each (has_case, sensitivity)."""
    refs = [next_ref() for _ in specs]
    rows = (
        {"ref": ref, "has_case": has_case, "sensitivity": level, "batch_id": batch_id}
        for ref, (has_case, level) in zip(refs, specs, strict=True)
    )
    return list(zip(insert_with_keys(Subject, rows), refs, strict=True))


def join_circles(pairs: Iterable[tuple[int, int]]) -> None:
    """New (centre, member) pairs: at least one of the two was opened in the same load."""
    insert_values(Circle, ("centre", "member"), [pair for pair in pairs if pair[0] != pair[1]])


def begin_batch() -> int:
    batch = Batch()
    batch.save(force_insert=True)
    return batch.pk


def publish_batch(batch_id: int, *, now: dt.datetime) -> None:
    """The one row that makes a staged load visible."""
    Batch.objects.filter(pk=batch_id).update(published_at=now)


def load_involvements(*, by: Doer, records: Iterable[InvolvementRecord], now: dt.datetime) -> None:
    rows = [asdict(record) for record in records]
    with load(events.LOADED, by=by, now=now, payload={"involvements": len(rows)}):
        insert_all(Involvement, rows)
