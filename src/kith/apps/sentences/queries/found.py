"""Addresses at which Kith found an adult and a child whom a condition keeps apart, for the front door to look at.

See decision 14. The queue names nobody; whoever supervises the adult learns what decision 12 lets them learn.
"""

import datetime as dt
from collections.abc import Collection, Mapping

from django.db.models import QuerySet

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.audit.services import note_opened
from kith.apps.cases.queries import may_triage
from kith.apps.people.projections import Living
from kith.apps.people.queries import children_round, living_of, shown_name
from kith.apps.records.base import prepared
from kith.apps.sentences.concerning import pointed_at, touching_adult
from kith.apps.sentences.finding import require_found, seen_of, standing_pairs
from kith.apps.sentences.models import FoundTogether
from kith.apps.sentences.projections import FoundCard, FoundPage, UnsafeCard
from kith.apps.sentences.queries.safeguarding import adult_cards, workers_with

MOST_FOUND = 50


def found_together(actor: Actor, *, now: dt.datetime) -> tuple[FoundCard, ...]:
    """What waits to be looked into, the longest first; nothing for anybody but the front door."""
    if not may_triage(actor):
        return ()
    return tuple(FoundCard(ref=one.row.ref, found_at=one.row.found_at) for one in seen_of(actor, _waiting(), now=now))


@prepared
def _waiting() -> QuerySet[FoundTogether]:
    """Asked on the first page of everybody at the front door."""
    return standing_pairs().filter(looked_at=None)[:MOST_FOUND]


def is_to_look_at(actor: Actor, *, now: dt.datetime) -> bool:
    return bool(found_together(actor, now=now))


def found_page(actor: Actor, found_ref: str, *, now: dt.datetime) -> FoundPage:
    decision, found = require_found(actor, found_ref, now=now)
    row, touching = found.row, found.touching
    for ref in (row.subject.ref, row.child.ref):
        note_opened(ref, decision=decision)
    conditions = [one for one in touching.of_child(row.child.ref) if one.subject_id == row.subject_id]
    (adult,) = adult_cards(actor, touching, conditions, row.child.ref, now=now)
    return FoundPage(
        ref=row.ref,
        found_at=row.found_at,
        unsafe=found.card,
        adult=adult,
        child_name=shown_name(touching.living[row.child.ref].person),
        workers=workers_with(actor, row.child.ref, now=now),
        came_of=row.came_of,
        looked_by=worker_cards([row.looked_by_id])[row.looked_by_id].at_agency if row.looked_by_id else "",
        looked_at=row.looked_at,
    )


def unsafe_round(
    actor: Actor, adult: Living, round_them: Mapping[str, Living], *, now: dt.datetime
) -> tuple[UnsafeCard, ...]:
    """For whoever supervises an adult: the children round them under one roof with them, and those elsewhere."""
    ref = adult.person.id
    touching = touching_adult(actor, ref, seen={ref: adult, **round_them}, now=now)
    return (*touching.unsafe(), *pointed_at(actor, ref, adult.places, touching, now=now))


def adults_near_children(actor: Actor, adult_refs: Collection[str], *, now: dt.datetime) -> set[str]:
    """Of the adults whom the actor supervises, those near whom a child was found, if their pages say so too."""
    rows = standing_pairs().filter(looked_at=None, subject__ref__in=list(adult_refs))
    found = {row.subject.ref for row in rows}
    adults = living_of(actor, found, now=now) if found else {}
    return {
        ref for ref, adult in adults.items() if unsafe_round(actor, adult, children_round(actor, ref, now=now), now=now)
    }
