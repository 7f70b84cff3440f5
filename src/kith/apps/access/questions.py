"""The small questions behind every decision, in prepared words: each is asked on every page."""

import datetime as dt
from collections.abc import Collection
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from kith.apps.access.models import (
    Batch,
    Circle,
    Conflict,
    EmergencyLook,
    Involvement,
    SealReader,
    SealScope,
    Share,
    ShareTerms,
    Subject,
    Task,
    TaskSubject,
)
from kith.apps.access.moments import active_seal, covers, current_at, current_on, day_of, not_ended
from kith.apps.records.base import asked_once, prepared


@asked_once
@prepared
def subjects_called(*, ref: str) -> QuerySet[Subject]:
    return Subject.objects.select_related("batch").filter(ref=ref)


@prepared
def subjects_with(*, keys: Collection[int]) -> QuerySet[Subject]:
    return Subject.objects.select_related("batch").filter(pk__in=keys)


@prepared
def centres_round_all(*, subject_ids: Collection[int]) -> QuerySet[Circle, tuple[int, int]]:
    """(subject, centre) for each in whose circle one of these subjects stands."""
    return Circle.objects.filter(member_id__in=subject_ids).values_list("member_id", "centre_id")


@prepared
def centres_round(*, subject_id: int) -> QuerySet[Circle, int]:
    """Keys of those in whose circle a subject stands."""
    return Circle.objects.filter(member_id=subject_id).values_list("centre_id", flat=True)


@prepared
def members_round(*, subject_id: int) -> QuerySet[Circle, int]:
    """Keys of those in a subject's circle."""
    return Circle.objects.filter(centre_id=subject_id).values_list("member_id", flat=True)


@prepared
def members_round_all(*, centre_ids: Collection[int]) -> QuerySet[Circle, tuple[int, int]]:
    """(centre, member) for everybody in the circles of these."""
    return Circle.objects.filter(centre_id__in=centre_ids).values_list("centre_id", "member_id")


@prepared
def involvements_with(*, subject_ids: Collection[int], day: dt.date) -> QuerySet[Involvement]:
    return Involvement.objects.filter(current_on(day), subject_id__in=subject_ids)


class Related(NamedTuple):
    """What of an involvement says whom it relates; of hundreds, whole rows would cost more than all decisions."""

    subject_id: int
    user_id: int | None
    team_id: int | None
    organisation_id: int | None


def related_with(*, subject_ids: Collection[int], day: dt.date) -> list[Related]:
    return [Related(*row) for row in _related_with(subject_ids=subject_ids, day=day)]


@prepared
def _related_with(*, subject_ids: Collection[int], day: dt.date) -> QuerySet[Involvement, Any]:
    return involvements_with.question(subject_ids=subject_ids, day=day).values_list(*Related._fields)


@prepared
def work_of(
    *, user_id: int, team_ids: Collection[int], day: dt.date, rows: range | None = None
) -> QuerySet[Involvement, Any]:
    """Involvements of a worker and their teams, or the keys of some of these."""
    mine = Involvement.objects.filter(Q(user_id=user_id) | Q(team_id__in=team_ids)).filter(current_on(day))
    return mine if rows is None else _some(mine, rows)


@prepared
def subjects_of_work(*, user_id: int, team_ids: Collection[int], day: dt.date) -> QuerySet[Involvement, int]:
    """Keys of those with whom a worker or their teams work."""
    mine = work_of.question(user_id=user_id, team_ids=team_ids, day=day)
    return mine.values_list("subject_id", flat=True)


@prepared
def work_of_agency(*, agency_id: int, day: dt.date, rows: range | None = None) -> QuerySet[Involvement, Any]:
    ours = Involvement.objects.filter(organisation_id=agency_id).filter(current_on(day))
    return ours if rows is None else _some(ours, rows)


def _some(facts: QuerySet[Involvement], rows: range) -> QuerySet[Involvement, int]:
    return facts.values_list("pk", flat=True)[rows.start : rows.stop]


