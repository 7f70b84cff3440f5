"""Which conditions touch which children, and where an adult is on record at a child's address."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from kith.apps.access.queries import circle_ids, day_of, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.people.projections import Living, Place
from kith.apps.people.queries import is_same_place, living_of, short_name
from kith.apps.sentences.kinds import condition_kinds
from kith.apps.sentences.models import Condition, ConditionChild
from kith.apps.sentences.projections import UnsafeCard
from kith.apps.sentences.rules import covers
from kith.apps.sentences.sight import in_force, known


@dataclass(frozen=True, slots=True, kw_only=True)
class Touching:
    """Conditions in force, the adults they bind and the children round these, as far as one viewer may see both."""

    conditions: Sequence[Condition]
    named: Mapping[int, Collection[int]]  # keys of the children whom each condition names
    ids: Mapping[str, int]  # keys of the children by their refs
    living: Mapping[str, Living]  # everybody by ref
    on: dt.date

    def of_child(self, child_ref: str) -> list[Condition]:
        return [row for row in self.conditions if self.touches(row, child_ref)]

    def touches(self, row: Condition, child_ref: str) -> bool:
        child = self.living.get(child_ref)
        if child is None or child_ref not in self.ids or row.subject.ref not in self.living:
            return False
        return covers(row.under, self.named[row.pk], child.person, self.ids[child_ref], self.on)

    def unsafe(self, moved: Mapping[str, Sequence[Place]] | None = None) -> tuple[UnsafeCard, ...]:
        """Each adult and child under one roof; with `moved` only where these places, by person, are why."""
        return tuple(dict.fromkeys(card for row in self.conditions for card in self._unsafe_by(row, moved)))

    def _unsafe_by(self, row: Condition, moved: Mapping[str, Sequence[Place]] | None) -> Iterator[UnsafeCard]:
        kind, adult = condition_kinds()[row.kind], self.living.get(row.subject.ref)
        if adult is None or not kind.keeps_apart:
            return
        for ref in self.ids:
            place = self._shared(row.subject.ref, ref, moved) if self.touches(row, ref) else None
            if place is not None:
                yield UnsafeCard(
                    adult_ref=row.subject.ref,
                    adult=short_name(adult.person),
                    child_ref=ref,
                    child=short_name(self.living[ref].person),
                    place=place.says,
                    condition=kind.says,
                )

    def _shared(self, adult: str, child: str, moved: Mapping[str, Sequence[Place]] | None) -> Place | None:
        if moved is None:
            return _in_common(self.living[adult].places, self.living[child].places)
        return _in_common(moved.get(adult, ()), [*self.living[child].places, *moved.get(child, ())]) or _in_common(
            self.living[adult].places, moved.get(child, ())
        )


def _in_common(some: Sequence[Place], others: Sequence[Place]) -> Place | None:
    return next((one for one in some if any(is_same_place(one, other) for other in others)), None)


def touching_children(actor: Actor, child_refs: Collection[str], *, now: dt.datetime) -> Touching:
    """What touches these children; of adults in whose network a child does not stand only where it is named."""
    ids = {ref: target_of(ref).id for ref in child_refs}
    near = {key for child in ids.values() for key in circle_ids(child)}
    named = ConditionChild.objects.filter(subject_id__in=ids.values()).values("condition_id")
    return _touching(actor, Q(subject_id__in=near) | Q(pk__in=named), ids, now=now)


def touching_adult(actor: Actor, adult_ref: str, children: Mapping[str, Living], *, now: dt.datetime) -> Touching:
    """The adult's own conditions, and these children."""
    ids = {ref: target_of(ref).id for ref in children}
    return _touching(actor, Q(subject__ref=adult_ref), ids, now=now)


def _touching(actor: Actor, wanted: Q, ids: Mapping[str, int], *, now: dt.datetime) -> Touching:
    """Nobody is looked up where there is no condition, which is so for nearly every child."""
    on = day_of(now)
    rows = list(in_force(known(actor, now=now), on).filter(wanted).select_related("subject").order_by("since_on", "pk"))
    named: dict[int, set[int]] = defaultdict(set)
    if rows:
        for row in ConditionChild.objects.filter(condition__in=rows):
            named[row.condition_id].add(row.subject_id)
    living = living_of(actor, {*ids, *(row.subject.ref for row in rows)}, now=now) if rows else {}
    return Touching(conditions=rows, named=named, ids=ids, living=living, on=on)
