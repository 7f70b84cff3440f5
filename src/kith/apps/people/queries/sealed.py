"""Whether words that are about to leave hold something sealed: asked by whoever shows, prints, sends or publishes."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Protocol

from django.db.models import QuerySet

from kith.apps.access.queries import Cut
from kith.apps.agencies.projections import Actor
from kith.apps.people import actions
from kith.apps.people.models import Person
from kith.apps.people.scanning import Scanner
from kith.apps.people.sight import HELD_BACK, ReleasedSight, Sight, sealed_values
from kith.apps.records.base import prepared


class Says(Protocol):
    """A text as one viewer may see it: the whole of it, or nothing at all.

    Whoever wrote it goes on seeing it: if it vanished, they would learn that they had guessed what is sealed. `by` is
    the key of whoever did, where the row knows it; `of` is the ref of a record that keeps its writers itself.
    """

    def __call__(self, text: str, *, of: str = "", by: int | None = None) -> str: ...


def sieve(actor: Actor, subject_refs: Iterable[str], *, now: dt.datetime) -> Says:
    """For texts about these subjects, read in one go."""
    sight = Sight(Cut(actor, actions.READ, now=now), _subject_ids(subject_refs))

    def says(text: str, *, of: str = "", by: int | None = None) -> str:
        return text if by == actor.id else sight.says(text, of=of)

    return says


def sieve_to_take(actor: Actor, subject_refs: Iterable[str], *, now: dt.datetime) -> Says:
    """The same for a copy that the actor takes out of Kith: texts in which they know something to be sealed stay
    behind, their own too."""
    sight = ReleasedSight(Cut(actor, actions.READ, now=now), _subject_ids(subject_refs))

    def says(text: str, *, of: str = "", by: int | None = None) -> str:
        return sight.released(text) if by == actor.id else sight.says(text, of=of)

    return says


def holds_what_is_sealed(actor: Actor, texts: Iterable[str], subject_refs: Iterable[str], *, now: dt.datetime) -> bool:
    """Whether one of these texts, as the actor sees them, tells what the actor knows to be sealed from others.

    Of a seal on whose list they are not, their own words say no more than they themselves do: any other answer would
    tell them that they had guessed right.
    """
    sight = ReleasedSight(Cut(actor, actions.READ, now=now), _subject_ids(subject_refs))
    return any(sight.says(text) == HELD_BACK for text in texts)


def named_in(
    actor: Actor, texts: Collection[str], person_refs: Iterable[str], *, now: dt.datetime
) -> frozenset[tuple[str, str]]:
    """Which of these people stand in one of these texts: their ref, with the ref of the name, number or address.

    For what leaves Kith: whatever is sealed of them later has to end it. What is sealed to the actor already is no
    part of it, or a refusal would tell them that they had guessed right.
    """
    people = dict(Person.objects.filter(subject__ref__in=list(person_refs)).values_list("pk", "subject__ref"))
    subjects = list(Person.objects.filter(pk__in=people).values_list("subject_id", flat=True))
    closed = {value.record_ref for value in Sight(Cut(actor, actions.READ, now=now), subjects).closed_values}
    values = sealed_values([(subject_id, "") for subject_id in subjects])
    scanner = Scanner(value for value in values if value.record_ref not in closed)
    found = (value for text in texts for value in scanner.found_in(text))
    return frozenset((people[value.person_id], value.record_ref) for value in found if value.person_id in people)


def _subject_ids(subject_refs: Iterable[str]) -> list[int]:
    return _people_with(refs=list(subject_refs))


@prepared
def _people_with(*, refs: Collection[str]) -> QuerySet[Person, int]:
    return Person.objects.filter(subject__ref__in=refs).values_list("subject_id", flat=True)
