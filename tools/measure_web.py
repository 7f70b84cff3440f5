"""One county's part of `make bench-web`: grow it if it is not there, sign 20 workers in, and time what pages cost."""

import json
import os
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.project.settings")

import kith.project.wsgi  # noqa: F401 the platform, as the web server starts it
from kith.apps.access.queries import day_of, visible
from kith.apps.agencies.models import User
from kith.apps.agencies.queries import actor_for
from kith.apps.people.actions import READ
from kith.apps.people.models import Person
from kith.cli.migrate import bring_up_to_date
from kith.testing.filling import fill

WORKERS, CHILDREN_EACH = 20, 8
RUNS, WARM_UPS = 100, 20
SESSION = "__Host-kith-session"


def main() -> int:
    children, out = int(sys.argv[1]), Path(sys.argv[2])
    bring_up_to_date()
    if not Person.objects.exists():
        print(f"  growing {children:,} children and their people; this is kept for the next time", flush=True)
        fill(children=children, seed=7, now=timezone.now(), passwords={})
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    visits = [visit(user) for user in workers()]
    clients = [signed_in(visit["email"]) for visit in visits]
    for seen, client in zip(visits, clients, strict=True):
        seen["cookie"] = client.cookies[SESSION].value
    print(f"  measuring in a county of {children:,} on {connection.vendor}", flush=True)
    asked = {
        "today": lambda n: clients[n % WORKERS].get("/"),
        "child": lambda n: clients[n % WORKERS].get(one_of(visits[n % WORKERS]["children"], n)),
        "search": lambda n: clients[n % WORKERS].post(
            reverse("children:find"), {"asked": one_of(visits[n % WORKERS]["names"], n)}
        ),
    }
    out.write_text(json.dumps({"visits": visits, "cpu": costs(asked)}))
    return 0


def workers() -> list[User]:
    """Practitioners who work with children, from all over the county."""
    everybody = list(User.objects.filter(role="practitioner", is_active=True).select_related("organisation"))
    step = max(1, len(everybody) // (2 * WORKERS))
    in_turn = (user for first in range(step) for user in everybody[first::step])
    chosen = list(islice((user for user in in_turn if children_of(user)), WORKERS))
    if len(chosen) < WORKERS:
        raise SystemExit("There are too few workers with children in this county.")
    return chosen


def children_of(user: User) -> list[tuple[str, str]]:
    """(ref, sort key) of some children with a case whom the worker may read."""
    seen = visible(actor_for(user, on=day_of(timezone.now())), READ, Person.objects.all(), now=timezone.now())
    rows = seen.filter(subject__has_case=True).order_by("-subject_id")
    return list(rows.values_list("subject__ref", "sort_key")[:CHILDREN_EACH])


def visit(user: User) -> dict[str, Any]:
    children = children_of(user)
    return {
        "email": user.email,
        "children": [reverse("children:child", args=[ref]) for ref, _ in children],
        "names": [key.split()[0][:5] for _, key in children if key.split()],
    }


def signed_in(email: str) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(email=email))
    return client


def one_of(things: list[str], n: int) -> str:
    return things[(n // WORKERS) % len(things)]


def costs(asked: dict[str, Any]) -> dict[str, float]:
    """In a child's page that nobody opened since the start, the drawing has to be laid out first: a row of its own."""
    found = {}
    for name, question in asked.items():
        for n in range(WARM_UPS):
            question(n)
        if name == "child":
            found["first look"] = cost(question)
        found[name] = cost(question)
    return found


def cost(question: Any) -> float:
    """Milliseconds of CPU of one answer, on average: of this process and, on PostgreSQL, of the one that serves it."""
    began = cpu_seconds()
    statuses = {question(n).status_code for n in range(RUNS)}
    if statuses != {200}:
        raise SystemExit(f"Pages answered {statuses}.")
    return (cpu_seconds() - began) * 1000 / RUNS


def cpu_seconds() -> float:
    return time.process_time() + served_seconds()


def served_seconds() -> float:
    """What the database's own process has used; the kernel counts it in hundredths, so only sums mean something."""
    if connection.vendor != "postgresql" or connection.connection is None:
        return 0.0
    fields = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
