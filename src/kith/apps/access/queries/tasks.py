"""Tasks as they are read: one's own, those one has to watch over, and what a new one is chosen from."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from kith.apps.access.actions import GIVE_ANY_TASK, GIVE_TASK
from kith.apps.access.decisions import decide_by_role
from kith.apps.access.models import Task, TaskSubject
from kith.apps.access.moments import day_of
from kith.apps.access.projections import GivingTasks, OwnTasks, TaskCard, TasksPage
from kith.apps.access.questions import live_tasks
from kith.apps.access.reach import AGENCY, EVERYBODY, NAMED
from kith.apps.access.requiring import NothingHere
from kith.apps.access.roles import all_roles, role_of
from kith.apps.access.rules import NOTHING_HERE
from kith.apps.access.vocabulary import sharing_words, task_coverings
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import active_user_ids, organisation_names, worker_cards
from kith.apps.audit.services import refuse
from kith.kernel.decisions import Decision, refused

MOST_OVER = 50
OF_ALL, OF_OWN_AGENCY = (NAMED, EVERYBODY), (NAMED, AGENCY)


def tasks_of(worker: Actor, *, now: dt.datetime) -> OwnTasks:
    """For most roles there is nothing to look up."""
    role = role_of(worker.role)
    if not role.needs_task:
        return OwnTasks(needs_one=False)
    rows = live_tasks(now).filter(user_id=worker.id, purpose__in=list(role.purposes)).order_by("until_on", "pk")
    return OwnTasks(needs_one=True, tasks=_cards(list(rows), now))


def asked_to_give(actor: Actor) -> Decision:
    """Over everybody, or else of the own agency."""
    anybody = decide_by_role(actor, GIVE_ANY_TASK)
    return anybody if anybody.allowed else decide_by_role(actor, GIVE_TASK)


def may_give_tasks(actor: Actor) -> bool:
    return asked_to_give(actor).allowed


def gives_to_all(actor: Actor) -> bool:
    return decide_by_role(actor, GIVE_ANY_TASK).allowed


def require_giver(actor: Actor, *, now: dt.datetime) -> Decision:
    decision = asked_to_give(actor)
    if not decision.allowed:
        refuse(GIVE_TASK.name, by=actor, now=now, decision=decision)
        raise NothingHere
    return decision


def tasks_page(actor: Actor, *, now: dt.datetime) -> TasksPage:
    """Of workers of the own agency, or of everybody; one's own are for others to watch over."""
    require_giver(actor, now=now)
    over = Q(ended_at__lte=now) | Q(until_on__lte=day_of(now))
    running = watched(actor).exclude(over).order_by("until_on", "pk")
    ended = watched(actor).filter(over).order_by("-since_on", "-pk")[:MOST_OVER]
    cards = _cards([*running, *ended], now)
    return TasksPage(
        running=tuple(card for card in cards if not card.is_over), over=tuple(card for card in cards if card.is_over)
    )


def watched(actor: Actor) -> QuerySet[Task]:
    rows = Task.objects.exclude(user_id=actor.id)
    return rows if gives_to_all(actor) else rows.filter(user__organisation_id=actor.agency_id)


def require_watcher(actor: Actor, task_ref: str, *, now: dt.datetime) -> tuple[Task, Decision]:
    """A task and the decision; for whoever does not watch over it there is no such task."""
    decision = require_giver(actor, now=now)
    row = watched(actor).filter(ref=task_ref).first()
    if row is None:
        refuse(GIVE_TASK.name, by=actor, now=now, decision=refused("R0", NOTHING_HERE))
        raise NothingHere
    return row, decision


def task_to_end(actor: Actor, task_ref: str, *, now: dt.datetime) -> TaskCard:
    """One that still runs, or will; what is over is over."""
    row, _ = require_watcher(actor, task_ref, now=now)
    card = _cards([row], now)[0]
    if card.is_over:
        raise NothingHere
    return card


def giving_tasks(actor: Actor, *, now: dt.datetime) -> GivingTasks:
    require_giver(actor, now=now)
    coverings, to_all = task_coverings(), gives_to_all(actor)
    roles = [role for role in all_roles().values() if role.needs_task]
    purposes = sorted({purpose for role in roles for purpose in role.purposes})
    return GivingTasks(
        workers=tuple(_workers(actor, [role.name for role in roles])),
        purposes=tuple((purpose, sharing_words("purposes")[purpose]) for purpose in purposes),
        coverings=tuple((name, coverings[name].says) for name in (OF_ALL if to_all else OF_OWN_AGENCY)),
        names_by_ref=to_all,
    )


def _workers(actor: Actor, roles: Sequence[str]) -> Iterable[tuple[str, str]]:
    cards = worker_cards(active_user_ids(roles=roles) - {actor.id}).values()
    for card in sorted(cards, key=lambda card: (card.agency, card.name)):
        if gives_to_all(actor) or card.agency == actor.agency_name:
            yield card.ref, ", ".join(part for part in (card.name, card.job_title, card.agency) if part)


def _cards(rows: Sequence[Task], now: dt.datetime) -> tuple[TaskCard, ...]:
    workers = worker_cards({key for row in rows for key in (row.user_id, row.given_by_id, row.ended_by_id) if key})
    names = {key: card.at_agency for key, card in workers.items()}
    agencies = organisation_names({row.organisation_id for row in rows if row.organisation_id})
    subjects: dict[int, list[str]] = defaultdict(list)
    naming = TaskSubject.objects.filter(task_id__in=[row.pk for row in rows if row.covers == NAMED])
    for task_id, ref in naming.order_by("pk").values_list("task_id", "subject__ref"):
        subjects[task_id].append(ref)
    return tuple(
        TaskCard(
            ref=row.ref,
            version=row.version,
            worker=names[row.user_id],
            purpose=sharing_words("purposes").get(row.purpose, row.purpose),
            name=row.name,
            why=row.why,
            covers=_covers(row, agencies),
            subjects=tuple(subjects[row.pk]),
            given_by=names[row.given_by_id],
            since_on=row.since_on,
            until_on=row.until_on,
            has_begun=row.since_on <= day_of(now),
            is_over=is_over(row, now),
            ended_at=row.ended_at,
            ended_by=names.get(row.ended_by_id or 0, ""),
            ended_why=row.ended_why,
        )
        for row in rows
    )


def is_over(row: Task, now: dt.datetime) -> bool:
    has_ended = row.ended_at is not None and row.ended_at <= now
    return has_ended or (row.until_on is not None and row.until_on <= day_of(now))


def _covers(row: Task, agencies: dict[int, str]) -> str:
    if row.covers == EVERYBODY:
        return "Everybody the partnership has on record"
    if row.covers == AGENCY:
        return f"The children with whom {agencies.get(row.organisation_id or 0, 'an agency')} works, and their families"
    return "1 child and their family" if row.named == 1 else f"{row.named} children and their families"
