"""The three questions about permission: may this actor (`decide`), which rows (`visible`), and who may (`who_can`)."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple, Unpack

from django.db.models import Q, QuerySet

from kith.apps.access import questions
from kith.apps.access.actions import Action
from kith.apps.access.among import IsAmong
from kith.apps.access.gathering import Asked, Asking, Gathered, purposes_for, subject_for
from kith.apps.access.models import Subject, Task
from kith.apps.access.moments import day_of
from kith.apps.access.reach import (
    EVERYBODY,
    Relation,
    agency_work,
    not_in_conflict,
    opened_by,
    own_tasks,
    own_work,
    sealed,
    shared,
    there,
    under,
)
from kith.apps.access.registered import require_installed
from kith.apps.access.roles import all_roles, role_of
from kith.apps.access.rules import NOTHING_HERE, Facts, decision_on
from kith.apps.access.vocabulary import is_record_kind
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import active_user_ids, actors_by_id
from kith.apps.records.base import remembered
from kith.kernel.decisions import Decision, Level, granted, refused


def decide(actor: Actor, action: Action, subject_ref: str, **asking: Unpack[Asking]) -> Decision:
    """One subject. Anything unknown, absent or failing is refused by R0 with the same words."""
    return decide_record(actor, action, subject_ref, Asked(**asking))


def decide_record(actor: Actor, action: Action, subject_ref: str, asked: Asked) -> Decision:
    """One record about a subject, with its own sensitivity and seals."""
    require_installed(action)
    facts = remembered(("facts", actor, subject_ref, asked), lambda: _facts_about(actor, subject_ref, asked))
    return refused("R0", NOTHING_HERE) if facts is None else decision_on(action, facts)


def _facts_about(actor: Actor, subject_ref: str, asked: Asked) -> Facts | None:
    if actor.is_nobody or not is_record_kind(asked.kind):
        return None
    about = actor, subject_ref, asked.now, asked.record_ref
    gathered = remembered(("gathered", *about), lambda: _gathered(*about))
    return None if gathered is None else gathered.about(actor, asked)


def _gathered(actor: Actor, subject_ref: str, now: dt.datetime, record_ref: str) -> Gathered | None:
    subject = subject_for(subject_ref)
    return None if subject is None else Gathered(subject, now, record_ref=record_ref, only_for=actor)


def decide_by_role(actor: Actor, action: Action) -> Decision:
    """For what is asked of the role alone, where no subject is asked about or none may be read (R3)."""
    require_installed(action)
    role = role_of(actor.role)
    if actor.is_nobody or not actor.is_active or action.name not in role.actions:
        return refused("R0", NOTHING_HERE)
    return granted(action.needs, "R3", f"Your role, {role.title.lower()}, does this.")


def visible(actor: Actor, action: Action, rows: QuerySet, **asking: Unpack[Asking]) -> QuerySet:
    """The rows (with a `subject` key) that `decide` would allow, as one query.

    Whoever may see many people is best served by a look at each row's own subject until the page is full; everybody
    else by the set of those they reach.
    """
    opened = _opened_now(actor, action, Asked(**asking))
    if opened is None:
        return rows.none()
    if opened.among is None:
        return rows.filter(under("subject", opened.condition))
    if opened.is_wide:
        return rows.filter(IsAmong("subject_id", opened.among), under("subject", opened.condition))
    return rows.filter(subject_id__in=opened.subjects().values("pk"))


def visible_subjects(actor: Actor, action: Action, asked: Asked) -> QuerySet[Subject]:
    """Subjects themselves, for this app's own questions."""
    opened = _opened_now(actor, action, asked)
    return Subject.objects.none() if opened is None else opened.subjects()


class _Opened(NamedTuple):
    """Whom an action opens: a filter on `Subject`, and the keys among which they are; None where among all."""

    condition: Q
    among: QuerySet[Any] | None = None
    relations: Sequence[Relation] = ()

    @property
    def is_wide(self) -> bool:
        """Whether many are reached; each relation is asked for it, so only lists should."""
        return any(relation.is_wide for relation in self.relations)

    def subjects(self) -> QuerySet[Subject]:
        found = Subject.objects.filter(self.condition)
        return found if self.among is None else found.filter(pk__in=self.among)


def _opened_now(actor: Actor, action: Action, asked: Asked) -> _Opened | None:
    return remembered(("opened", actor, action, asked), lambda: _opened(actor, action, asked))


