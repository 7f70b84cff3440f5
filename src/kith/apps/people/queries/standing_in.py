"""Whose names, numbers and addresses stand in texts, and the same texts with other words in their place."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kith.apps.access.queries import Cut
from kith.apps.agencies.projections import Actor
from kith.apps.people import actions
from kith.apps.people.models import Person
from kith.apps.people.record_owners import homes_of
from kith.apps.people.scanning import HOME, NAME, SealedValue, patterns_of
from kith.apps.people.sight import Sight, sealed_values
from kith.apps.people.standins import Rewritten, StandIns, Words

WHOLE = "as a whole: "


class Named:
    """These people as texts may name them: everything of theirs that is open to the actor.

    What is sealed to the actor is no part of it, or a word in its place would tell them that they had guessed right.
    """

    def __init__(self, actor: Actor, person_refs: Iterable[str], *, now: dt.datetime) -> None:
        rows = Person.objects.filter(subject__ref__in=list(person_refs)).values_list("pk", "subject__ref", "subject_id")
        self.refs = {key: ref for key, ref, _ in rows}
        subjects = [subject_id for _, _, subject_id in rows]
        closed = {value.record_ref for value in Sight(Cut(actor, actions.READ, now=now), subjects).closed_values}
        values = sealed_values(
            [*((subject_id, "") for subject_id in subjects), *((0, ref) for ref in homes_of(self.refs))]
        )
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

    def _with(self, words: Words, also: Iterable[SealedValue] = ()) -> StandIns:
        return StandIns((*self.values, *also), words)

    @property
    def homes(self) -> Mapping[str, str]:
        """Homes with a name that texts may hold, by their record."""
        return {one.record_ref: one.text for one in self.values if one.kind == HOME}

    def stand_ins(
        self,
        people: Mapping[str, str],
        *,
        places: Mapping[str, str],
        shared: str,
        kept: Collection[str] = (),
        common: Collection[str] = (),
        also: "AlsoNamed | None" = None,
    ) -> StandIns:
        """`people` by their refs; as `Words` says for the rest."""
        more = also or AlsoNamed()
        workers = {-number: word for number, word in enumerate(more.workers.values(), 1)}
        by_key = {key: people[ref] for key, ref in self.refs.items() if ref in people} | workers
        records = {**more.homes, **{f"{WHOLE}{text}": word for text, word in more.wholes.items()}}
        sure, others = self._told_apart(more)
        words = Words(people=by_key, places=places, shared=shared, kept=kept, common=common, records=records, sure=sure)
        return self._with(words, others)

    def _told_apart(self, also: "AlsoNamed") -> tuple[frozenset[str], list[SealedValue]]:
        """What is somebody's name already is theirs, in small letters too, and no whole of its own."""
        others = list(_values_of(also))
        named = [one for one in (*self.values, *others) if one.kind == NAME]
        known = {pattern.compact for one in named for pattern in patterns_of(one)}
        wholes = {one: next(patterns_of(one)).compact for one in others if one.kind == HOME}
        sure = frozenset(compact for compact in wholes.values() if compact in known)
        return sure, [one for one in others if wholes.get(one) not in sure]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoNamed:
    """Others whom texts may name, each with the word in its place: workers, by any word of their name; whatever stands
    there as a whole (an agency, a word that somebody chose); and homes, by their record."""

    workers: Mapping[str, str] = field(default_factory=dict)
    wholes: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)


def _values_of(more: AlsoNamed) -> Iterator[SealedValue]:
    yield from (SealedValue(NAME, "", -number, name) for number, name in enumerate(more.workers, 1))
    yield from (SealedValue(HOME, f"{WHOLE}{text}", 0, text) for text in more.wholes)


__all__ = ["AlsoNamed", "Named", "Rewritten", "StandIns"]
