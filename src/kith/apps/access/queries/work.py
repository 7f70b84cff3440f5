"""With whom workers work or worked; nothing here opens a record."""

import datetime as dt
from collections.abc import Collection

from django.db.models import QuerySet

from kith.apps.access.models import Involvement, Subject
from kith.apps.access.moments import current_on, day_of
from kith.apps.access.reach import own_involvements, reached
from kith.apps.agencies.projections import Actor


def own_reach(worker: Actor, subject_refs: Collection[str], *, now: dt.datetime) -> set[str]:
    """Of these subjects, those the worker or a team of theirs works with, and everybody round them."""
    near = Subject.objects.filter(pk__in=reached(own_involvements(worker, day_of(now))), ref__in=list(subject_refs))
    return set(near.values_list("ref", flat=True))


def ended_work(worker_refs: Collection[str], *, on: dt.date) -> set[tuple[str, str]]:
    """(worker, subject) of work that has ended for a worker and was not taken up again."""
    own = Involvement.objects.filter(user__ref__in=list(worker_refs))
    ended = set(own.filter(until_on__lte=on).values_list("user__ref", "subject__ref"))
    return ended - set(own.filter(current_on(on)).values_list("user__ref", "subject__ref"))


def mine_among(actor: Actor, rows: QuerySet, *, now: dt.datetime) -> QuerySet:
    """Of a list already cut, the rows whose subject the actor or a team of theirs works with now."""
    return rows.filter(subject_id__in=own_involvements(actor, day_of(now)).values("subject_id"))


def around_mine(actor: Actor, rows: QuerySet, *, now: dt.datetime) -> QuerySet:
    """Of a list already cut, the rows of everybody round whom the actor or a team of theirs works with now."""
    return rows.filter(subject_id__in=reached(own_involvements(actor, day_of(now))))
