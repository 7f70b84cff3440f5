"""Destroying all that is known of a person: their facts, their ties to others, their words and how they are found.

What others are stays as it is, but nothing points at the person any more, as if they had never been on record.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain

from django.db.models import Model, Q, QuerySet

from kith.apps.access.queries import Cut
from kith.apps.access.services import Destroying
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import Deed
from kith.apps.people import actions
from kith.apps.people.models import (
    Account,
    Address,
    Household,
    HouseholdMember,
    Identifier,
    Language,
    OwnWords,
    ParentalResponsibility,
    Person,
    PersonName,
    SourceFile,
    TakenOver,
    Tie,
)
from kith.apps.people.scanning import Scanner
from kith.apps.people.services.rows import held
from kith.apps.people.sight import Sight, sealed_values
from kith.apps.search.services import index


def on_destroy(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    """Inside the deed, against the version that the proposer's page showed."""
    person = held(change.subject_ref, change.seen)
    homes = list(_homes_of_theirs_alone(person).values_list("pk", flat=True))
    _forget_words([change.subject_ref])
    for rows in _facts_of(person, homes):
        _forget_words(rows.values_list("ref", flat=True))
        rows.delete()
    _point_elsewhere(person)
    TakenOver.objects.filter(merge_ref__in=change.merge_refs).delete()
    _empty_source_files(person)
    index(change.subject_id, ())
    person.delete()


def tells_of_person(subject_ref: str, text: str, *, to: Actor | None, now: dt.datetime) -> bool:
    """Whether a text holds a name, an address or a number of theirs; for a writer, one that they may see."""
    person = Person.objects.filter(subject__ref=subject_ref).first()
    if person is None:
        return False
    values = sealed_values([(person.subject_id, "")])
    if to is not None:
        seen = _seen_by(to, person, now)
        values = tuple(value for value in values if value.record_ref in seen)
    return bool(Scanner(values).found_in(text))


def _seen_by(actor: Actor, person: Person, now: dt.datetime) -> set[str]:
    """Refs of the names, numbers and addresses of a person that an actor may see."""
    sight = Sight(Cut(actor, actions.READ, now=now), [person.subject_id])
    rows = (sight.of(model, {person.pk: person.subject_id}) for model in (PersonName, Identifier, Address))
    return {row.ref for row in chain.from_iterable(rows)}


def _facts_of(person: Person, homes: list[int]) -> Iterator[QuerySet[Model]]:
    """In an order in which each may go: what hangs on a row before the row."""
    ties = Tie.objects.filter(Q(a=person) | Q(b=person) | Q(view_of=person))
    yield Account.objects.filter(tie__in=ties.values("pk"))
    yield ties
    yield ParentalResponsibility.objects.filter(Q(child=person) | Q(holder=person))
    yield Address.objects.filter(Q(person=person) | Q(household__in=homes))
    for model in (PersonName, Language, Identifier, HouseholdMember):
        yield model._default_manager.filter(person=person)
    yield Household.objects.filter(pk__in=homes)


def _homes_of_theirs_alone(person: Person) -> QuerySet[Household]:
    """Homes in which nobody else is on record, today or ever."""
    homes = HouseholdMember.objects.filter(person=person).values("household")
    shared = HouseholdMember.objects.filter(household__in=homes).exclude(person=person).values("household")
    return Household.objects.filter(pk__in=homes).exclude(pk__in=shared)


def _forget_words(refs: Iterable[str]) -> None:
    """That somebody wrote something sealed into one of these records."""
    for ref in refs:
        OwnWords.objects.filter(Q(place=ref) | Q(place__startswith=f"{ref} ")).delete()


def _point_elsewhere(person: Person) -> None:
    """What they told us of others stays, and nobody is named as the one who told it."""
    Tie.objects.filter(told_by_person=person).update(told_by_person=None)
    Person.objects.filter(told_by_subject_id=person.subject_id).update(told_by_subject=None)


def _empty_source_files(person: Person) -> None:
    """What a family file said that we have no room for names nobody, so none of it can be said not to be theirs."""
    SourceFile.objects.filter(centre_id=person.subject_id).delete()
    if person.subject.batch_id is not None:
        SourceFile.objects.filter(batch_id=person.subject.batch_id).update(kept="[]")
