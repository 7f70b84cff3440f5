"""The part of a very large network that a picture on a page can show: the people nearest to the child."""

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import replace

from kith.engines.drawing.network import Network


def nearest(network: Network, most: int) -> Network:
    """At most so many people, by steps from the one at the centre through partners, parents and children.

    People who are not connected come last, in the network's order. Ties to anybody left out are left out too.

    >>> from kith.engines.drawing.network import ChildLink, Person, Union
    >>> trio = Network(
    ...     about="c",
    ...     persons=(Person(id="x"), Person(id="p"), Person(id="c")),
    ...     unions=(Union(id="u", partners=("p",), children=(ChildLink(child="c"),)),),
    ... )
    >>> [person.id for person in nearest(trio, 2).persons]
    ['p', 'c']
    """
    if len(network.persons) <= most:
        return network
    kept: set[str] = set()
    for person in _outwards(network):
        if len(kept) == most:
            break
        kept.add(person)
    unions = (
        replace(
            union,
            partners=tuple(p for p in union.partners if p in kept),
            children=tuple(link for link in union.children if link.child in kept),
        )
        for union in network.unions
    )
    return replace(
        network,
        persons=tuple(person for person in network.persons if person.id in kept),
        unions=tuple(union for union in unions if len(union.partners) + len(union.children) > 1),
        households=tuple(
            replace(home, members=tuple(m for m in home.members if m.person in kept)) for home in network.households
        ),
        relations=tuple(r for r in network.relations if r.a in kept and r.b in kept),
    )


def _outwards(network: Network) -> Iterator[str]:
    """Everybody, breadth first from the centre, then those whom no union connects."""
    beside: dict[str, list[str]] = defaultdict(list)
    for union in network.unions:
        group = [*union.partners, *(link.child for link in union.children)]
        for person in group:
            beside[person].extend(other for other in group if other != person)
    seen: set[str] = set()
    for start in (network.about, *(person.id for person in network.persons)):
        queue = deque([start])
        while queue:
            person = queue.popleft()
            if person in seen or not person:
                continue
            seen.add(person)
            yield person
            queue.extend(beside[person])
