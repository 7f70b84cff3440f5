"""One county's part of `make bench-pictures`: grow it, draw 60 on a picture of every kind, time what it costs."""

import json
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.project.settings")
django.setup()

from kith.apps.agencies.models import User  # noqa: E402 the platform has to be started first
from kith.apps.agencies.projections import Actor  # noqa: E402
from kith.apps.agencies.queries import actor_for  # noqa: E402
from kith.apps.people.models import Person  # noqa: E402
from kith.apps.pictures import services  # noqa: E402
from kith.apps.pictures.models import Placed  # noqa: E402
from kith.apps.pictures.projections import LineSaid, PictureStart, Placing  # noqa: E402
from kith.apps.pictures.rules import GENOGRAM  # noqa: E402
from kith.apps.pictures.vocabulary import PictureKind, picture_kinds  # noqa: E402
from kith.cli.migrate import bring_up_to_date  # noqa: E402
from kith.testing.filling import fill  # noqa: E402
from tools.measure_web import SESSION, children_of, cpu_seconds, signed_in  # noqa: E402

CHILDREN, ON_IT, HOMES, ANCESTORS = 200, 60, 8, 14
RUNS, WARM_UPS = 9, 2


def main() -> int:
    out, asked = Path(sys.argv[1]), [name for name in sys.argv[2].split(",") if name]
    bring_up_to_date()
    now = timezone.now()
    if not Person.objects.exists():
        print(f"  growing a county of {CHILDREN} children; this is kept for the next time", flush=True)
        fill(children=CHILDREN, seed=7, now=now, passwords={})
    user = next(
        one for one in User.objects.filter(role="practitioner", is_active=True).order_by("pk") if children_of(one)
    )
    child = children_of(user)[0][0]
    client = signed_in(user.email)
    pictures = {
        kind.name: drawn(actor_for(user, on=now.date()), child, kind, client)
        for kind in picture_kinds().values()
        if kind.name in (asked or picture_kinds())
    }
    out.write_text(json.dumps({"cookie": {SESSION: client.cookies[SESSION].value}, "pictures": pictures}))
    return 0


def drawn(by: Actor, child: str, kind: PictureKind, client: Client) -> dict[str, Any]:
    """A picture of 60 things, its address, and the milliseconds of CPU of its page and of moving one of them."""
    at: dict[str, Any] = {"by": by, "child_ref": child, "now": timezone.now()}
    ref = services.begin_picture(**at, start=PictureStart(kind=kind.name, whose="worker"))
    at["picture_ref"] = ref
    placed = [services.place(**at, placing=thing(kind, number)) for number in range(ON_IT)]
    rows = list(Placed.objects.filter(picture__ref=ref).order_by("pk"))
    if kind.name == "mobility":
        settle_in(at, rows)
    join(at, kind, rows)
    page = reverse("pictures:together", args=[child, ref])
    changed = [reverse("pictures:change", args=[child, ref, one]) for one in placed]
    moved: Callable[[int], Any] = lambda n: client.post(  # noqa: E731 a deed of one line beside the other
        changed[n], {"version": Placed.objects.get(ref=placed[n]).version, "words": f"{n} more", "to": "together"}
    )
    return {
        "page": page,
        "page_cpu": cost(lambda n: client.get(page), 200),
        "save_cpu": cost(moved, 302),
        "is_moved": kind.scene != GENOGRAM,
    }


def thing(kind: PictureKind, number: int) -> Placing:
    """One of so many: of every kind of thing and in every part, near and far."""
    item = kind.items[number % len(kind.items)] if kind.scene != GENOGRAM else "person"
    if kind.name == "mobility":
        item = "home" if number < HOMES else "person"
    part = kind.parts[number % len(kind.parts)].id if kind.parts else ""
    far = number % 4 if kind.scene == "family_tree" else number * 37 % 101
    words = ("", "from the boat club", "next door")[number % 3]
    return Placing(kind=item, name=f"{item.title()} {number + 1}", words=words, part=part, farness=far)


def settle_in(at: dict[str, Any], rows: list[Placed]) -> None:
    """Everybody at one of the homes."""
    for number, row in enumerate(rows[HOMES:]):
        placing = Placing(kind=row.kind, name=row.name, words=row.words, at=rows[number % HOMES].key)
        services.change(**at, placed_ref=row.ref, placing=placing, expected_version=row.version)


def join(at: dict[str, Any], kind: PictureKind, rows: list[Placed]) -> None:
    """Lines from the middle to every third; a genogram has three generations up, and each couple its children."""
    if kind.scene == GENOGRAM:
        for number in range(ON_IT):
            couple = number // 2 if number < ANCESTORS else number % (ANCESTORS // 2)
            child = rows[number].key if number >= ANCESTORS else rows[couple - 1].key if couple else ""
            for parent in (number,) if number < ANCESTORS else (2 * couple, 2 * couple + 1):
                services.draw_line(**at, line=LineSaid(a=child, b=rows[parent].key, kinds=("parent",)))
    elif kind.uses_lines:
        for row in rows[::3]:
            services.draw_line(**at, line=LineSaid(b=row.key, kinds=("strong",)))


def cost(question: Callable[[int], Any], status: int) -> float:
    """Median milliseconds of CPU of one answer."""
    cache.clear()  # nobody sends so many forms in a minute
    found: list[float] = []
    for n in range(WARM_UPS + RUNS):
        began = cpu_seconds()
        answer = question(n)
        found.append((cpu_seconds() - began) * 1000)
        if answer.status_code != status:
            raise SystemExit(f"A picture answered {answer.status_code}.")
    return statistics.median(found[WARM_UPS:])


if __name__ == "__main__":
    sys.exit(main())
