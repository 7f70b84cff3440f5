"""All work with some subjects that somebody may know of: read once for an answer, and no more than who and when."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from typing import Any, NamedTuple

from django.db.models import QuerySet

from kith.apps.access.models import Involvement
from kith.apps.access.reach import closed_scopes
from kith.apps.agencies.projections import Actor
from kith.apps.records.base import each_remembered, prepared


class Worked(NamedTuple):
    """Who works or worked with a subject, and from when to when."""

    subject_ref: str
    ref: str
    user_id: int | None
    team_id: int | None
    organisation_id: int
    part: str
    basis: str
    since_on: dt.date
    until_on: dt.date | None

    def is_over(self, day: dt.date) -> bool:
        return self.until_on is not None and self.until_on <= day

    def is_current(self, day: dt.date) -> bool:
        return self.since_on <= day and not self.is_over(day)


def all_work(actor: Actor, subject_refs: Collection[str], *, now: dt.datetime) -> list[Worked]:
    """In the order in which it began; whose work is sealed to the actor is not among them."""
    found = each_remembered(("all work", actor, now), subject_refs, lambda refs: _by_subject(actor, refs, now))
    return sorted((row for rows in found.values() for row in rows), key=lambda row: row.since_on)


def _by_subject(actor: Actor, subject_refs: Collection[str], now: dt.datetime) -> dict[str, list[Worked]]:
    found: dict[str, list[Worked]] = defaultdict(list, {ref: [] for ref in subject_refs})
    for row in _work_with(subject_refs=subject_refs, user_id=actor.id, now=now):
        found[row[0]].append(Worked(*row))
    return found


@prepared
def _work_with(*, subject_refs: Collection[str], user_id: int, now: dt.datetime) -> QuerySet[Involvement, Any]:
    rows = Involvement.objects.filter(subject__ref__in=subject_refs)
    rows = rows.exclude(ref__in=closed_scopes(user_id, now).values("record_ref"))
    return rows.order_by("since_on", "pk").values_list("subject__ref", *Worked._fields[1:])
