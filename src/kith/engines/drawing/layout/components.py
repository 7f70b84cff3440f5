"""Families that are not connected: who belongs to which."""

from collections import defaultdict
from collections.abc import Sequence

from kith.engines.drawing.layout.ties import Ties


def components(ties: Ties) -> list[list[int]]:
    """The people of each connected family, largest first, then in file order."""
    leader = list(range(len(ties.ids)))

    def find(a: int) -> int:
        while leader[a] != a:
            leader[a] = leader[leader[a]]
            a = leader[a]
        return a

    for bond in ties.bonds:
        together = bond.partners + bond.children
        for other in together[1:]:
            leader[max(find(together[0]), find(other))] = min(find(together[0]), find(other))
    groups: dict[int, list[int]] = defaultdict(list)
    for person in range(len(ties.ids)):
        groups[find(person)].append(person)
    return sorted(groups.values(), key=len, reverse=True)


def part_of(ties: Ties, people: Sequence[int]) -> Ties:
    """The same ties among some people only, renumbered in their order."""
    number = {person: index for index, person in enumerate(people)}
    bonds = (bond.renumbered(number) for bond in ties.bonds if any(p in number for p in bond.partners + bond.children))
    earlier = tuple((number[a], number[b]) for a, b in ties.earlier if a in number)
    return Ties(tuple(ties.ids[person] for person in people), tuple(bonds), earlier)
