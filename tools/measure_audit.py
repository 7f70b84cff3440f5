"""The measurements of `bench_audit` on the one database that the environment names; prints one line of JSON."""

import datetime as dt
import json
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.project.settings")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import DatabaseError, connection, transaction  # noqa: E402

from kith.apps.agencies.projections import Operator  # noqa: E402
from kith.apps.audit.chain import START, Link, link_hash  # noqa: E402
from kith.apps.audit.models import AuditRow, AuditSubject, Chain  # noqa: E402
from kith.apps.audit.projections import Entry  # noqa: E402
from kith.apps.audit.queries import check_record  # noqa: E402
from kith.apps.audit.services import append, deed  # noqa: E402
from kith.kernel.decisions import Level, granted  # noqa: E402
from kith.kernel.refs import seeded_refs  # noqa: E402

NOW = dt.datetime(2026, 11, 24, 10, 30, tzinfo=dt.UTC)
MAY = granted(Level.WRITE, "R1", "Measured.")
TIMES, WRITERS, ROWS_OF_A_WRITER, AT_ONCE = 400, 8, 100, 2_000
CHAIN = "measured"


def main() -> int:
    call_command("migrate", verbosity=0)
    draw = seeded_refs("bench")
    refs = [draw() for _ in range(5_000)]
    figures = together(refs)
    fill(int(sys.argv[1]), refs)
    figures |= verifying()
    chained, plain, sealed = in_turn(chained_row(refs), plain_row(refs), sealed_row(refs))
    figures |= {
        "ratio": statistics.median(chained) / statistics.median(plain),
        "p50": statistics.median(chained),
        "p99": statistics.quantiles(chained, n=100)[98],
        "sealed": statistics.median(sealed) - statistics.median(chained),
    }
    print(json.dumps(figures))
    return 0


def together(refs: list[str]) -> dict[str, float]:
    """Eight writers on one chain, each row in a transaction of its own."""
    waits: list[float] = []
    refused: list[str] = []

    def write(writer: int) -> None:
        for number in range(ROWS_OF_A_WRITER):
            began = time.perf_counter()
            try:
                commit(entry(f"writer{writer}", refs[number : number + 2], chain="eight"))
                waits.append(time.perf_counter() - began)
            except DatabaseError as problem:
                refused.append(str(problem))
        connection.close()

    began = time.perf_counter()
    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    stored = AuditRow.objects.filter(chain="eight").count()
    return {
        "lost": len(waits) - stored,
        "refused": len(refused),
        "longest": max(waits) * 1000,
        "together": stored / seconds,
    }


def fill(rows: int, refs: list[str]) -> None:
    """Rows chained as `append` chains them, many in a transaction."""
    previous, sequence = START, 0
    while sequence < rows:
        batch: list[AuditRow] = []
        sides: list[tuple[str, str]] = []
        for _ in range(min(AT_ONCE, rows - sequence)):
            sequence += 1
            link = Link(
                chain=CHAIN,
                sequence=sequence,
                at=NOW + dt.timedelta(seconds=sequence),
                actor=refs[sequence % 500],
                agency=CHAIN,
                event="web.children.child",
                level=3,
                rule="R1",
                payload="{}",
                previous_hash=previous,
            )
            both = [(refs[sequence % 5_000], "opened"), (refs[(sequence * 7 + 1) % 5_000], "listed")]
            link.hash = previous = link_hash(link, both)
            batch.append(AuditRow(**link.columns()))
            sides += both
        with transaction.atomic():
            AuditRow.objects.bulk_create(batch)
            AuditSubject.objects.bulk_create(
                AuditSubject(row=batch[place // 2], subject=ref, how=how) for place, (ref, how) in enumerate(sides)
            )
    Chain.objects.create(name=CHAIN, sequence=sequence, head=previous)


def verifying() -> dict[str, float]:
    began = time.perf_counter()
    check = check_record()
    if check.faults:
        raise SystemExit(f"The record does not hold: {check.faults[0]}")
    return {"verify": check.rows / (time.perf_counter() - began)}


def in_turn(*ways: Callable[[int], None]) -> list[list[float]]:
    """Milliseconds of each way, one after the other in turn, so that the disk treats them alike."""
    times: list[list[float]] = [[] for _ in ways]
    for number in range(TIMES):
        for way, kept in zip(ways, times, strict=True):
            began = time.perf_counter()
            way(number)
            kept.append((time.perf_counter() - began) * 1000)
    return times


def chained_row(refs: list[str]) -> Callable[[int], None]:
    return lambda number: commit(entry("actor", refs[number : number + 2], chain=CHAIN))


def plain_row(refs: list[str]) -> Callable[[int], None]:
    """The same two inserts in one transaction, and no chain."""

    def write(number: int) -> None:
        with transaction.atomic():
            row = AuditRow(chain="plain", sequence=number + 1, at=NOW, actor="actor", agency="plain")
            row.event, row.level, row.rule, row.hash = "web.children.child", 3, "R1", START
            row.save(force_insert=True)
            AuditSubject.objects.bulk_create(
                AuditSubject(row=row, subject=ref, how="opened") for ref in refs[number : number + 2]
            )

    return write


def sealed_row(refs: list[str]) -> Callable[[int], None]:
    """A deed that says before and after of two subjects, whose keys are new the first time."""

    def write(number: int) -> None:
        with deed("bench.changed", by=Operator(agency_ref=CHAIN), now=NOW, decision=MAY) as act:
            for ref in refs[number : number + 2]:
                act.changed(ref, before={"gender": ""}, after={"gender": "woman"})

    return write


def entry(actor: str, refs: list[str], *, chain: str) -> Entry:
    subjects = dict.fromkeys(refs, "opened")
    return Entry(event="web.children.child", actor=actor, agency=chain, at=NOW, level=3, rule="R1", subjects=subjects)


def commit(one: Entry) -> None:
    with transaction.atomic():
        append(one)


if __name__ == "__main__":
    sys.exit(main())