@prepared
def shares_of(
    *, subject_ids: Collection[int], receiver_id: int | None, day: dt.date, now: dt.datetime
) -> QuerySet[Share]:
    """With one agency, or with any."""
    live = Share.objects.filter(current_on(day), not_ended(now), subject_id__in=subject_ids)
    return live if receiver_id is None else live.filter(receiver_id=receiver_id)


@prepared
def one_share_with(*, receiver_id: int, day: dt.date, now: dt.datetime) -> QuerySet[Share, int]:
    """The key of some share with an agency."""
    live = Share.objects.filter(current_on(day), not_ended(now), receiver_id=receiver_id)
    return live.values_list("pk", flat=True)[:1]


@asked_once
@prepared
def terms() -> QuerySet[ShareTerms]:
    """There are few, however many shares have them."""
    return ShareTerms.objects.all()


@asked_once
@prepared
def conflicts_of(*, user_id: int | None, now: dt.datetime) -> QuerySet[Conflict, tuple[int, int]]:
    """(user, subject) where somebody knows somebody in their own life: one user, or anybody."""
    live = Conflict.objects.filter(not_ended(now), noted_at__lte=now)
    mine = live if user_id is None else live.filter(user_id=user_id)
    return mine.values_list("user_id", "subject_id")


@prepared
def seals_covering(*, subject_id: int, record_ref: str | None, now: dt.datetime) -> QuerySet[SealScope]:
    """Active seals on a whole subject, and on one record where one is asked about; mostly there is none."""
    wanted = Q(subject_id=subject_id, record_ref="")
    if record_ref is not None:
        wanted |= Q(record_ref=record_ref)
    return _active_seals(wanted, now)


@prepared
def seals_over(*, subject_ids: Collection[int], now: dt.datetime) -> QuerySet[SealScope]:
    """Active seals on these subjects as a whole."""
    return _active_seals(Q(subject_id__in=subject_ids, record_ref=""), now)


def _active_seals(wanted: Q, now: dt.datetime) -> QuerySet[SealScope]:
    return SealScope.objects.filter(wanted, covers(now), active_seal(now, "seal__")).select_related("seal")


@prepared
def readers_of(*, seal_ids: Collection[int], now: dt.datetime) -> QuerySet[SealReader, tuple[int, int]]:
    """(seal, user) for everybody on the lists of these seals."""
    rows = SealReader.objects.filter(current_at(now), seal_id__in=seal_ids)
    return rows.values_list("seal_id", "user_id")


@prepared
def tasks_of(*, user_id: int | None, day: dt.date, now: dt.datetime) -> QuerySet[Task]:
    """Live tasks of one user, or of anybody."""
    live = _live_tasks(day, now)
    return live if user_id is None else live.filter(user_id=user_id)


def _live_tasks(day: dt.date, now: dt.datetime) -> QuerySet[Task]:
    return Task.objects.filter(current_on(day), not_ended(now))


def live_tasks(now: dt.datetime) -> QuerySet[Task]:
    return _live_tasks(day_of(now), now)


@prepared
def named_in(*, task_ids: Collection[int], subject_ids: Collection[int]) -> QuerySet[TaskSubject, int]:
    """Keys of those of these tasks that name one of these subjects."""
    naming = TaskSubject.objects.filter(task_id__in=task_ids, subject_id__in=subject_ids)
    return naming.values_list("task_id", flat=True)


@prepared
def lookers_at(*, subject_id: int, now: dt.datetime) -> QuerySet[EmergencyLook, int]:
    return live_looks(now).filter(subject_id=subject_id).values_list("user_id", flat=True)


@asked_once
@prepared
def looks_of(*, user_id: int, now: dt.datetime) -> QuerySet[EmergencyLook]:
    return live_looks(now).filter(user_id=user_id).select_related("subject__batch")


def live_looks(now: dt.datetime) -> QuerySet[EmergencyLook]:
    return EmergencyLook.objects.filter(opened_at__lte=now, until_at__gt=now)


@prepared
def staged_batches() -> QuerySet[Batch, int]:
    """Keys of loads that nobody may see yet; nearly always there is none."""
    return Batch.objects.filter(published_at=None).values_list("pk", flat=True)
