"""Clocks with a reason for delay whose day has come: whoever keeps the clock looks at it again."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from django.db.models import QuerySet

from kith.apps.access.queries import Asked, day_of, opened_among, own_subjects
from kith.apps.agencies.projections import Actor
from kith.apps.cases.actions import STEP
from kith.apps.cases.models import DelayReason, PathStep
from kith.apps.cases.path import Run, clocks_after
from kith.apps.cases.projections import DelayToLookAt
from kith.apps.cases.sight import CONTACT
from kith.apps.cases.steps import Keeps, as_taken, steps_kept_by
from kith.apps.people.queries import names_of
from kith.apps.records.base import prepared
from kith.engines.timescales import england_rules
from kith.kernel.coming_back import has_come

MOST_SHOWN = 20


def delays_to_look_at(actor: Actor, *, now: dt.datetime) -> tuple[DelayToLookAt, ...]:
    """Of the actor's own children and those of their teams; it goes once a later reason stands, or the clock ends."""
    today = day_of(now)
    mine = own_subjects(actor, now=now)
    waiting = set(_paths_to_look_at(subject_ids=mine, today=today)) if mine else set()
    subjects = opened_among(actor, STEP, waiting, Asked(now=now, kind=CONTACT))
    if not subjects:
        return ()
    found = list(_due(subjects, steps_kept_by(actor), today))[:MOST_SHOWN]
    names = names_of(actor, {ref for ref, _ in found}, now=now) if found else {}
    return tuple(
        DelayToLookAt(
            ref=ref,
            step_ref=run.begun,
            rule=run.rule,
            says=f"{names[ref]}: look again at why it is late: {england_rules().versions(run.rule)[0].name}",
        )
        for ref, run in found
        if ref in names
    )


@prepared
def _paths_to_look_at(*, subject_ids: Collection[int], today: dt.date) -> QuerySet[DelayReason, int]:
    """Whose paths have a reason with a day that has come."""
    rows = DelayReason.objects.filter(withdrawn_at=None, look_again_on__lte=today, step__withdrawn_at=None)
    return rows.filter(step__subject_id__in=subject_ids).values_list("step__subject_id", flat=True)


def _due(subjects: Collection[int], keeps: Keeps, today: dt.date) -> Iterator[tuple[str, Run]]:
    standing = DelayReason.objects.filter(step__subject_id__in=subjects, withdrawn_at=None).select_related("step")
    last = {(row.step.ref, row.rule): row for row in standing.order_by("pk")}
    for ref, rows in _paths_of(subjects).items():
        kept = {row.ref for row in rows if keeps(row.step)}
        for run in clocks_after([as_taken(row) for row in rows]):
            reason = last.get((run.begun, run.rule))
            if run.is_open and run.begun in kept and reason and has_come(reason.look_again_on, today):
                yield ref, run


def _paths_of(subjects: Collection[int]) -> Mapping[str, Sequence[PathStep]]:
    """By the ref of the child: the steps that stand, in their order."""
    rows = PathStep.objects.filter(subject_id__in=subjects, withdrawn_at=None).select_related("subject")
    found: defaultdict[str, list[PathStep]] = defaultdict(list)
    for row in rows.order_by("on_day", "number"):
        found[row.subject.ref].append(row)
    return found
