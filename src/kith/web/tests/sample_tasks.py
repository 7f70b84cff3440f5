"""Invented contexts for the pages about tasks."""

import datetime as dt
from typing import Any

from kith.apps.access.projections import GivingTasks, OwnTasks, TaskCard, TasksPage
from kith.web.tasks.forms import EndForm, TaskForm
from kith.web.tests.sample_people import LONG

TODAY = dt.date(2026, 11, 24)
WORKERS = (("q", "Quinta Marlow, Auditor, Eastmarch council"), ("s", f"{LONG.name}, Records officer"))
PURPOSES = (("qa", "Checking how good the work is"), ("sar", "Answering somebody who asked for their record"))
COVERINGS = (("named", "The children I name"), ("agency", "The children with whom my agency works"))


def task(ref: str, **facts: Any) -> TaskCard:
    words: dict[str, Any] = {
        "ref": ref,
        "version": 1,
        "worker": "Quinta Marlow, Eastmarch council",
        "purpose": "Checking how good the work is",
        "name": "Autumn review",
        "why": "Every team is looked at once a year.",
        "covers": "2 children and their families",
        "subjects": ("noor", "nobody"),
        "given_by": "Priyanka Oduya, Eastmarch council",
        "since_on": TODAY,
        "until_on": dt.date(2026, 12, 24),
        "has_begun": True,
        "is_over": False,
        "ended_at": None,
        "ended_by": "",
        "ended_why": "",
    }
    return TaskCard(**(words | facts))


WIDE = task("b", covers="Everybody the partnership has on record", subjects=(), has_begun=False, worker=LONG.name)
ENDED = task(
    "c",
    is_over=True,
    ended_at=dt.datetime(2026, 11, 24, 16, 20, tzinfo=dt.UTC),
    ended_by="Ife Marlowe, Tidewise",
    ended_why="The review was called off.",
)
NAMES = {"noor": "Noor Ashdown"}


def _giving(*, names_by_ref: bool = False, workers: tuple[tuple[str, str], ...] = WORKERS) -> GivingTasks:
    return GivingTasks(workers=workers, purposes=PURPOSES, coverings=COVERINGS, names_by_ref=names_by_ref)


def _give(data: Any = None, *, names_by_ref: bool = False, **more: Any) -> dict[str, Any]:
    giving = _giving(names_by_ref=names_by_ref)
    form = TaskForm(data, giving=giving, children=more.pop("children", ()), today=TODAY)
    return {"form": form, "giving": giving, "searched": "", "is_search": False, "found": 0} | more


TASK_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "tasks": (
        "tasks/overview.html",
        {"page": TasksPage(running=(task("a"), WIDE), over=(ENDED,)), "names": NAMES},
    ),
    "tasks-none": ("tasks/overview.html", {"page": TasksPage(running=(), over=()), "names": {}}),
    "task-give": ("tasks/give.html", _give()),
    "task-give-found": (
        "tasks/give.html",
        _give(searched="Noor", is_search=True, found=1, children=(("noor", "Noor Ashdown, 8"),)),
    ),
    "task-give-nobody-found": ("tasks/give.html", _give(searched="Zz", is_search=True)),
    "task-give-by-reference": ("tasks/give.html", _give(names_by_ref=True)),
    "task-give-wrong": ("tasks/give.html", _give({"worker": "q"})),
    "task-give-to-nobody": ("tasks/give.html", _give() | {"giving": _giving(workers=())}),
    "task-end": ("tasks/end.html", {"card": task("a"), "names": NAMES, "form": EndForm(None)}),
}
WITH_TASKS = OwnTasks(needs_one=True, tasks=(task("a"), WIDE))
NO_TASK = OwnTasks(needs_one=True)
