"""Whether a worker is somebody on record, or lives with them. Plain words in, yes or no out; no queries."""

from kith.apps.access.projections import StaffFacts
from kith.apps.people.houses import are_two_homes
from kith.apps.people.places import is_same_place
from kith.apps.people.projections import Living, Place
from kith.kernel.text import folded_tokens


def is_close(worker: StaffFacts, one: Living) -> bool:
    """One home, or one family name with one day of birth; a name alone is shared by too many."""
    return _lives_with(worker, one) or _is_called_and_born_like(worker, one)


def _lives_with(worker: StaffFacts, one: Living) -> bool:
    mine = Place(lines=worker.lines, postcode=worker.postcode)
    return bool(worker.lines) and any(
        is_same_place(mine, place) and not are_two_homes(worker.lines, place.lines) for place in one.places
    )


def _is_called_and_born_like(worker: StaffFacts, one: Living) -> bool:
    born, family = one.person.birth, folded_tokens(worker.family)
    if worker.born is None or born is None or not family:
        return False
    if (born.earliest, born.latest) != (worker.born, worker.born):
        return False
    return any(folded_tokens(name.family or name.text)[-len(family) :] == family for name in one.person.names)
