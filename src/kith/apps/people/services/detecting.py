"""Kith compares the staff list with everybody on record, and closes children to workers who are close to them.

What is sealed takes no part: a manager reads that something was found, and could tell from it where somebody hides.
"""

import datetime as dt
from collections.abc import Iterator

from kith.apps.access.projections import StaffFacts
from kith.apps.access.queries import staff_on_list, that_are_there, with_network, with_open_ties
from kith.apps.access.services import load_detected_conflicts
from kith.apps.audit.projections import Doer
from kith.apps.people.close import is_close
from kith.apps.people.models import Person
from kith.apps.people.places import code_of
from kith.apps.people.projections import Place
from kith.apps.people.queries.unseen import living_unsealed
from kith.apps.search.queries import narrow


def detect_conflicts(*, by: Doer, now: dt.datetime) -> int:
    """How many are new; what stands, and what somebody has lifted since it was found, is left as it is."""
    pairs: set[tuple[int, str]] = set()
    for worker in staff_on_list():
        people = with_open_ties(list(_people_close_to(worker, now)), now=now)
        children = with_open_ties([child for ref in people for child in _children_round(ref)], now=now)
        pairs |= {(worker.user_id, ref) for ref in people | children}
    return load_detected_conflicts(by=by, pairs=pairs, now=now)


def _people_close_to(worker: StaffFacts, now: dt.datetime) -> Iterator[str]:
    """By the index: whoever has the postcode, and whoever has the family name where a birth day is told."""
    there = that_are_there(Person.objects.filter(withdrawn_at=None))
    words = [code_of(Place(lines="", postcode=worker.postcode)), worker.family if worker.born else ""]
    keys: set[int] = set()
    for word in filter(None, words):
        keys |= set(narrow(there, word).values_list("pk", flat=True))
    rows = Person.objects.filter(pk__in=keys).select_related("subject").order_by("pk")
    for one in living_unsealed(list(rows), now):
        if is_close(worker, one):
            yield one.person.id


def _children_round(person_ref: str) -> list[str]:
    """Children with workers of their own in whose networks somebody stands."""
    centres = Person.objects.filter(with_network(person_ref, "subject_id"), subject__has_case=True)
    return list(centres.values_list("subject__ref", flat=True))
