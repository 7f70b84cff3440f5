"""Where people live now or are to live, of those whom the viewer may read; what is sealed to them is not there."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from django.db.models import QuerySet

from kith.apps.access.queries import Cut, Unsealed, day_of, under_no_seal, with_network
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_listed
from kith.apps.people import actions
from kith.apps.people.cards import is_over
from kith.apps.people.facts import address_line
from kith.apps.people.homes import homes_of_people
from kith.apps.people.models import Address, HouseholdMember, Person
from kith.apps.people.places import code_of, is_same_place
from kith.apps.people.projections import Living, Place
from kith.apps.people.queries.families import opened_rows, persons_called, persons_with
from kith.apps.people.reading import NAMES, address_of, records_of
from kith.apps.people.scanning import ADDRESS, SealedValue
from kith.apps.people.sight import Sight, sealed_values
from kith.apps.search.queries import narrow
from kith.kernel.text import LIMITS, cleaned


def living_of(actor: Actor, person_refs: Collection[str], *, now: dt.datetime, shows: bool = True) -> dict[str, Living]:
    """By ref; whoever is not there for the viewer is left out. A deed that shows nobody anything says so."""
    seen = opened_rows(actor, actions.READ, persons_called(refs=person_refs), now=now)
    if not seen:
        return {}
    sight = Sight(Cut(actor, actions.READ, now=now), [row.subject_id for row in seen])
    records, places = records_of(seen, sight, only=NAMES), places_of(seen, sight, day_of(now))
    if shows:
        note_listed(record.id for record in records.values())
    return {records[row.pk].id: Living(person=records[row.pk], places=tuple(places[row.pk])) for row in seen}


def children_at(actor: Actor, places: Collection[Place], *, besides: Collection[str], now: dt.datetime) -> list[Living]:
    """Children with workers of their own at one of these places: nothing of them is sealed, and nobody's address there.

    For a warning that names none of them, by a caller that has decided that it may be given.
    """
    rows = _under_postcodes(actor, places, now).exclude(subject__ref__in=list(besides))
    found = list(rows.select_related("subject"))
    if not found:
        return []
    sight = Sight(Unsealed(now=now), [row.subject_id for row in found])
    records, homes = records_of(found, sight, only=NAMES), places_of(found, sight, day_of(now))
    sealed = [Place(lines=value.text, postcode=value.postcode) for value in _sealed_addresses(sight)]
    told = [place for place in places if not any(is_same_place(place, other) for other in sealed)]
    there = [row.pk for row in found if any(is_same_place(a, b) for a in homes[row.pk] for b in told)]
    note_listed(records[key].id for key in there)
    return [Living(person=records[key], places=tuple(homes[key])) for key in there]


def _under_postcodes(actor: Actor, places: Collection[Place], now: dt.datetime) -> QuerySet[Person]:
    """By the index; of a place without a postcode nobody is looked for in the whole county."""
    children = Person.objects.filter(subject__has_case=True, withdrawn_at=None)
    known = under_no_seal(actor, children, now=now)
    codes = {code_of(place) for place in places} - {""}
    keys: set[int] = set()
    for code in codes:
        keys |= set(narrow(known, code).values_list("pk", flat=True))
    return Person.objects.filter(pk__in=keys)


def _sealed_addresses(sight: Sight) -> list[SealedValue]:
    return [value for value in sealed_values(sight.cut.closed_anywhere()) if value.kind == ADDRESS]


def places_of(rows: Collection[Person], sight: Sight, on: dt.date) -> dict[int, list[Place]]:
    people, found = {row.pk: row.subject_id for row in rows}, defaultdict[int, list[Place]](list)
    for own in sight.standing(Address, people):
        if not is_over(own.until, on):
            found[own.person_id or 0].append(_place(own))
    for home in homes_of_people(sight, people):
        for stay in home.stays:
            if not is_over(stay.until, on):
                found[stay.person_id].append(_place(home.address, home.row.ref, home.name))
    return found


def _place(at: Address | None, home_ref: str = "", home_name: str = "") -> Place:
    if at is None:
        return Place(home_ref=home_ref, says=home_name)
    return Place(lines=at.lines, postcode=at.postcode, home_ref=home_ref, says=address_line(address_of(at)))


def place_written(lines: str, postcode: str) -> Place:
    """A place as somebody has just written it, before it is kept."""
    kept = cleaned(lines, limit=LIMITS["line"]), cleaned(postcode, limit=LIMITS["postcode"])
    return Place(lines=kept[0], postcode=kept[1], says=", ".join(part for part in kept if part))


def who_lives_in(actor: Actor, home_ref: str, *, now: dt.datetime) -> tuple[str, ...]:
    """Refs of those on record in a home, where the viewer may read both them and their stay in it."""
    sight = Sight(Cut(actor, actions.READ, now=now), ())
    stays = sight.rows(HouseholdMember, household__ref=home_ref, withdrawn_at=None)
    rows = persons_with(keys=set(stays.values_list("person_id", flat=True)))
    there = {row.pk: row for row in opened_rows(actor, actions.READ, rows, now=now) if row.withdrawn_at is None}
    telling = sight.among("household", {key: row.subject_id for key, row in there.items()})
    return tuple(row.subject.ref for key, row in there.items() if key in telling)


def children_round(actor: Actor, person_ref: str, *, now: dt.datetime, shows: bool = True) -> dict[str, Living]:
    """Children with workers of their own in whose network somebody stands, and whom the viewer may read."""
    centres = Person.objects.filter(with_network(person_ref, "subject_id"), subject__has_case=True)
    return living_of(actor, list(centres.values_list("subject__ref", flat=True)), now=now, shows=shows)
