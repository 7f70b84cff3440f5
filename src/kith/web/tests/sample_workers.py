"""Invented contexts for the pages about those who work here."""

from dataclasses import replace
from typing import Any

from kith.apps.access.projections import KeptWorker, WorkerLine
from kith.web.tests.sample_people import LONG
from kith.web.workers.forms import ActForm

IFE = WorkerLine(
    ref="ife", name="Ife Marlowe", job_title="Youth worker", agency="Tidewise", role="Practitioner", is_active=True
)
GONE = replace(IFE, ref="gone", name=LONG.name, job_title="", role="No role", is_active=False)
PAGE = KeptWorker(
    line=IFE,
    email="ife.marlowe@tidewise.example",
    clearance=1,
    has_second_step=True,
    is_you=False,
    teams=("Assessment team, east, since 1 September 2026", "Front door, since 30 November 2026, until 1 March 2027"),
    happened=(),
)
HAPPENED = (
    ("24 November 2026: does not work here any more", "Done by Ada Quist, Eastmarch council", "Her post has ended."),
    ("3 March 2026: was given a code for a new password", "Done by Ada Quist, Eastmarch council", LONG.name),
)
LEFT = replace(PAGE, line=GONE, teams=(), has_second_step=False, happened=HAPPENED)


def _page(page: KeptWorker, data: Any = None) -> dict[str, Any]:
    return {"page": page, "form": ActForm(data, page=page)}


WORKER_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "workers": ("workers/find.html", {"searched": "", "found": ()}),
    "workers-found": ("workers/find.html", {"searched": "Ife", "found": (IFE, GONE)}),
    "workers-none": ("workers/find.html", {"searched": "Zz", "found": ()}),
    "worker": ("workers/worker.html", _page(PAGE)),
    "worker-again": ("workers/worker.html", _page(PAGE, {"act": "left", "why": ""})),
    "worker-left": ("workers/worker.html", _page(LEFT)),
    "worker-own": ("workers/worker.html", _page(replace(PAGE, is_you=True))),
    "worker-code": ("workers/code.html", {"page": PAGE, "code": "tovuka-limeso-badoru"}),
}
