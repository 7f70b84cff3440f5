"""Stored steps as the table of the path takes them."""

from django.db.models import Max

from kith.apps.cases.models import PathStep
from kith.apps.cases.path import Taken


def taken_of(subject_id: int) -> list[Taken]:
    """The steps that stand, in the order in which they were taken."""
    rows = PathStep.objects.filter(subject_id=subject_id, withdrawn_at=None).order_by("on_day", "number")
    return [as_taken(row) for row in rows]


def as_taken(row: PathStep) -> Taken:
    return Taken(step=row.step, on=row.on_day, delay=row.delay, agreed_by=row.agreed_by)


def next_number(subject_id: int) -> int:
    last = PathStep.objects.filter(subject_id=subject_id).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
