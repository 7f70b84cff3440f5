"""Stored steps as the table of the path takes them."""

from collections.abc import Callable, Iterable, Sequence

from django.db.models import Max

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import front_door_agency_id
from kith.apps.cases.models import Begun, PathStep
from kith.apps.cases.path import STEPS, Taken

Keeps = Callable[[str], bool]


def taken_of(subject_id: int) -> list[Taken]:
    """The steps that stand, in the order in which they were taken."""
    rows = PathStep.objects.filter(subject_id=subject_id, withdrawn_at=None).order_by("on_day", "number")
    return [as_taken(row) for row in rows]


def as_taken(row: PathStep) -> Taken:
    return Taken(step=row.step, on=row.on_day, delay=row.delay, agreed_by=row.agreed_by, ref=row.ref)


def is_untouched(begun: Begun, steps: Iterable[PathStep]) -> bool:
    """No step was taken since; beside another child the same steps stand from the beginning."""
    return not any(row.recorded_at > begun.begun_at for row in steps if row.withdrawn_at is None)


def next_number(subject_id: int) -> int:
    last = PathStep.objects.filter(subject_id=subject_id).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def steps_kept_by(actor: Actor) -> Keeps:
    """Of somebody who may record steps: which. What the law gives to the council is children's social care's alone."""
    is_council = actor.agency_id == front_door_agency_id()
    return lambda step: is_council or not STEPS[step].is_statutory


def no_step(step: str) -> bool:
    """Of somebody who may record none."""
    return False


def to_take_out(standing: Sequence[PathStep]) -> set[str]:
    """Refs of the steps that may be taken out: the last that moved the child on, or the path would jump, and any step
    that left them where they stand. In the order of the path."""
    moves = [row.ref for row in standing if STEPS[row.step].after]
    return {*moves[-1:], *(row.ref for row in standing if not STEPS[row.step].after)}
