"""Who lives with whom as far as nothing of it is sealed, for what Kith looks for by itself.

Nobody is shown any of it as it is: whoever is told of what came of it is asked first what they may see themselves.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

from django.db.models import Q

from kith.apps.access.queries import Unsealed, day_of, that_are_there
from kith.apps.people.houses import House, house_of, may_be_one
from kith.apps.people.models import Address, HouseholdMember, Person
from kith.apps.people.places import code_of, is_same_home
from kith.apps.people.projections import Living, Place
from kith.apps.people.queries.families import persons_called
from kith.apps.people.queries.living import places_of
from kith.apps.people.reading import NAMES, records_of
from kith.apps.people.sight import Sight
from kith.apps.search.queries import narrow

MOST_AT_ONCE = 50  # numbers of houses in one question


def children_at_homes_of(person_refs: Collection[str], *, now: dt.datetime) -> Iterator[tuple[Living, Living]]:
    """Each of these people with each child who has workers of their own and lives at a place of theirs.

    By postcode; where a postcode is missing on either side, by the number of the house and then by its whole line.
    """
    people = living_unsealed(list(persons_called(refs=person_refs)), now)
    near: dict[str, list[Living]] = defaultdict(list)
    for child in living_unsealed(_children_near([place for one in people for place in one.places], now), now):
        for sign in {sign for place in child.places for sign in _signs(place)}:
            near[sign].append(child)
    for one in people:
        signs = {sign for place in one.places for sign in _signs(place)}
        children = {child.person.id: child for sign in signs for child in near.get(sign, ())}
        children.pop(one.person.id, None)
        for child in children.values():
            if any(is_same_home(mine, theirs) for mine in one.places for theirs in child.places):
                yield one, child


def _signs(place: Place) -> set[str]:
    """One of these at least is the same at two places that are one home."""
    house = house_of(place.lines)
    return {code_of(place), f"number {house.number}" if house else ""} - {""}


def _children_near(places: Sequence[Place], now: dt.datetime) -> list[Person]:
    children = that_are_there(Person.objects.filter(subject__has_case=True, withdrawn_at=None))
    keys: set[int] = set()
    for code in {code_of(place) for place in places} - {""}:
        keys |= set(narrow(children, code).values_list("pk", flat=True))
    keys |= set(children.filter(pk__in=_keys_by_lines(places, now)).values_list("pk", flat=True))
    return list(Person.objects.filter(pk__in=keys).select_related("subject"))


def _keys_by_lines(places: Sequence[Place], now: dt.datetime) -> set[int]:
    """Of people at a house that may be one of these places, where either of the two has no postcode."""
    houses, bare = _by_number(places), _by_number([place for place in places if not code_of(place)])
    people: set[int] = set()
    homes: set[int] = set()
    sight = Sight(Unsealed(now=now), ())
    standing = sight.rows(Address, withdrawn_at=None)
    coded = ((standing.filter(_with_digits(some)).exclude(postcode=""), bare) for some in _some(bare))
    for rows, known in ((standing.filter(postcode=""), houses), *coded):
        for lines, person_id, home_id in rows.values_list("lines", "person_id", "household_id").iterator():
            house = house_of(lines)
            if house and any(may_be_one(house, other) for other in known.get(house.number, ())):
                (people if person_id else homes).add(person_id or home_id or 0)
    stays = sight.rows(HouseholdMember, household__in=homes, withdrawn_at=None)
    return people | set(stays.values_list("person_id", flat=True))


def _by_number(places: Iterable[Place]) -> dict[str, list[House]]:
    found: dict[str, list[House]] = defaultdict(list)
    for house in filter(None, (house_of(place.lines) for place in places)):
        found[house.number].append(house)
    return found


def _with_digits(houses: Iterable[House]) -> Q:
    """As coarse as the database can look; which of them it is, their words decide."""
    return reduce(or_, (Q(lines__contains=digits) for digits in sorted({house.digits for house in houses})))


def _some(houses: Mapping[str, Sequence[House]]) -> Iterator[list[House]]:
    ordered = [of_one[0] for _, of_one in sorted(houses.items())]
    yield from (ordered[at : at + MOST_AT_ONCE] for at in range(0, len(ordered), MOST_AT_ONCE))


def living_unsealed(rows: Sequence[Person], now: dt.datetime) -> list[Living]:
    """Without whoever is sealed as a whole."""
    cut = Unsealed(now=now)
    closed = cut.closed_subjects([row.subject.ref for row in rows])
    known = [row for row in rows if row.subject.ref not in closed]
    sight = Sight(cut, [row.subject_id for row in known])
    records, places = records_of(known, sight, only=NAMES), places_of(known, sight, day_of(now))
    return [Living(person=records[row.pk], places=tuple(places[row.pk])) for row in known]
