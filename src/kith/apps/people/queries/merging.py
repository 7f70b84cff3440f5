"""Two records side by side, for whoever may say that they are one person; and who may be chosen as the other."""

import datetime as dt
from collections.abc import Collection

from kith.apps.access.actions import MERGE
from kith.apps.access.queries import NothingHere, require, visible
from kith.apps.agencies.projections import Actor
from kith.apps.people.joining import facts_to_join, fields_to_join
from kith.apps.people.models import Person
from kith.apps.people.projections import TwoRecords
from kith.apps.people.queries.persons import person_view


def two_records(actor: Actor, kept_ref: str, merged_ref: str, *, now: dt.datetime) -> TwoRecords:
    """The record of a child with a case is the one that is kept, whichever was named first."""
    if kept_ref == merged_ref:
        raise NothingHere
    for ref in (kept_ref, merged_ref):
        require(actor, MERGE, ref, now=now)
    kept, merged = _row(kept_ref), _row(merged_ref)
    if merged.subject.has_case and not kept.subject.has_case:
        kept, merged = merged, kept
    return TwoRecords(
        kept=person_view(actor, kept.subject.ref, now=now),
        merged=person_view(actor, merged.subject.ref, now=now),
        joins=frozenset(getattr(one.row, "ref", "") for one in facts_to_join(kept, merged, now=now)),
        fields=frozenset(fields_to_join(kept, merged)),
    )


def _row(ref: str) -> Person:
    return Person.objects.select_related("subject").get(subject__ref=ref)


def may_be_same(actor: Actor, person_refs: Collection[str], *, now: dt.datetime) -> set[str]:
    """Of these people, those of whom the actor may say that they are somebody else's other record."""
    rows = Person.objects.filter(subject__ref__in=list(person_refs), withdrawn_at=None)
    return set(visible(actor, MERGE, rows, now=now).values_list("subject__ref", flat=True))
