"""One database's part of `make bench-access`: grow the county if it is not there, then time each question."""

import datetime as dt
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import django
from django.db import connection
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.project.settings")
django.setup()

from kith.apps.access.models import (  # noqa: E402 the platform has to be started first
    Circle,
    Conflict,
    EmergencyLook,
    Involvement,
    Seal,
    SealReader,
    SealScope,
    Share,
    ShareTerms,
    Subject,
)
from kith.apps.access.queries import day_of, decide, visible  # noqa: E402
from kith.apps.agencies.models import User  # noqa: E402
from kith.apps.agencies.projections import Actor, Operator  # noqa: E402
from kith.apps.agencies.queries import actor_for  # noqa: E402
from kith.apps.audit.services import load  # noqa: E402
from kith.apps.people.actions import READ  # noqa: E402
from kith.apps.people.models import Person  # noqa: E402
from kith.apps.search.queries import narrow  # noqa: E402
from kith.cli.migrate import bring_up_to_date  # noqa: E402
from kith.testing.filling import fill  # noqa: E402

RUNS, WARM_UPS = 60, 5
PAGE, CAPPED = 50, 501
LIMITS = {"team worker": 30, "school, by shares": 60, "front door": 60}  # milliseconds, median
ONE_RECORD = 5
SHARED_CHILDREN, SEALED_PEOPLE, SEALED_RECORDS = 1_600, 600, 1_200
DAY_ZERO = dt.date(2026, 1, 5)


def main() -> int:
    bring_up_to_date()
    if not Seal.objects.exists():
        grow(int(sys.argv[1]))
    print(f"  {Person.objects.count():,} people, {Involvement.objects.count():,} involvements, {counts()}")
    print(f"  {'':<22}{'page of 50':>16}{'name search':>16}{'capped count':>16}{'one record':>16}")
    print("  " + " " * 22 + "  median / 95th %, milliseconds")
    line("no rule", questions_without_rules())
    missed = [name for name, actor in actors() if line(f"{name} ({seen_by(actor)})", questions(actor), LIMITS[name])]
    print(f"  targets: {LIMITS['team worker']} ms for a worker, {LIMITS['front door']} ms for the front door,", end=" ")
    print(f"{ONE_RECORD} ms for one record. " + (f"Missed: {', '.join(missed)}." if missed else "All are met."))
    return 0


def counts() -> str:
    return f"{Share.objects.count():,} shares, {Seal.objects.count():,} seals, {Circle.objects.count():,} circle places"


def seen_by(actor: Actor) -> str:
    return f"{visible(actor, READ, Person.objects.all(), now=timezone.now()).count():,}"


# What is measured


Question = Callable[[int], Any]


def questions_without_rules() -> dict[str, Question]:
    people, refs, names = Person.objects.all(), sample_refs(Person.objects.all()), sample_names(Person.objects.all())
    return {
        "page": lambda n: list(people.order_by("sort_key", "subject_id")[:PAGE]),
        "search": lambda n: list(narrow(people, names[n % len(names)]).order_by("sort_key", "subject_id")[:PAGE]),
        "count": lambda n: people[:CAPPED].count(),
        "one": lambda n: Subject.objects.filter(ref=refs[n % len(refs)]).first(),
    }


def questions(actor: Actor) -> dict[str, Question]:
    seen = visible(actor, READ, Person.objects.all(), now=timezone.now())
    refs, names = sample_refs(seen), sample_names(seen)

    def people() -> Any:
        return visible(actor, READ, Person.objects.all(), now=timezone.now())

    return {
        "page": lambda n: list(people().order_by("sort_key", "subject_id")[:PAGE]),
        "search": lambda n: list(narrow(people(), names[n % len(names)]).order_by("sort_key", "subject_id")[:PAGE]),
        "count": lambda n: people()[:CAPPED].count(),
        "one": lambda n: decide(actor, READ, refs[n % len(refs)], now=timezone.now()),
    }


def sample_refs(people: Any) -> list[str]:
    keys = list(people.order_by("-subject_id").values_list("subject__ref", flat=True)[:40])
    return keys or ["0" * 26]


def sample_names(people: Any) -> list[str]:
    """The beginnings of names that somebody would type."""
    keys = people.order_by("subject_id").values_list("sort_key", flat=True)[:400:10]
    return [key.split()[0][:5] for key in keys if key.split()] or ["smi"]


def line(name: str, asked: dict[str, Question], limit: float = 0) -> bool:
    """Print one row; whether any of its medians missed its target."""
    results = {what: timed(question) for what, question in asked.items()}
    cells = "".join(f"{f'{middle:.1f} / {late:.1f}':>16}" for middle, late in results.values())
    print(f"  {name:<22}{cells}", flush=True)
    return bool(limit) and (
        any(results[what][0] > limit for what in ("page", "search", "count")) or results["one"][0] > ONE_RECORD
    )


