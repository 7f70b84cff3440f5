"""The children with whom somebody works now: asked on every Today, so in prepared words and once for an answer."""

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from django.db.models import QuerySet

from kith.apps.access.queries import A_HANDFUL, Asked, mine_among, opened_among, own_subjects, visible
from kith.apps.agencies.projections import Actor
from kith.apps.people import actions
from kith.apps.people.models import Person
from kith.apps.people.queries.families import opened_rows
from kith.apps.records.base import prepared, remembered

MOST_OWN = 200
IN_ORDER = ("sort_key", "subject_id")


class OwnChildren(NamedTuple):
    """Rows of children whom the actor may find, and the keys of those whom they may open."""

    rows: list[Person]
    opened: set[int]

    @property
    def open_rows(self) -> list[Person]:
        return [row for row in self.rows if row.pk in self.opened]


def own_children(actor: Actor, *, now: dt.datetime) -> OwnChildren:
    """Children with whom the actor, or a team of theirs, works now."""
    return remembered(("own children", actor, now), lambda: _own_children(actor, now))


def _own_children(actor: Actor, now: dt.datetime) -> OwnChildren:
    """Of a handful each is decided on; of a whole team's hundreds the rules are asked as one query."""
    keys = own_subjects(actor, now=now)
    if len(keys) > A_HANDFUL:
        listed = mine_among(actor, visible(actor, actions.FIND, with_case(), now=now), now=now)
        rows = list(listed.order_by(*IN_ORDER)[:MOST_OWN])
        return OwnChildren(rows, {row.pk for row in opened_rows(actor, actions.READ, rows, now=now)})
    found = opened_among(actor, actions.FIND, keys, Asked(now=now))
    opened = opened_among(actor, actions.READ, keys, Asked(now=now))
    rows = [row for row in children_with(subject_ids=keys) if row.subject_id in found][:MOST_OWN]
    return OwnChildren(rows, {row.pk for row in rows if row.subject_id in opened})


def own_refs(actor: Actor, *, now: dt.datetime) -> dict[int, str]:
    """Keys and refs of the actor’s own children whom they may open."""
    return {row.subject_id: row.subject.ref for row in own_children(actor, now=now).open_rows}


def with_case() -> QuerySet[Person]:
    return Person.objects.filter(subject__has_case=True).select_related("subject")


@prepared
def children_with(*, subject_ids: Collection[int]) -> QuerySet[Person]:
    """In the order of their names."""
    return with_case().filter(subject_id__in=subject_ids).order_by(*IN_ORDER)
