"""What happened last, for the child's own page, in questions that are prepared: that page is opened most of all."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from django.db.models import QuerySet

from kith.apps.access.queries import Cut, decide, role_may, uncovered
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import organisation_cards
from kith.apps.chronologies.actions import READ, WRITE
from kith.apps.chronologies.models import Entry, EntryChild, Telling
from kith.apps.chronologies.projections import Latest, LatestRow
from kith.apps.chronologies.sight import EVENT, may_do
from kith.apps.chronologies.vocabulary import for_own_agency
from kith.apps.people.queries import Texts, names_of
from kith.apps.records.base import Written, prepared
from kith.kernel.partial_dates import PartialDate

SHOWN, TRIED = 3, 8  # where what happened last is not this viewer's, what happened before stands there
ANY = "person"


def latest_rows(actor: Actor, child_ref: str, *, now: dt.datetime) -> Latest | None:
    """None for whoever may not read what happened; withdrawn rows are not among them."""
    if not role_may(actor, READ):
        return None
    cut = Cut(actor, READ, now=now)
    if not decide(actor, READ, child_ref, now=now, kind=EVENT if cut.tells_kinds_apart else ANY).allowed:
        return None
    kept = for_own_agency()
    newest = _newest(child_ref=child_ref, agency_id=actor.agency_id, kept=kept, closed=cut.closed_refs)
    rows = _seen(actor, child_ref, list(newest), now)
    return Latest(rows=tuple(rows[:SHOWN]), may_write=may_do(actor, WRITE, child_ref, now=now))


@prepared
def _newest(*, child_ref: str, agency_id: int, kept: Collection[str], closed: Written) -> QuerySet[Entry]:
    of_child = EntryChild.objects.filter(subject__ref=child_ref, stands_in=True).values("entry_id")
    rows = Entry.objects.filter(pk__in=of_child, withdrawn_at=None)
    others = Entry.objects.exclude(agency_id=agency_id).filter(restriction__in=kept).values("pk")
    return uncovered(rows.exclude(pk__in=others), closed).order_by("-sorts_on", "-pk")[:TRIED]


def _seen(actor: Actor, child_ref: str, entries: Collection[Entry], now: dt.datetime) -> list[LatestRow]:
    """Of these rows those that are about nobody, and tell of nothing, that is not this viewer's."""
    keys = [row.pk for row in entries]
    beside: dict[int, set[str]] = defaultdict(set)
    for key, ref in _others(keys=keys, child_ref=child_ref) if keys else ():
        beside[key].add(ref)
    others = {ref for refs in beside.values() for ref in refs}
    names = names_of(actor, others, now=now, shows=False) if others else {}
    tellings = {one.entry_id: one for one in _standing(keys=keys)} if keys else {}
    texts, agencies = Texts(actor, [child_ref], now=now), organisation_cards({row.agency_id for row in entries})
    found = []
    for row in entries:
        telling = tellings[row.pk]
        if beside[row.pk] <= names.keys() and (fact := texts(telling, "fact")):
            told_by = row.teller or agencies[row.agency_id].name
            found.append(LatestRow(row.ref, PartialDate.from_code(telling.start), told_by, fact, telling.rag))
    return found


@prepared
def _others(*, keys: Collection[int], child_ref: str) -> QuerySet[EntryChild, tuple[int, str]]:
    rows = EntryChild.objects.filter(entry_id__in=keys).exclude(subject__ref=child_ref)
    return rows.values_list("entry_id", "subject__ref")


@prepared
def _standing(*, keys: Collection[int]) -> QuerySet[Telling]:
    return Telling.objects.filter(entry_id__in=keys, replaced_at=None)
