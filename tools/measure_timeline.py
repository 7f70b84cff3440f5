"""One database's part of `make bench-timeline`: a child with 5,000 rows, and what the page of them costs the server."""

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.project.settings")

import kith.project.wsgi  # noqa: F401 the platform, as the web server starts it
from kith.apps.agencies.models import Organisation, User
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_for
from kith.apps.audit.services import load
from kith.apps.chronologies.models import Entry, EntryChild, Telling
from kith.apps.chronologies.rules import TEXTS
from kith.apps.people.models import Person
from kith.cli.migrate import bring_up_to_date
from kith.engines.chronology import Row
from kith.kernel.partial_dates import PartialDate
from kith.testing.filling import fill
from tools.measure_chronology import made
from tools.measure_web import SESSION, children_of, signed_in

CHILDREN, ROWS = 60, 5_000
RUNS, WARM_UPS = 9, 2
YEARS = 8  # leap years stay leap years
WHOLE = "?from=1990-01-01&to=2100-01-01"
LOOKS = {"as it opens": "", "the whole story": WHOLE, "whole, by theme": f"{WHOLE}&lanes=theme", "page 20": "?page=20"}
COLOURS = ("red", "amber", "green", "")


def main() -> int:
    out = Path(sys.argv[1])
    bring_up_to_date()
    now = timezone.now()
    if not Person.objects.exists():
        print(f"  writing {ROWS:,} rows about one child; this is kept for the next time", flush=True)
        fill(children=CHILDREN, seed=7, now=now, passwords={})
    workers = User.objects.filter(role="practitioner", is_active=True).order_by("pk")
    user = next(one for one in workers if children_of(one))
    child = children_of(user)[0][0]
    if not Entry.objects.filter(subject__ref=child).exists():
        write(actor_for(user, on=now.date()), child, [past(row, now.year) for row in made(ROWS, 1)])
    client = signed_in(user.email)
    page = reverse("chronologies:page", args=[child])
    looks = {name: times(client, page + asked) for name, asked in LOOKS.items()}
    cookie = {SESSION: client.cookies[SESSION].value}
    out.write_text(json.dumps({"cookie": cookie, "page": page + WHOLE, "looks": looks}))
    return 0


def past(row: Row, year: int) -> Row:
    """The rows of the merging bench reach into years to come; here they are moved back, some of them twice."""
    begun = int(row.start.code[:4]) - YEARS
    begun -= 2 * YEARS if begun >= year else 0
    return replace(row, start=PartialDate(f"{begun}{row.start.code[4:]}"), end=None)


def write(by: Actor, child_ref: str, rows: list[Row]) -> None:
    """Rows of several agencies, as a load would bring them."""
    now = timezone.now()
    subject = Person.objects.get(subject__ref=child_ref).subject_id
    agencies = Organisation.objects.order_by("pk").values_list("pk", flat=True)
    tellers = dict(zip(sorted({row.agency for row in rows}), agencies, strict=False))
    entries = [
        Entry(
            subject_id=subject,
            agency_id=tellers[row.agency],
            row_id=row.id,
            sorts_on=row.start.earliest or row.start.latest or now.date(),
            recorded_by_id=by.id,
            recorded_at=now,
        )
        for row in rows
    ]
    with load("bench.chronologies.rows_written", by=by, now=now, payload={"rows": len(rows)}):
        Entry.objects.bulk_create(entries)
        EntryChild.objects.bulk_create(EntryChild(entry=one, subject_id=subject, role="happened") for one in entries)
        Telling.objects.bulk_create(_telling(entry, row, by) for entry, row in zip(entries, rows, strict=True))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _telling(entry: Entry, row: Row, by: Actor) -> Telling:
    return Telling(
        entry=entry,
        start=row.start.code,
        start_time=row.start_time,
        type=row.type,
        rag=COLOURS[len(row.fact) % len(COLOURS)],
        fact=row.fact,
        childs_words=row.childs_words,
        authors=dict.fromkeys(TEXTS, by.id),
        recorded_by_id=by.id,
        recorded_at=timezone.now(),
    )


def times(client: Client, address: str) -> dict[str, list[float]]:
    """Milliseconds of one answer by the clock and of CPU, after the first ones; and how many kilobytes it has."""
    cache.clear()
    found: dict[str, list[float]] = {"clock": [], "cpu": [], "size": []}
    for _ in range(WARM_UPS + RUNS):
        began, busy = time.perf_counter(), time.process_time()
        answer = client.get(address)
        found["cpu"].append((time.process_time() - busy) * 1000)
        found["clock"].append((time.perf_counter() - began) * 1000)
        found["size"].append(len(answer.content) / 1024)
        if answer.status_code != 200:
            raise SystemExit(f"The page answered {answer.status_code}.")
    return {name: each[WARM_UPS:] for name, each in found.items()}


if __name__ == "__main__":
    sys.exit(main())
