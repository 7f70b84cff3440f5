"""Whether a worker is somebody on record, or lives with them. Plain words in, yes or no out; no queries."""

from kith.apps.access.projections import StaffFacts
from kith.apps.people.places import is_same_place
from kith.apps.people.projections import Living, Place
from kith.kernel.text import folded_tokens


def is_close(worker: StaffFacts, one: Living) -> bool:
    """One home, or one family name with one day of birth; a name alone is shared by too many."""
    return _lives_with(worker, one) or _is_called_and_born_like(worker, one)


def _lives_with(worker: StaffFacts, one: Living) -> bool:
    mine = Place(lines=worker.lines, postcode=worker.postcode)
    return bool(worker.lines) and any(
        is_same_place(mine, place) and _may_be_one_flat(worker.lines, place.lines) for place in one.places
    )


def _may_be_one_flat(mine: str, theirs: str) -> bool:
    """Two flats of one house are two homes; where one of the two names no flat, it may be the same."""
    one, other = ({word for word in folded_tokens(lines) if word[0].isdigit()} for lines in (mine, theirs))
    return one <= other or other <= one


def _is_called_and_born_like(worker: StaffFacts, one: Living) -> bool:
    born, family = one.person.birth, folded_tokens(worker.family)
    if worker.born is None or born is None or not family:
        return False
    if (born.earliest, born.latest) != (worker.born, worker.born):
        return False
    return any(folded_tokens(name.family or name.text)[-len(family) :] == family for name in one.person.names)