def _opened(actor: Actor, action: Action, asked: Asked) -> _Opened | None:
    """None where nothing at all can be visible, which saves the database the question."""
    require_installed(action)
    is_nothing_asked = actor.is_nobody or not actor.is_active or not is_record_kind(asked.kind)
    if is_nothing_asked or action.name not in role_of(actor.role).actions:
        return None
    closed, looked_at = sealed(actor, action.needs, asked.now), _looked_at(actor, action, asked)
    condition = there() & not_in_conflict(actor, asked.now) & Q(sensitivity__lte=actor.clearance)
    wanted, tasks = _by_role(actor, action.needs, asked)
    if wanted and (not role_of(actor.role).needs_task or any(task.covers == EVERYBODY for task in tasks)):
        return _Opened(condition & (~Q(pk__in=closed) | Q(pk__in=looked_at)))
    relations = [*_relations(actor, action.needs, asked), *opened_by(tasks, day_of(asked.now))]
    sets = list(_sets(relations, closed, looked_at))
    if not sets:
        return None
    return _Opened(condition, sets[0].union(*sets[1:], all=True), relations)


def _sets(relations: Sequence[Relation], closed: QuerySet, looked_at: Collection[int]) -> Iterator[QuerySet]:
    """Keys of whom relations reach and no closed seal covers, and of whom looks open.

    The sealed are taken out of the set. As a condition on every subject they would have PostgreSQL take each single
    question for so dear that it reads all subjects there are instead.
    """
    if relations:
        first, *others = [relation.keys for relation in relations]
        yield first.union(*others, all=True).difference(closed)
    if looked_at:
        yield Subject.objects.filter(pk__in=looked_at).values("pk")


def _relations(actor: Actor, needs: Level, asked: Asked) -> Iterator[Relation]:
    """Those that are enough."""
    role, day = role_of(actor.role), day_of(asked.now)
    yield from shared(actor, asked.kind, needs, asked.now)
    if role.case_team >= needs:
        yield own_work(actor, day)
    if role.agency >= needs:
        yield agency_work(actor, day)


def _by_role(actor: Actor, needs: Level, asked: Asked) -> tuple[frozenset[str], Sequence[Task]]:
    """For which purposes the role is enough (R3), and where it needs one, the actor's tasks for these."""
    role = role_of(actor.role)
    wanted = purposes_for(role, asked.purpose) if role.partnership >= needs else frozenset()
    return wanted, own_tasks(actor, wanted, asked.now) if wanted and role.needs_task else ()


def _looked_at(actor: Actor, action: Action, asked: Asked) -> list[int]:
    """Keys of subjects that an emergency look opens. Looks are few: each is decided for itself."""
    if not Level.POINTER < action.needs <= Level.READ:
        return []
    looks = questions.looks_of(user_id=actor.id, now=asked.now)
    subjects = {look.subject_id: look.subject for look in looks}
    return [
        key
        for key, subject in subjects.items()
        if decision_on(action, Gathered(subject, asked.now, only_for=actor).about(actor, asked)).allowed
    ]


def who_can(action: Action, subject_ref: str, **asking: Unpack[Asking]) -> list[Actor]:
    """Everybody whom `decide` would allow."""
    return [actor for actor, _ in who_sees(action, subject_ref, Asked(**asking))]


def who_sees(action: Action, subject_ref: str, asked: Asked) -> list[tuple[Actor, Decision]]:
    """Everybody whom `decide` would allow, and why: candidates by relation first, then each is asked."""
    require_installed(action)
    subject = subject_for(subject_ref)
    if subject is None or not is_record_kind(asked.kind):
        return []
    gathered = Gathered(subject, asked.now)
    candidates = actors_by_id(_candidates(gathered), on=gathered.day)
    answers = [(actor, decision_on(action, gathered.about(actor, asked))) for actor in candidates]
    return [(actor, decision) for actor, decision in answers if decision.allowed]


def _candidates(gathered: Gathered) -> set[int]:
    """Nobody outside these can have a relation to the subject."""
    involved, shares = gathered.involvements, gathered.shares
    found = active_user_ids(
        roles=[name for name, role in all_roles().items() if role.partnership > Level.NOTHING],
        team_ids={i.team_id for i in involved if i.team_id},
        agency_ids={i.organisation_id for i in involved} | {s.receiver_id for s in shares},
    )
    return found | {i.user_id for i in involved if i.user_id} | gathered.looking
