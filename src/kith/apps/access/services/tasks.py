"""Giving a task, ending it before its day, and letting it go on; each is felt at the worker's next request."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kith.apps.access import events
from kith.apps.access.actions import GIVE_TASK
from kith.apps.access.models import Subject, Task, TaskSubject
from kith.apps.access.moments import day_of
from kith.apps.access.queries.tasks import OF_ALL, OF_OWN_AGENCY, gives_to_all, is_over, require_giver, require_watcher
from kith.apps.access.reach import AGENCY, NAMED
from kith.apps.access.requiring import require
from kith.apps.access.roles import role_of
from kith.apps.access.vocabulary import most_named_in_a_task, task_coverings
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_by_ref
from kith.apps.audit.services import deed
from kith.apps.records.base import require_version
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned


class CannotGiveTask(KithError):
    """The task cannot be given like this."""


class CannotEndTask(KithError):
    """A task is ended once, with a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTask:
    """A task to give: to whom, what for, whose records it opens, and from when until when."""

    worker_ref: str
    purpose: str
    name: str
    why: str
    covers: str  # named, agency, everybody
    since_on: dt.date
    until_on: dt.date
    named: tuple[str, ...] = ()  # refs of subjects


def give_task(*, by: Actor, task: NewTask, now: dt.datetime) -> str:
    """Open records to somebody whose role needs a task for them; the task's ref."""
    decision = require_giver(by, now=now)
    name, why = cleaned(task.name, limit=LIMITS["name"]), cleaned(task.why, limit=LIMITS["line"])
    if not name or not why:
        raise CannotGiveTask("Say what the task is, and why it is needed.")
    if task.covers not in (OF_ALL if gives_to_all(by) else OF_OWN_AGENCY):
        raise CannotGiveTask("Choose from the list whose records it opens.")
    worker = _worker(by, task, now)
    _require_times(task, now)
    named = _named(by, task, now) if task.covers == NAMED else ()
    with deed(events.TASK_GIVEN, by=by, now=now, decision=decision) as act:
        row = Task(
            user_id=worker.id,
            purpose=task.purpose,
            name=name,
            why=why,
            covers=task.covers,
            named=len(named),
            organisation_id=by.agency_id if task.covers == AGENCY else None,
            given_by_id=by.id,
            since_on=task.since_on,
            until_on=task.until_on,
        )
        row.save(force_insert=True)
        about = list(Subject.objects.filter(ref__in=named).order_by("pk"))
        TaskSubject.objects.bulk_create(TaskSubject(task=row, subject=subject) for subject in about)
        act.touches(*(subject.ref for subject in about))
        act.notes(task=row.ref, worker=worker.ref, purpose=row.purpose, covers=row.covers, until=str(row.until_on))
    return str(row.ref)


def _worker(by: Actor, task: NewTask, now: dt.datetime) -> Actor:
    worker = actor_by_ref(task.worker_ref, on=day_of(now))
    is_reached = gives_to_all(by) or worker.agency_id == by.agency_id
    if worker.is_nobody or not is_reached or worker.id == by.id or not role_of(worker.role).needs_task:
        raise CannotGiveTask("Choose somebody from the list.")
    if task.purpose not in role_of(worker.role).purposes:
        raise CannotGiveTask("That is not what their role is for. Choose another worker, or another purpose.")
    return worker


def _require_times(task: NewTask, now: dt.datetime) -> None:
    if task.since_on < day_of(now):
        raise CannotGiveTask("A task begins today or later.")
    if task.until_on <= task.since_on:
        raise CannotGiveTask("A task ends on a day after it begins.")
    longest = task_coverings()[task.covers].longest_days
    if task.until_on > task.since_on + dt.timedelta(days=longest):
        raise CannotGiveTask(f"A task over these records lasts {longest} days at most. It can be given again then.")


def _named(by: Actor, task: NewTask, now: dt.datetime) -> Sequence[str]:
    """A manager names whom they read themselves. By reference, nobody learns whether it leads to anybody."""
    named = tuple(dict.fromkeys(task.named))
    if not named:
        raise CannotGiveTask("Name at least one child.")
    if len(named) > most_named_in_a_task():
        raise CannotGiveTask(f"A task names at most {most_named_in_a_task()} children. Give a second task.")
    if not gives_to_all(by):
        for ref in named:
            require(by, GIVE_TASK, ref, now=now)
    return named


def end_task(*, by: Actor, task_ref: str, why: str, now: dt.datetime) -> None:
    """From the worker's next request on it opens nothing."""
    _, decision = require_watcher(by, task_ref, now=now)
    reason = cleaned(why, limit=LIMITS["line"])
    if not reason:
        raise CannotEndTask("Say in a sentence why it ends.")
    with deed(events.TASK_ENDED, by=by, now=now, decision=decision) as act:
        row = Task.objects.select_for_update(of=("self",)).get(ref=task_ref)
        if is_over(row, now):
            raise CannotEndTask("That task has ended already.")
        row.ended_at, row.ended_by_id, row.ended_why = now, by.id, reason
        _save(row)
        act.notes(task=row.ref)


def take_up_task(*, by: Actor, task_ref: str, expected_version: int, now: dt.datetime) -> None:
    """It was ended by mistake: it goes on as it was, until its own day."""
    _, decision = require_watcher(by, task_ref, now=now)
    with deed(events.TASK_TAKEN_UP, by=by, now=now, decision=decision) as act:
        row = Task.objects.select_for_update(of=("self",)).get(ref=task_ref)
        require_version(row, expected_version)
        if row.until_on and row.until_on <= day_of(now):
            raise CannotEndTask("Its last day is over. Give a new task.")
        row.ended_at, row.ended_by_id, row.ended_why = None, None, ""
        _save(row)
        act.notes(task=row.ref)


def _save(row: Task) -> None:
    row.version += 1
    row.save(update_fields=["ended_at", "ended_by", "ended_why", "version"])
