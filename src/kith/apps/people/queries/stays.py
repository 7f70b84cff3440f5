"""Where somebody has stayed, from when to when, for a picture of their time."""

import datetime as dt

from kith.apps.access.queries import Cut, require, target_of
from kith.apps.agencies.projections import Actor
from kith.apps.people.actions import READ
from kith.apps.people.homes import homes_of_people
from kith.apps.people.models import Person
from kith.apps.people.projections import Stay
from kith.apps.people.sight import Sight


def stays_of(actor: Actor, person_ref: str, *, now: dt.datetime) -> tuple[Stay, ...]:
    """Stays with a beginning, for a page that has opened the person already; without one nothing can be drawn."""
    require(actor, READ, person_ref, now=now)
    subject_id = target_of(person_ref).id
    keys = dict(Person.objects.filter(subject_id=subject_id).values_list("pk", "subject_id"))
    homes = homes_of_people(Sight(Cut(actor, READ, now=now), [subject_id]), keys)
    return tuple(Stay(home.name, stay.since, stay.until) for home in homes for stay in home.stays if stay.since)
