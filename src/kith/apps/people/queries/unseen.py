"""Who lives with whom as far as nothing of it is sealed, for what Kith looks for by itself.

Nobody is shown any of it as it is: whoever is told of what came of it is asked first what they may see themselves.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from kith.apps.access.queries import Unsealed, day_of, that_are_there
from kith.apps.people.models import Person
from kith.apps.people.places import code_of, is_same_place
from kith.apps.people.projections import Living
from kith.apps.people.queries.families import persons_called
from kith.apps.people.queries.living import places_of
from kith.apps.people.reading import NAMES, records_of
from kith.apps.people.sight import Sight
from kith.apps.search.queries import narrow


def children_at_homes_of(person_refs: Collection[str], *, now: dt.datetime) -> Iterator[tuple[Living, Living]]:
    """Each of these people with each child who has workers of their own and lives at a place of theirs.

    By postcode, because nobody is looked for in the whole county by a line alone.
    """
    people = living_unsealed(list(persons_called(refs=person_refs)), now)
    codes = {code_of(place) for one in people for place in one.places} - {""}
    under: dict[str, list[Living]] = defaultdict(list)
    for child in living_unsealed(_children_under(codes), now):
        for code in {code_of(place) for place in child.places} & codes:
            under[code].append(child)
    for one in people:
        near = {child.person.id: child for place in one.places for child in under.get(code_of(place), ())}
        near.pop(one.person.id, None)
        for child in near.values():
            if any(is_same_place(mine, theirs) for mine in one.places for theirs in child.places):
                yield one, child


def _children_under(codes: Collection[str]) -> list[Person]:
    children = that_are_there(Person.objects.filter(subject__has_case=True, withdrawn_at=None))
    keys: set[int] = set()
    for code in codes:
        keys |= set(narrow(children, code).values_list("pk", flat=True))
    return list(Person.objects.filter(pk__in=keys).select_related("subject"))


def living_unsealed(rows: Sequence[Person], now: dt.datetime) -> list[Living]:
    """Without whoever is sealed as a whole."""
    cut = Unsealed(now=now)
    closed = cut.closed_subjects([row.subject.ref for row in rows])
    known = [row for row in rows if row.subject.ref not in closed]
    sight = Sight(cut, [row.subject_id for row in known])
    records, places = records_of(known, sight, only=NAMES), places_of(known, sight, day_of(now))
    return [Living(person=records[row.pk], places=tuple(places[row.pk])) for row in known]
