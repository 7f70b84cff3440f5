"""What keeps a child safe from adults round them, for the child's workers: warned before an address is saved and after.

A warning rests on what its reader may see of both: an address that is sealed to them is not there, so no guess at it
is ever confirmed.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from kith.apps.access.queries import require, team_with_numbers
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.people.projections import Place
from kith.apps.people.queries import Words, shown_name
from kith.apps.sentences.actions import KNOW
from kith.apps.sentences.cards import as_taken, condition_cards
from kith.apps.sentences.concerning import Touching, pointed_at, touching_adult, touching_children
from kith.apps.sentences.models import Condition, Intelligence, SentenceStep
from kith.apps.sentences.projections import SafeguardCard, SafeguardsPage, SentenceLinks, UnsafeCard
from kith.apps.sentences.queries.supervising import named_children
from kith.apps.sentences.sight import SENTENCE, is_supervising, known_of, may_know, may_supervise
from kith.apps.sentences.stages import STAGES, stage_after


def safeguards_note(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[UnsafeCard, ...] | None:
    """For the child's own page: None where nothing touches the child, else the unsafe addresses, if any."""
    if not may_know(actor):
        return None
    touching = touching_children(actor, [child_ref], now=now)
    return touching.unsafe() if touching.of_child(child_ref) else None


def sentence_links(actor: Actor, person_ref: str, *, marked: Collection[str] = (), now: dt.datetime) -> SentenceLinks:
    """For the page of a person whom the actor reads already; `marked` is what they see of sealed records."""
    if not may_know(actor):
        return SentenceLinks()
    return SentenceLinks(
        may_supervise=may_supervise(actor) and is_supervising(actor, person_ref, now=now),
        is_bound=bool(known_of(actor, person_ref, now=now)),
        has_intelligence=bool(marked) and Intelligence.objects.filter(ref__in=list(marked)).exists(),
    )


def safeguards_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> SafeguardsPage:
    decision = require(actor, KNOW, child_ref, now=now, kind=SENTENCE)
    note_opened(child_ref, decision=decision)
    touching = touching_children(actor, [child_ref], now=now)
    rows = touching.of_child(child_ref)
    return SafeguardsPage(adults=_adults(actor, touching, rows, child_ref, now), unsafe=touching.unsafe())


def _adults(
    actor: Actor, touching: Touching, rows: Sequence[Condition], child_ref: str, now: dt.datetime
) -> tuple[SafeguardCard, ...]:
    """Stage, conditions that touch this child, and whom to ring; of other children whom a condition names nothing."""
    adults = dict.fromkeys(row.subject.ref for row in rows)
    if not adults:
        return ()
    says = Words(actor, [child_ref, *adults], now=now)
    named = named_children(rows, {child_ref: touching.living[child_ref]})
    stages = _stages({row.subject_id for row in rows})
    return tuple(
        SafeguardCard(
            ref=ref,
            name=shown_name(touching.living[ref].person),
            stage=stages.get(ref, ""),
            conditions=condition_cards([row for row in rows if row.subject.ref == ref], named, says, touching.on),
            workers=_workers(actor, ref, now),
        )
        for ref in adults
    )


def _stages(keys: Collection[int]) -> dict[str, str]:
    """By ref; an adult of whom no step is recorded stands nowhere on the path."""
    taken: dict[str, list[SentenceStep]] = defaultdict(list)
    steps = SentenceStep.objects.filter(subject_id__in=keys, withdrawn_at=None).select_related("subject")
    for row in steps.order_by("on_day", "number"):
        taken[row.subject.ref].append(row)
    return {ref: STAGES[stage_after(as_taken(row) for row in rows)] for ref, rows in taken.items()}


def _workers(actor: Actor, adult_ref: str, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """Who works with the adult themselves, and how to reach them."""
    team = team_with_numbers(actor, adult_ref, now=now)
    return tuple((f"{one.name}, {one.agency}", one.phone) for one in team)


def unsafe_if(actor: Actor, moved: Mapping[str, Sequence[Place]], *, now: dt.datetime) -> tuple[UnsafeCard, ...]:
    """Which children would live under one roof with whom, if these people lived at these places as well."""
    if not may_know(actor) or not moved:
        return ()
    found = list(touching_children(actor, list(moved), now=now).unsafe(moved))
    for ref in moved:
        touching = touching_adult(actor, ref, now=now)
        found += touching.unsafe(moved)
        if may_supervise(actor) and is_supervising(actor, ref, now=now):
            found += pointed_at(actor, ref, moved[ref], touching, now=now)
    return tuple(dict.fromkeys(found))
