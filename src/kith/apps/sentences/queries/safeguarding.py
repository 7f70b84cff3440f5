"""What keeps a child safe from adults round them, for the child's workers: warned before an address is saved and after.

A warning rests on what its reader may see of both: an address that is sealed to them is not there, so no guess at it
is ever confirmed.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from kith.apps.access.queries import day_of, require, team_with_numbers
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.people.projections import Living, Place
from kith.apps.people.queries import Texts, living_in, shown_name
from kith.apps.sentences.actions import KNOW
from kith.apps.sentences.cards import condition_cards, named_children, stage_of, steps_of
from kith.apps.sentences.concerning import Touching, pointed_at, touching_adult, touching_children
from kith.apps.sentences.models import Condition, Intelligence
from kith.apps.sentences.projections import SafeguardCard, SafeguardsPage, SentenceLinks, UnsafeCard
from kith.apps.sentences.sight import SENTENCE, is_supervising, known_of, may_know, may_supervise
from kith.engines.drawing.network import Network


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
        is_bound=bool(known_of(actor, [person_ref], now=now)),
        has_intelligence=bool(marked) and Intelligence.objects.filter(ref__in=list(marked)).exists(),
    )


def safeguards_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> SafeguardsPage:
    decision = require(actor, KNOW, child_ref, now=now, kind=SENTENCE)
    note_opened(child_ref, decision=decision)
    touching = touching_children(actor, [child_ref], now=now)
    rows = touching.of_child(child_ref)
    return SafeguardsPage(adults=adult_cards(actor, touching, rows, child_ref, now=now), unsafe=touching.unsafe())


def adult_cards(
    actor: Actor, touching: Touching, rows: Sequence[Condition], child_ref: str, *, now: dt.datetime
) -> tuple[SafeguardCard, ...]:
    """Stage, conditions that touch this child, and whom to ring; of other children whom a condition names nothing."""
    adults = {row.subject.ref: row.subject_id for row in rows}
    if not adults:
        return ()
    texts = Texts(actor, [child_ref, *adults], now=now)
    named = named_children(touching.named, {child_ref: touching.living[child_ref]})
    steps = steps_of({row.subject_id for row in rows})
    return tuple(
        SafeguardCard(
            ref=ref,
            name=shown_name(touching.living[ref].person),
            stage=stage_of(steps[key]) if key in steps else "",  # of whom no step is recorded nothing is said
            conditions=condition_cards([row for row in rows if row.subject.ref == ref], named, texts, touching.on),
            workers=workers_with(actor, ref, now=now),
        )
        for ref, key in adults.items()
    )


def workers_with(actor: Actor, person_ref: str, *, now: dt.datetime) -> tuple[tuple[str, str], ...]:
    """Who works with somebody themselves, and how to reach them."""
    team = team_with_numbers(actor, person_ref, now=now)
    return tuple((f"{one.name}, {one.agency}", one.phone) for one in team)


def unsafe_if(
    actor: Actor,
    moved: Mapping[str, Sequence[Place]],
    *,
    newcomers: Iterable[Living] = (),
    near: str = "",
    now: dt.datetime,
) -> tuple[UnsafeCard, ...]:
    """Which children would live under one roof with whom, if these people lived at these places as well.

    `newcomers` are not on record yet; they are to stand in the network of the child `near`.
    """
    new = [one for one in newcomers if one.places]
    if not may_know(actor) or not (moved or new):
        return ()
    near_whom = list(dict.fromkeys((*moved, near))) if new else list(moved)
    touching, would_live = touching_children(actor, near_whom, now=now).joined_by(new)
    found = list(touching.unsafe({**moved, **would_live}))
    for ref in {row.subject.ref: None for row in known_of(actor, moved, now=now)}:
        touching = touching_adult(actor, ref, now=now)
        found += touching.unsafe(moved)
        if may_supervise(actor) and is_supervising(actor, ref, now=now):
            found += pointed_at(actor, ref, moved[ref], touching, now=now)
    return tuple(dict.fromkeys(found))


def unsafe_in(actor: Actor, child_ref: str, network: Network, *, now: dt.datetime) -> tuple[UnsafeCard, ...]:
    """The same of a family on paper that is to be brought into a child's network; `network.about` is the child."""
    living = {one.person.id: one for one in living_in(network, day_of(now))}
    child = living.pop(network.about, None)
    moved = {child_ref: child.places} if child else {}
    return unsafe_if(actor, moved, newcomers=living.values(), near=child_ref, now=now)
