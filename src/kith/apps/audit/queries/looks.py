"""Who looked at whom: by subject, by worker, by words that were searched; without what was sealed.

Every list is paged, newest first, and ends after ten pages: who needs more asks for a shorter time.
Times are half-open: from `since` on, and before `until`.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.db.models import Count, QuerySet

from kith.apps.audit.events import REFUSED
from kith.apps.audit.models import AuditRow, AuditSubject
from kith.apps.audit.projections import ActorRow, Page, Search, Sighting
from kith.apps.audit.searching import hashes_of

PAGE = 50
SHOWN = 10 * PAGE
SUBJECTS_OF_A_PAGE = 10_000
HOWS = ("opened", "listed", "changed", "refused")
LOOKS = ("opened", "listed")

Line = TypeVar("Line")


def sightings_of(
    subject_ref: str,
    *,
    since: dt.datetime | None = None,
    until: dt.datetime | None = None,
    hows: Collection[str] = LOOKS,
    page: int = 1,
) -> Page[Sighting]:
    """Rows in which a subject was opened or appeared in a list; `hows` may add changed and refused."""
    sides = AuditSubject.objects.filter(subject=subject_ref, how__in=hows, **_between("row__at", since, until))
    found, more, capped = _cut(sides.select_related("row").order_by("-row_id"), page)
    return Page(tuple(_sighting(side) for side in found), page, more, capped)


def rows_of(
    actor_ref: str, *, since: dt.datetime | None = None, until: dt.datetime | None = None, page: int = 1
) -> Page[ActorRow]:
    """What somebody read, did and was refused, each row with its subjects."""
    rows = AuditRow.objects.filter(actor=actor_ref, **_between("at", since, until))
    found, more, capped = _cut(rows.order_by("-at", "-pk"), page)
    subjects = _subjects_of(found)
    return Page(tuple(_actor_row(row, subjects[row.pk]) for row in found), page, more, capped)


def subjects_opened_by(actor_ref: str, *, since: dt.datetime, until: dt.datetime) -> int:
    """How many different subjects somebody opened, in an hour or any other time."""
    sides = AuditSubject.objects.filter(how="opened", row__actor=actor_ref, row__at__gte=since, row__at__lt=until)
    return sides.values("subject").distinct().count()


def actors_opening_many(more_than: int, *, since: dt.datetime, until: dt.datetime) -> dict[str, int]:
    """Refs of those who opened more than so many different subjects, with how many; the busiest first."""
    sides = AuditSubject.objects.filter(how="opened", row__at__gte=since, row__at__lt=until)
    counted = sides.values("row__actor").annotate(opened=Count("subject", distinct=True))
    many = counted.filter(opened__gt=more_than).order_by("-opened", "row__actor")
    return dict(many.values_list("row__actor", "opened"))


def openings_of(actor_ref: str, *, since: dt.datetime, until: dt.datetime) -> tuple[tuple[dt.datetime, str], ...]:
    """When somebody opened which subject, in order."""
    sides = AuditSubject.objects.filter(how="opened", row__actor=actor_ref, row__at__gte=since, row__at__lt=until)
    return tuple(sides.order_by("row_id", "pk").values_list("row__at", "subject"))


def opened_pairs(*, since: dt.datetime, until: dt.datetime) -> frozenset[tuple[str, str]]:
    """Who opened whom, each pair once."""
    sides = AuditSubject.objects.filter(how="opened", row__at__gte=since, row__at__lt=until)
    return frozenset(sides.order_by().values_list("row__actor", "subject").distinct())


def actors_refused_often(more_than: int, *, since: dt.datetime, until: dt.datetime) -> dict[str, int]:
    """Refs of those who were refused more often than that, with how often."""
    rows = AuditRow.objects.filter(event=REFUSED, at__gte=since, at__lt=until).exclude(actor="")
    counted = rows.values("actor").annotate(times=Count("pk")).filter(times__gt=more_than)
    return dict(counted.order_by("-times", "actor").values_list("actor", "times"))


def searched_for(
    terms: str, *, since: dt.datetime | None = None, until: dt.datetime | None = None, page: int = 1
) -> Page[Search]:
    """Searches in which any of these words was used: only whoever has the words can ask."""
    words = hashes_of(terms)
    any_word = [hashed for hashes in words for hashed in hashes]
    sides = AuditSubject.objects.filter(subject__in=any_word, how="searched", **_between("row__at", since, until))
    rows = AuditRow.objects.filter(pk__in=sides.values("row_id"))
    found, more, capped = _cut(rows.order_by("-pk"), page)
    matches = Counter(sides.filter(row_id__in=[row.pk for row in found]).values_list("row_id", flat=True))
    lines = (Search(actor=r.actor, agency=r.agency, at=r.at, matching=matches[r.pk], words=len(words)) for r in found)
    return Page(tuple(lines), page, more, capped)


def _between(field: str, since: dt.datetime | None, until: dt.datetime | None) -> dict[str, dt.datetime]:
    bounds = {f"{field}__gte": since, f"{field}__lt": until}
    return {name: bound for name, bound in bounds.items() if bound is not None}


def _cut(rows: QuerySet, page: int) -> tuple[list[Any], bool, bool]:
    """One page; whether the list goes on; and whether it ends here although there is more."""
    first = (page - 1) * PAGE
    if page < 1 or first >= SHOWN:
        return [], False, False
    found = list(rows[first : first + PAGE + 1])
    has_more, is_last = len(found) > PAGE, first + PAGE >= SHOWN
    return found[:PAGE], has_more and not is_last, has_more and is_last


def _sighting(side: AuditSubject) -> Sighting:
    row = side.row
    return Sighting(
        actor=row.actor,
        agency=row.agency,
        at=row.at,
        event=row.event,
        level=row.level,
        rule=row.rule,
        how=side.how,
    )


def _subjects_of(rows: Sequence[AuditRow]) -> Mapping[int, list[tuple[str, str]]]:
    sides = AuditSubject.objects.filter(row__in=[row.pk for row in rows], how__in=HOWS)
    by_row: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row_id, subject, how in sides.order_by("pk").values_list("row_id", "subject", "how")[:SUBJECTS_OF_A_PAGE]:
        by_row[row_id].append((subject, how))
    return by_row


def _actor_row(row: AuditRow, sides: Iterable[tuple[str, str]]) -> ActorRow:
    by_how: dict[str, list[str]] = defaultdict(list)
    for subject, how in sides:
        by_how[how].append(subject)
    refs = {how: tuple(by_how[how]) for how in HOWS}
    return ActorRow(agency=row.agency, at=row.at, event=row.event, level=row.level, rule=row.rule, **refs)