def timed(question: Question) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    taken = []
    for n in range(WARM_UPS + RUNS):
        began = time.perf_counter()
        question(n)
        taken.append((time.perf_counter() - began) * 1000)
    taken = sorted(taken[WARM_UPS:])
    return statistics.median(taken), taken[round(len(taken) * 0.95) - 1]


# Whose questions


@dataclass(frozen=True)
class Cast:
    """The workers who ask."""

    team_worker: User
    school_worker: User
    front_door: User


def cast() -> Cast:
    """The first worker with a case of their own, somebody of the school agency, somebody at the front door."""
    with_cases = Involvement.objects.exclude(user=None).values_list("user_id", flat=True)
    workers = User.objects.filter(role="practitioner", is_active=True).order_by("pk")
    school = workers.filter(organisation__kind="school").first() or workers[len(workers) - 1]
    return Cast(
        team_worker=workers.filter(pk__in=with_cases).exclude(pk=school.pk)[0],
        school_worker=school,
        front_door=User.objects.filter(role="front_door", is_active=True).order_by("pk")[0],
    )


def actors() -> Iterator[tuple[str, Actor]]:
    people, today = cast(), day_of(timezone.now())
    yield "team worker", actor_for(people.team_worker, on=today)
    yield "school, by shares", actor_for(people.school_worker, on=today)
    yield "front door", actor_for(people.front_door, on=today)


# Growing


def grow(children: int) -> None:
    print(f"  growing {children:,} children and their people; this is kept for the next time", flush=True)
    began = time.monotonic()
    if not Person.objects.exists():
        fill(children=children, seed=7, now=timezone.now(), passwords={})
    with load("bench.facts", by=Operator(), now=timezone.now(), payload={}):
        add_shares()
        add_seals()
        add_conflict_and_look()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"  grown in {time.monotonic() - began:.0f} s", flush=True)


def spread(rows: Any, count: int) -> list[Any]:
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    return keys[:: max(1, len(keys) // count)][:count]


def add_shares() -> None:
    """One council shares many cases with the school, in two kinds of terms."""
    people = cast()
    kinds = "name person tie"
    full = ShareTerms.objects.get_or_create(kinds=kinds, roles="manager practitioner", level=3, sensitivity=1)[0]
    part = ShareTerms.objects.get_or_create(kinds=kinds, roles="practitioner", level=2, sensitivity=0)[0]
    givers = people.front_door.organisation_id
    Share.objects.bulk_create(
        Share(
            subject_id=subject,
            giver_id=givers,
            receiver_id=people.school_worker.organisation_id,
            terms=part if n % 8 == 0 else full,
            basis="public_task",
            purpose="s17",
            since_on=DAY_ZERO,
        )
        for n, subject in enumerate(spread(Subject.objects.filter(has_case=True), SHARED_CHILDREN))
    )


def add_seals() -> None:
    people, now = cast(), timezone.now()
    subjects = spread(Subject.objects, SEALED_PEOPLE + SEALED_RECORDS)
    seals = Seal.objects.bulk_create(
        Seal(
            subject_id=subject,
            kind="safe_address",
            outsiders="pointer" if n % 2 else "nothing",
            why="For the measurement",
            set_by=people.team_worker,
            set_at=now,
        )
        for n, subject in enumerate(subjects)
    )
    SealScope.objects.bulk_create(
        SealScope(seal=seal, subject_id=seal.subject_id, record_kind=kind, record_ref=ref)
        for n, seal in enumerate(seals)
        for kind, ref in [("", "") if n < SEALED_PEOPLE else ("address", seal.ref)]
    )
    SealReader.objects.bulk_create(SealReader(seal=seal, user=people.team_worker, since_at=now) for seal in seals[::10])


def add_conflict_and_look() -> None:
    """The fifth and sixth kind of rule, for the worker and for the front door."""
    people, now = cast(), timezone.now()
    keys = spread(Subject.objects.filter(has_case=True), 40)
    for user in (people.team_worker, people.front_door):
        Conflict.objects.create(user=user, subject_id=keys[7], how="declared", noted_at=now)
        EmergencyLook.objects.create(
            user=user,
            subject_id=keys[11],
            reason="may_be_hurt",
            words="For the measurement only.",
            opened_at=now,
            until_at=now + dt.timedelta(days=3650),
            organisation_id=people.front_door.organisation_id,
            review_due_on=now.date(),
            escalates_on=now.date(),
        )


if __name__ == "__main__":
    sys.exit(main())
