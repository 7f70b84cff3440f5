"""The rules as SQL sets: which subjects an actor's relations reach at a moment, and which are closed to them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from kith.apps.access import questions
from kith.apps.access.models import (
    Circle,
    Involvement,
    Seal,
    SealReader,
    SealScope,
    Share,
    ShareTerms,
    Subject,
    Task,
    TaskSubject,
)
from kith.apps.access.moments import active_seal, covers, current_at, current_on, day_of, not_ended
from kith.apps.agencies.projections import Actor
from kith.apps.records.base import Prepared
from kith.kernel.decisions import Level

EVERYBODY, AGENCY, NAMED = "everybody", "agency", "named"  # what a task covers
MANY = 500  # facts; with circles some thousands of people, and of few names in a row one of them is among those


def own_involvements(actor: Actor, day: dt.date) -> QuerySet[Involvement]:
    return questions.work_of.question(user_id=actor.id, team_ids=actor.team_ids, day=day)


def reached(facts: QuerySet[Any]) -> QuerySet[Any]:
    """Keys of subjects involved or shared directly, and of everybody in their circles.

    One set and no `or`, which would have SQLite try every subject there is.
    """
    centres = facts.values("subject_id")
    return centres.union(Circle.objects.filter(centre_id__in=centres).values("member_id"), all=True)


class Relation(NamedTuple):
    """Dated facts that relate an actor to subjects, and the sensitivity up to which they open; None where any."""

    facts: QuerySet[Any]
    ceiling: int | None = None
    some: Callable[[range], Sequence[int]] | None = None  # keys of some of the facts, where that is prepared

    @property
    def keys(self) -> QuerySet[Any]:
        near = reached(self.facts)
        if self.ceiling is None:
            return near
        return Subject.objects.filter(pk__in=near, sensitivity__lte=self.ceiling).values("pk")

    @property
    def is_wide(self) -> bool:
        beyond = range(MANY, MANY + 1)
        return bool(self.some(beyond)) if self.some else self.facts[MANY:].exists()


def own_work(actor: Actor, day: dt.date) -> Relation:
    return _involved(questions.work_of, user_id=actor.id, team_ids=actor.team_ids, day=day)


def agency_work(actor: Actor, day: dt.date) -> Relation:
    return _involved(questions.work_of_agency, agency_id=actor.agency_id, day=day)


def _involved(which: Prepared[..., Any], **whose: Any) -> Relation:
    """The same question in both words: to be asked within another, and by itself for a few of its rows."""
    return Relation(which.question(**whose), some=lambda rows: which(**whose, rows=rows))


def terms_for(role: str, kind: str) -> list[ShareTerms]:
    """Terms that open a kind of record to a role."""
    return [t for t in questions.terms() if role in t.roles.split() and kind in t.kinds.split()]


def shared(actor: Actor, kind: str, needs: Level, now: dt.datetime) -> Iterator[Relation]:
    """What is shared with the actor's agency, one relation for each ceiling of sensitivity."""
    by_ceiling: dict[int, list[int]] = defaultdict(list)
    for terms in terms_for(actor.role, kind):
        if min(terms.level, Level.READ) >= needs:
            by_ceiling[terms.sensitivity].append(terms.pk)
    for ceiling, terms_ids in sorted(by_ceiling.items()):
        live = Share.objects.filter(current_on(day_of(now)), not_ended(now), receiver_id=actor.agency_id)
        is_high = ceiling >= actor.clearance  # and nobody is shown what is above their clearance
        yield Relation(live.filter(terms_id__in=terms_ids), None if is_high else ceiling)


def own_tasks(actor: Actor, purposes: Collection[str], now: dt.datetime) -> list[Task]:
    return [t for t in questions.tasks_of(user_id=actor.id, day=day_of(now), now=now) if t.purpose in purposes]


def opened_by(tasks: Sequence[Task], day: dt.date) -> Iterator[Relation]:
    """Whom tasks open: those they name, and with whom an agency works that day; and everybody round these."""
    named = [task.pk for task in tasks if task.covers == NAMED]
    agencies = [task.organisation_id for task in tasks if task.covers == AGENCY and task.organisation_id]
    if named:
        yield Relation(TaskSubject.objects.filter(task_id__in=named))
    if agencies:
        yield Relation(Involvement.objects.filter(current_on(day), organisation_id__in=agencies))


def there() -> Q:
    """Staged loads are there for nobody, and neither is whoever was merged into somebody else."""
    waiting = questions.staged_batches()
    return Q(merged_into=None) & ~Q(batch_id__in=waiting) if waiting else Q(merged_into=None)


def closed_seals(user_id: int, now: dt.datetime) -> QuerySet[Seal]:
    """Active seals on whose list the user is not."""
    mine = SealReader.objects.filter(current_at(now), user_id=user_id).values("seal_id")
    return Seal.objects.filter(active_seal(now)).exclude(pk__in=mine)


def closed_scopes(user_id: int, now: dt.datetime) -> QuerySet[SealScope]:
    return SealScope.objects.filter(covers(now), seal__in=closed_seals(user_id, now))


def sealed(actor: Actor, needs: Level, now: dt.datetime) -> QuerySet[Any]:
    """Keys of subjects under a seal that is closed to the actor; to learn that somebody is known, some do not count."""
    closed = closed_scopes(actor.id, now).filter(record_ref="")
    if needs <= Level.POINTER:
        closed = closed.exclude(seal__outsiders="pointer")
    return closed.values("subject_id")


def not_in_conflict(actor: Actor, now: dt.datetime) -> Q:
    """Hardly anybody has a conflict of interest, and then this costs one small query."""
    near = {subject_id for _, subject_id in questions.conflicts_of(user_id=actor.id, now=now)}
    if not near:
        return Q()
    around = Circle.objects.filter(Q(centre_id__in=near) | Q(member_id__in=near))
    return ~Q(pk__in=near.union(*around.values_list("centre_id", "member_id")))


def under(path: str, condition: Q) -> Q:
    """The same filter, asked of rows that have a subject: `sensitivity` becomes `subject__sensitivity`."""
    moved: list[Any] = []
    for part in condition.children:
        if isinstance(part, Q):
            moved.append(under(path, part))
        elif isinstance(part, tuple):
            moved.append((f"{path}__{part[0]}", part[1]))
        else:
            raise TypeError(f"A filter is made of names and values, not of {part!r}.")
    return Q(*moved, _connector=condition.connector, _negated=condition.negated)
