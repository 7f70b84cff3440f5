"""Which conditions touch which children, and where an adult is on record at a child's address."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.people.projections import Living, Place
from kith.apps.people.queries import children_at, children_round, is_same_place, living_of, short_name
from kith.apps.records.base import prepared
from kith.apps.sentences.kinds import condition_kinds, keeping_apart
from kith.apps.sentences.models import Condition, ConditionChild
from kith.apps.sentences.projections import UnsafeCard
from kith.apps.sentences.rules import covers
from kith.apps.sentences.sight import known_near, known_of

Cards = tuple[UnsafeCard, ...]
Moved = Mapping[str, Sequence[Place]]  # by person, where they would live as well
SOMEBODY = "a child whom others here work with"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touching:
    """Conditions in force, the adults they bind and the children round these, as far as one viewer may see both."""

    conditions: Sequence[Condition]
    named: Mapping[int, Collection[str]]  # refs of the children whom each condition names
    children: Collection[str]  # refs
    living: Mapping[str, Living]  # everybody by ref
    on: dt.date

    def of_child(self, child_ref: str) -> list[Condition]:
        return [row for row in self.conditions if self.touches(row, child_ref)]

    def touches(self, row: Condition, child_ref: str) -> bool:
        child = self.living.get(child_ref)
        if child is None or row.subject.ref not in self.living:
            return False
        return covers(row.under, self.named.get(row.pk, ()), child.person, self.on)

    def unsafe(self, moved: Moved | None = None) -> Cards:
        """Each adult and child under one roof; with `moved` only where these places, by person, are why."""
        found: dict[tuple[str, str], list[Condition]] = defaultdict(list)
        for row in self.conditions:
            for child_ref in self.children if row.kind in keeping_apart() else ():
                if self.touches(row, child_ref):
                    found[row.subject.ref, child_ref].append(row)
        places = {pair: self._shared(*pair, moved) for pair in found}
        return tuple(self._card(*pair, place, found[pair]) for pair, place in places.items() if place is not None)

    def _shared(self, adult: str, child: str, moved: Moved | None) -> Place | None:
        if moved is None:
            return in_common(self.living[adult].places, self.living[child].places)
        return in_common(moved.get(adult, ()), [*self.living[child].places, *moved.get(child, ())]) or in_common(
            self.living[adult].places, moved.get(child, ())
        )

    def _card(self, adult: str, child: str, place: Place, broken: Sequence[Condition]) -> UnsafeCard:
        card = _card(self.living[adult], short_name(self.living[child].person), place, broken)
        return replace(card, child_ref=self.living[child].person.id)

    def joined_by(self, newcomers: Sequence[Living]) -> tuple["Touching", dict[str, Sequence[Place]]]:
        """The same with people who are not on record yet and so have no ref, and where these would live."""
        new = {f"new {number}": _without_ref(one) for number, one in enumerate(newcomers)}
        joined = replace(self, children=[*self.children, *new], living={**self.living, **new})
        return joined, {key: one.places for key, one in new.items()}


def _without_ref(one: Living) -> Living:
    """What a file calls somebody is no ref: no condition can name them."""
    return replace(one, person=replace(one.person, id=""))


def pointed_at(actor: Actor, adult_ref: str, places: Sequence[Place], touching: Touching, *, now: dt.datetime) -> Cards:
    """Children elsewhere in the county at one of these places, for whoever supervises the adult: none is named.

    They stand in no network with the adult, so nobody else would ever put the two together.
    """
    rows = [row for row in touching.conditions if row.under and row.kind in keeping_apart()]
    adult = touching.living.get(adult_ref)
    if adult is None or not rows:
        return ()
    found: dict[UnsafeCard, None] = {}
    for child in children_at(actor, places, besides=list(touching.children), now=now):
        place = in_common(places, child.places)
        broken = [row for row in rows if covers(row.under, (), child.person, touching.on)]
        if place is not None and broken:
            found[_card(adult, SOMEBODY, place, broken)] = None
    return tuple(found)


def _card(adult: Living, child: str, place: Place, broken: Sequence[Condition]) -> UnsafeCard:
    said = dict.fromkeys(condition_kinds()[row.kind].says for row in broken)
    return UnsafeCard(
        adult=short_name(adult.person),
        child=child,
        place=place.says,
        condition=", ".join(said),
        adult_ref=adult.person.id,
    )


def in_common(some: Sequence[Place], others: Sequence[Place]) -> Place | None:
    return next((one for one in some if any(is_same_place(one, other) for other in others)), None)


def touching_children(actor: Actor, child_refs: Sequence[str], *, now: dt.datetime) -> Touching:
    """What touches these children, of adults in their networks, or naming them."""
    rows = known_near(actor, child_refs, now=now)
    living = living_of(actor, {*child_refs, *(row.subject.ref for row in rows)}, now=now) if rows else {}
    return _touching(rows, child_refs, living, now)


def touching_adult(
    actor: Actor, adult_ref: str, *, seen: Mapping[str, Living] | None = None, now: dt.datetime
) -> Touching:
    """The adult's own conditions and the children round them; `seen` spares whoever has read them already."""
    rows = known_of(actor, [adult_ref], now=now)
    if rows and seen is None:
        seen = {**living_of(actor, [adult_ref], now=now), **children_round(actor, adult_ref, now=now)}
    living = seen or {}
    return _touching(rows, [ref for ref in living if ref != adult_ref], living, now)


def touching_pairs(actor: Actor, pairs: Collection[tuple[str, str]], *, shows: bool, now: dt.datetime) -> Touching:
    """What touches the children of these pairs of an adult and a child, read in one go."""
    adults, children = ({pair[side] for pair in pairs} for side in (0, 1))
    rows = known_of(actor, adults, now=now)
    living = living_of(actor, adults | children, now=now, shows=shows) if rows else {}
    return _touching(rows, children, living, now)


@prepared
def _children_named(*, condition_ids: Collection[int]) -> QuerySet[ConditionChild]:
    return ConditionChild.objects.filter(condition_id__in=condition_ids).select_related("subject")


def named_by(rows: Sequence[Condition]) -> dict[int, set[str]]:
    """Refs of the children whom each condition names."""
    named: dict[int, set[str]] = defaultdict(set)
    for row in _children_named(condition_ids=[row.pk for row in rows]) if rows else ():
        named[row.condition_id].add(row.subject.ref)
    return named


def _touching(
    rows: Sequence[Condition], children: Collection[str], living: Mapping[str, Living], now: dt.datetime
) -> Touching:
    return Touching(conditions=rows, named=named_by(rows), children=children, living=living, on=day_of(now))
