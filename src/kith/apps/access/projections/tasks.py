"""Tasks as their giver and their worker see them; whose records they open is named by the caller, where it may be."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCard:
    """One task in words; `subjects` are refs, for a caller that names those whom the viewer may see."""

    ref: str
    version: int
    worker: str
    purpose: str
    name: str
    why: str
    covers: str
    subjects: tuple[str, ...]
    given_by: str
    since_on: dt.date
    until_on: dt.date | None
    has_begun: bool
    is_over: bool
    ended_at: dt.datetime | None
    ended_by: str
    ended_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksPage:
    """What a giver sees: tasks that run or will, and those that are over, the last first."""

    running: tuple[TaskCard, ...]
    over: tuple[TaskCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivingTasks:
    """What a giver may choose from: workers with the roles that need a task, what for, and whose records."""

    workers: tuple[tuple[str, str], ...]
    purposes: tuple[tuple[str, str], ...]
    coverings: tuple[tuple[str, str], ...]
    names_by_ref: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTasks:
    """What a worker whose role needs tasks is told on the first page."""

    needs_one: bool
    tasks: tuple[TaskCard, ...] = ()
