"""With whom workers work or worked; nothing here opens a record."""

import datetime as dt
from collections.abc import Collection

from django.db.models import QuerySet

from kith.apps.access import questions
from kith.apps.access.models import Involvement, Subject
from kith.apps.access.moments import current_on, day_of
from kith.apps.access.reach import own_involvements, reached
from kith.apps.agencies.projections import Actor
from kith.apps.records.base import remembered


def own_reach(worker: Actor, subject_refs: Collection[str], *, now: dt.datetime) -> set[str]:
    """Of these subjects, those the worker or a team of theirs works with, and everybody round them."""
    near = Subject.objects.filter(pk__in=reached(own_involvements(worker, day_of(now))), ref__in=list(subject_refs))
    return set(near.values_list("ref", flat=True))


def works_with(actor: Actor, subject_ref: str, *, now: dt.datetime) -> bool:
    """Whether the actor or a team of theirs works with this subject itself, and not only with somebody near."""
    return own_involvements(actor, day_of(now)).filter(subject__ref=subject_ref).exists()


def own_subjects(actor: Actor, *, now: dt.datetime) -> set[int]:
    """Keys of subjects with whom the actor or a team of theirs works now; nothing here opens a record."""
    return remembered(("own subjects", actor, now), lambda: _own_subjects(actor, now))


def _own_subjects(actor: Actor, now: dt.datetime) -> set[int]:
    return set(questions.subjects_of_work(user_id=actor.id, team_ids=actor.team_ids, day=day_of(now)))


def works_with_whom(actor: Actor, *, now: dt.datetime) -> tuple[dict[int, str], dict[int, str]]:
    """Subjects themselves with whom the actor or a team of theirs works: those with a case, and those without."""
    mine = own_involvements(actor, day_of(now)).values_list("subject_id", "subject__ref", "subject__has_case")
    found: tuple[dict[int, str], dict[int, str]] = {}, {}
    for key, ref, has_case in mine:
        found[0 if has_case else 1][key] = ref
    return found


def ended_work(worker_refs: Collection[str], *, on: dt.date) -> set[tuple[str, str]]:
    """(worker, subject) of work that has ended for a worker and was not taken up again."""
    own = Involvement.objects.filter(user__ref__in=list(worker_refs))
    ended = set(own.filter(until_on__lte=on).values_list("user__ref", "subject__ref"))
    return ended - set(own.filter(current_on(on)).values_list("user__ref", "subject__ref"))


def mine_among(actor: Actor, rows: QuerySet, *, now: dt.datetime) -> QuerySet:
    """Of a list already cut, the rows whose subject the actor or a team of theirs works with now."""
    return rows.filter(subject_id__in=own_involvements(actor, day_of(now)).values("subject_id"))
