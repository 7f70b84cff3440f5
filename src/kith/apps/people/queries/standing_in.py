"""Whose names, numbers and addresses stand in texts, and the same texts with other words in their place."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from kith.apps.access.queries import Cut
from kith.apps.agencies.projections import Actor
from kith.apps.people import actions
from kith.apps.people.models import Address, Household, HouseholdMember, Person
from kith.apps.people.scanning import NAME
from kith.apps.people.sight import Sight, sealed_values
from kith.apps.people.standins import Rewritten, StandIns, Words


class Named:
    """These people as texts may name them: everything of theirs that is open to the actor.

    What is sealed to the actor is no part of it, or a word in its place would tell them that they had guessed right.
    """

    def __init__(self, actor: Actor, person_refs: Iterable[str], *, now: dt.datetime) -> None:
        rows = Person.objects.filter(subject__ref__in=list(person_refs)).values_list("pk", "subject__ref", "subject_id")
        self.refs = {key: ref for key, ref, _ in rows}
        subjects = [subject_id for _, _, subject_id in rows]
        closed = {value.record_ref for value in Sight(Cut(actor, actions.READ, now=now), subjects).closed_values}
        values = sealed_values([*((subject_id, "") for subject_id in subjects), *_homes_of(self.refs)])
        self.values = [value for value in values if value.record_ref not in closed]

    def who(self, text: str) -> frozenset[str]:
        """Who surely stands in it by name; a name that several bear is nobody's."""
        return frozenset(self.refs[one.person_id] for one in self._plain.written(text).told if one.kind == NAME)

    def leads_somewhere(self, text: str) -> bool:
        """Whether a number or an address stands in it."""
        return any(one.kind != NAME for one in self._plain.written(text).told)

    @cached_property
    def _plain(self) -> StandIns:
        return self._with(Words(people={}, places={value.kind: "" for value in self.values}, shared=""))

    def _with(self, words: Words) -> StandIns:
        return StandIns(self.values, words)

    def stand_ins(
        self,
        people: Mapping[str, str],
        *,
        places: Mapping[str, str],
        shared: str,
        kept: Collection[str] = (),
        common: Collection[str] = (),
    ) -> StandIns:
        """`people` by their refs; as `Words` says for the rest."""
        by_key = {key: people[ref] for key, ref in self.refs.items() if ref in people}
        return self._with(Words(people=by_key, places=places, shared=shared, kept=kept, common=common))


def _homes_of(keys: Collection[int]) -> list[tuple[int, str]]:
    """The homes that people live in or lived in, and their addresses."""
    homes = list(HouseholdMember.objects.filter(person_id__in=list(keys)).values_list("household_id", flat=True))
    named = Household.objects.filter(pk__in=homes).values_list("ref", flat=True)
    addresses = Address.objects.filter(household_id__in=homes).values_list("ref", flat=True)
    return [(0, ref) for ref in (*named, *addresses)]


__all__ = ["Named", "Rewritten", "StandIns"]
