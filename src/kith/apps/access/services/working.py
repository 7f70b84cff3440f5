"""Somebody begins to work with a subject, and stops. Each of these runs inside the caller's deed."""

import datetime as dt
from dataclasses import asdict

from kith.apps.access.models import Involvement
from kith.apps.access.moments import not_over
from kith.apps.access.reach import closed_scopes
from kith.apps.access.services.subjects import InvolvementRecord
from kith.apps.agencies.projections import Actor


def begin_involvement(record: InvolvementRecord) -> str:
    """Its ref. From then on, and until it ends, decisions rest on it."""
    row = Involvement(**asdict(record))
    row.save(force_insert=True)
    return str(row.ref)


def end_involvement(ref: str, *, subject_ref: str, on: dt.date) -> bool:
    """It ends on a day, which is the first without it; one that was to begin later never begins. False where none."""
    row = Involvement.objects.select_for_update(of=("self",)).filter(ref=ref, subject__ref=subject_ref).first()
    if row is None:
        return False
    row.until_on = max(on, row.since_on)
    row.save(update_fields=["until_on"])
    return True


def end_all_work(*, subject_id: int, user_id: int, on: dt.date) -> None:
    """Whatever a worker does with a subject by themselves, now or to come, ends on a day."""
    rows = Involvement.objects.select_for_update(of=("self",)).filter(not_over(on))
    for row in rows.filter(subject_id=subject_id, user_id=user_id):
        row.until_on = max(on, row.since_on)
        row.save(update_fields=["until_on"])


def reopen_involvement(ref: str, *, subject_ref: str, until: dt.date | None) -> bool:
    """Undo ending it: it ends as it was to end before."""
    rows = Involvement.objects.filter(ref=ref, subject__ref=subject_ref)
    return bool(rows.update(until_on=until))


def standing_involvement(*, by: Actor, subject_id: int, user_id: int, on: dt.date, now: dt.datetime) -> str:
    """The ref of a worker's own work with a subject, now or to come; empty where there is none, or it is sealed to
    whoever asks: to them it is not there."""
    rows = Involvement.objects.filter(not_over(on), subject_id=subject_id, user_id=user_id)
    rows = rows.exclude(ref__in=closed_scopes(by.id, now).values("record_ref"))
    return rows.order_by("pk").values_list("ref", flat=True).first() or ""
