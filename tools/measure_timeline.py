"""One database's part of `make bench-timeline`: a child with 5,000 rows, and what the page of them costs the server."""

import json
import statistics
import sys
import time
from pathlib import Path

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kith.apps.agencies.models import Organisation, User
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import actor_for
from kith.apps.audit.services import load
from kith.apps.chronologies.models import Entry, EntryChild, Telling
from kith.apps.chronologies.rules import TEXTS
from kith.apps.people.models import Person
from kith.engines.chronology import Row
from tools.measure_chronology import made
from tools.measure_web import SESSION, bring_up_to_date, children_of, fill, signed_in  # starts the platform

CHILDREN, ROWS = 60, 5_000
RUNS, WARM_UPS = 9, 2
WHOLE = "?lanes=agency&from=1990-01-01&to=2100-01-01"
LOOKS = {"as it opens": "", "the whole story": WHOLE, "whole, by theme": WHOLE.replace("agency", "theme")}


def main() -> int:
    out = Path(sys.argv[1])
    bring_up_to_date()
    now = timezone.now()
    if not Person.objects.exists():
        print(f"  writing {ROWS:,} rows about one child; this is kept for the next time", flush=True)
        fill(children=CHILDREN, seed=7, now=now, passwords={})
    user = next(
        one for one in User.objects.filter(role="practitioner", is_active=True).order_by("pk") if children_of(one)
    )
    child = children_of(user)[0][0]
    if Entry.objects.filter(subject__ref=child).count() < ROWS:
        write(actor_for(user, on=now.date()), child, made(ROWS, 1))
    client = signed_in(user.email)
    page = reverse("chronologies:page", args=[child])
    costs = {name: times(client, page + asked) for name, asked in LOOKS.items()}
    cookie = {SESSION: client.cookies[SESSION].value}
    out.write_text(json.dumps({"cookie": cookie, "page": page + WHOLE, "costs": costs}))
    return 0


def write(by: Actor, child_ref: str, rows: list[Row]) -> None:
    """Rows of several agencies, as loads would bring them."""
    now = timezone.now()
    subject = Person.objects.get(subject__ref=child_ref).subject_id
    agencies = list(Organisation.objects.order_by("pk").values_list("pk", flat=True))
    tellers = {name: agencies[number] for number, name in enumerate(sorted({row.agency for row in rows}))}
    entries = [
        Entry(
            subject_id=subject,
            agency_id=tellers[row.agency],
            row_id=row.id,
            sorts_on=row.start.earliest or row.start.latest,
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
        rag=("red", "amber", "green", "")[len(row.fact) % 4],
        fact=row.fact,
        childs_words=row.childs_words,
        authors=dict.fromkeys(TEXTS, by.id),
        recorded_by_id=by.id,
        recorded_at=timezone.now(),
    )


def times(client: Client, address: str) -> list[float]:
    """Milliseconds on the server for one answer, after the first ones."""
    cache.clear()
    found = []
    for _ in range(WARM_UPS + RUNS):
        began = time.perf_counter()
        answer = client.get(address)
        found.append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"The page answered {answer.status_code}.")
    print(f"  {statistics.median(found[WARM_UPS:]):.0f} ms, {len(answer.content) / 1024:,.0f} KB", flush=True)
    return found[WARM_UPS:]


if __name__ == "__main__":
    sys.exit(main())
