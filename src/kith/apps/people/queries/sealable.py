"""What of a person may be sealed on its own, as its reader sees it: one line for each record."""

import datetime as dt
from collections.abc import Iterable, Iterator

from kith.apps.access.queries import Cut
from kith.apps.agencies.projections import Actor
from kith.apps.people import actions
from kith.apps.people.facts import address_line
from kith.apps.people.homes import homes_of_people
from kith.apps.people.models import Person
from kith.apps.people.projections import FactCard, PersonView, SealableRecord
from kith.apps.people.queries.persons import person_view
from kith.apps.people.reading import address_of
from kith.apps.people.sight import Sight


def sealable_records(actor: Actor, person_ref: str, *, now: dt.datetime) -> tuple[SealableRecord, ...]:
    """Everything that stands on the person's page with a ref of its own; what was taken out is not offered."""
    view = person_view(actor, person_ref, now=now)
    return tuple(_records(actor, view, now=now))


def _records(actor: Actor, view: PersonView, *, now: dt.datetime) -> Iterator[SealableRecord]:
    yield from _of("address", "Address", view.addresses)
    yield from _homes(actor, view.person.id, now=now)
    yield from _of("stay", "That they live there", view.stays)
    yield from _of("name", "Name", view.names)
    yield from _of("number", "Number", view.numbers)
    yield from _of("language", "Language", view.languages)
    for tie in view.ties:
        if tie.taken_out is None:
            yield SealableRecord("tie", tie.ref, "Tie", f"{tie.a}: {tie.says} {tie.b}")
    for held in view.responsibilities:
        if held.taken_out is None:
            says = f"{held.holder} for {held.child}, {held.how}"
            yield SealableRecord("responsibility", held.ref, "Parental responsibility", says)


def _of(kind: str, what: str, facts: Iterable[FactCard]) -> Iterator[SealableRecord]:
    for fact in facts:
        if fact.taken_out is None:
            yield SealableRecord(kind, fact.ref, what, fact.says)


def _homes(actor: Actor, person_ref: str, *, now: dt.datetime) -> Iterator[SealableRecord]:
    """A home's address and name are sealed for everybody who lives there."""
    row = Person.objects.get(subject__ref=person_ref)
    sight = Sight(Cut(actor, actions.READ, now=now), [row.subject_id])
    for home in homes_of_people(sight, {row.pk: row.subject_id}):
        if home.address:
            says = f"{address_line(address_of(home.address))}, for everybody in this home"
            yield SealableRecord("address", home.address.ref, "Address of a home", says)
        yield SealableRecord("household", home.row.ref, "Name of a home", home.name)
