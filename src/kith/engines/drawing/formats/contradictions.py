"""Plain sentences about what cannot all be true of a family; everything is kept as it was told."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice

from kith.engines.drawing.formats.limits import MOST_NOTES
from kith.engines.drawing.network import Network, Person
from kith.kernel.partial_dates import PartialDate

YOUNGEST_PARENT = 12
_KEPT = "Both are kept."


def contradictions(network: Network) -> tuple[str, ...]:
    """Only what is certain is said: "about 1900" contradicts nothing nearby.

    >>> ann = Person(id="I1", birth=PartialDate("1960"), death=PartialDate("1950"))
    >>> contradictions(Network(persons=(ann,)))
    ('I1: the death (1950) is before the birth (1960). Both are kept.',)
    """
    people = {person.id: person for person in network.persons}
    found = chain(
        _deaths_before_births(network),
        _births_before_parents(network, people),
        _several_birth_families(network, people),
    )
    notes = tuple(islice(found, MOST_NOTES))
    more = sum(1 for _ in found)
    return (*notes, f"There are {more:,} more contradictions of these kinds, and all is kept.") if more else notes


def _deaths_before_births(network: Network) -> Iterator[str]:
    for person in network.persons:
        if person.birth and person.death and person.death.certainly_before(person.birth):
            yield f"{person.called}: the death ({person.death}) is before the birth ({person.birth}). {_KEPT}"


def _births_before_parents(network: Network, people: dict[str, Person]) -> Iterator[str]:
    for union in network.unions:
        for link in union.children:
            if link.kind == "birth":
                yield from _too_early(people[link.child], [people[id] for id in union.partners])


def _too_early(child: Person, parents: list[Person]) -> Iterator[str]:
    for parent in parents:
        if not (child.birth and parent.birth):
            continue
        when = f"{child.called} ({child.birth})"
        whose = f"their parent {parent.called} ({parent.birth})"
        if child.birth.certainly_before(parent.birth):
            yield f"{when} was born before {whose}. {_KEPT}"
        elif _is_certainly_younger(parent.birth, child.birth):
            yield f"{when} was born when {whose} was under {YOUNGEST_PARENT}. {_KEPT}"


def _is_certainly_younger(parent: PartialDate, child: PartialDate) -> bool:
    """Whether the youngest age is not reached on any day on which the child may have been born."""
    if parent.earliest is None or child.latest is None:
        return False
    first, last = parent.earliest, child.latest
    return _month_and_day(last) < _month_and_day(first, YOUNGEST_PARENT)


def _month_and_day(day: date, years: int = 0) -> tuple[int, int, int]:
    return day.year + years, day.month, day.day


def _several_birth_families(network: Network, people: dict[str, Person]) -> Iterator[str]:
    families: dict[str, list[str]] = {}
    for union in network.unions:
        for link in union.children:
            if link.kind == "birth":
                families.setdefault(link.child, []).append(union.id)
    for child, unions in families.items():
        if len(unions) > 1:
            listed = f"{', '.join(unions[:-1])} and {unions[-1]}"
            kept = _KEPT if len(unions) == 2 else "All are kept."
            yield f"{people[child].called} is said to be born to more than one couple ({listed}). {kept}"
