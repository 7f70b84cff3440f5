"""What every child’s page and every Today asks of this app, in prepared words."""

import datetime as dt
from collections.abc import Collection

from django.db.models import Q, QuerySet

from kith.apps.cases.models import CheckAnswer, DelayReason, Disagreement, PathStep, Standing, StepMeeting
from kith.apps.records.base import prepared


@prepared
def steps_of(*, subject_ids: Collection[int]) -> QuerySet[PathStep]:
    """The steps that stand, in the order in which they were taken."""
    rows = PathStep.objects.filter(subject_id__in=subject_ids, withdrawn_at=None)
    return rows.order_by("subject_id", "on_day", "number")


@prepared
def standings_of(*, subject_ids: Collection[int]) -> QuerySet[Standing]:
    """Those that stand."""
    rows = Standing.objects.filter(subject_id__in=subject_ids, withdrawn_at=None)
    return rows.order_by("subject_id", "since_on", "pk")


@prepared
def reasons_of(*, subject_ids: Collection[int]) -> QuerySet[DelayReason]:
    """Reasons for delays that stand, each with its step."""
    rows = DelayReason.objects.filter(step__subject_id__in=subject_ids, withdrawn_at=None)
    return rows.select_related("step").order_by("pk")


@prepared
def check_answers_of(*, child_ref: str) -> QuerySet[CheckAnswer]:
    """Those that were not taken out, the newest last."""
    return CheckAnswer.objects.filter(subject__ref=child_ref, withdrawn_at=None).order_by("pk")


@prepared
def meetings_to_come(*, subject_ids: Collection[int], since: dt.date) -> QuerySet[StepMeeting]:
    rows = StepMeeting.objects.filter(subject_id__in=subject_ids, withdrawn_at=None, on_day__gte=since)
    return rows.select_related("subject").order_by("on_day", "at", "pk")


@prepared
def disagreements_about(*, subject_id: int, agency_id: int) -> QuerySet[Disagreement]:
    """Open ones to which this agency is a party; nobody else has any."""
    party = Q(organisation_id=agency_id) | Q(with_agency_id=agency_id)
    rows = Disagreement.objects.filter(party, subject_id=subject_id, settled_on=None)
    return rows.select_related("organisation", "with_agency", "subject").order_by("pk")


@prepared
def disagreements_waiting(*, agency_id: int) -> QuerySet[Disagreement]:
    """Open ones in which it is this agency's turn."""
    rows = Disagreement.objects.filter(waits_for_id=agency_id, settled_on=None)
    return rows.select_related("organisation", "with_agency", "subject").order_by("stage_since", "pk")
