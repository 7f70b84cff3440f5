"""The order in which a family is told: outwards from the child at the centre, couple by couple."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kith.engines.drawing.network import Network, Union


@dataclass(frozen=True, slots=True)
class Family:
    """People who are joined: their unions by generation (0: the first person's own), nearest first."""

    people: tuple[str, ...]
    generations: Mapping[int, tuple[Union, ...]]


def families(network: Network) -> tuple[Family, ...]:
    """Every joined family, the one of the person at the centre first; work grows in step with the network.

    >>> from kith.engines.drawing.network import Person
    >>> [family.people for family in families(Network(persons=(Person(id="a"), Person(id="b"))))]
    [('a',), ('b',)]
    """
    here = {person.id for person in network.persons}
    unions_of: dict[str, list[Union]] = defaultdict(list)
    for union in network.unions:
        for person_id in _members(union, here):
            unions_of[person_id].append(union)
    starts = [network.about] if network.about in here else []
    met: set[str] = set()
    return tuple(
        _family(start, here, unions_of, met)
        for start in (*starts, *(person.id for person in network.persons))
        if start not in met
    )


def _family(start: str, here: set[str], unions_of: Mapping[str, list[Union]], met: set[str]) -> Family:
    people: list[str] = []
    generations: dict[int, list[Union]] = defaultdict(list)
    told: set[str] = set()
    waiting = deque([(start, 0)])
    met.add(start)
    while waiting:
        person_id, generation = waiting.popleft()
        people.append(person_id)
        for union in unions_of.get(person_id, ()):
            if union.id in told:
                continue
            told.add(union.id)
            row = generation if person_id in union.partners else generation - 1
            generations[row].append(union)
            for other, other_row in _rows(union, row, here):
                if other not in met:
                    met.add(other)
                    waiting.append((other, other_row))
    return Family(tuple(people), {row: tuple(unions) for row, unions in generations.items()})


def _rows(union: Union, row: int, here: set[str]) -> Iterator[tuple[str, int]]:
    yield from ((partner, row) for partner in union.partners if partner in here)
    yield from ((link.child, row + 1) for link in union.children if link.child in here)


def _members(union: Union, here: set[str]) -> list[str]:
    everybody = (*union.partners, *(link.child for link in union.children))
    return [person_id for person_id in dict.fromkeys(everybody) if person_id in here]
