"""A network boiled down to what a layout needs: numbered people and the bonds between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, permutations

from kith.engines.drawing.layout.errors import CannotDraw
from kith.engines.drawing.network import ChildLink, Network, Union


@dataclass(frozen=True, slots=True)
class Bond:
    """A union with everybody given by number; children in the order they should stand, oldest first."""

    id: str
    partners: tuple[int, ...]
    children: tuple[int, ...]
    twins: tuple[tuple[int, ...], ...] = ()
    words: int = 0  # letters in the longest words that may stand beside the couple line
    is_marked: bool = False  # the couple line needs length to show what it says

    @property
    def couples(self) -> Iterator[tuple[int, int]]:
        """Neighbouring partners; a union of three is two couples."""
        return pairwise(self.partners)

    def renumbered(self, number: Mapping[int, int]) -> "Bond":
        """The same bond with other numbers for the people."""
        return replace(
            self,
            partners=tuple(number[p] for p in self.partners),
            children=tuple(number[c] for c in self.children),
            twins=tuple(tuple(number[c] for c in group) for group in self.twins),
        )


@dataclass(frozen=True, slots=True)
class Ties:
    """Everybody's id by number, and the bonds in file order."""

    ids: tuple[str, ...]
    bonds: tuple[Bond, ...]
    earlier: tuple[tuple[int, int], ...] = ()  # an earlier and a later partner of the same person

    @property
    def parents(self) -> Mapping[int, list[int]]:
        """The numbers of the bonds each person is a child of."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, bond in enumerate(self.bonds):
            for child in bond.children:
                found[child].append(number)
        return found


def read_ties(network: Network) -> Ties:
    """Number everybody in file order; raises CannotDraw for a union that names a stranger."""
    numbers = {person.id: number for number, person in enumerate(network.persons)}
    births = [person.birth.sort_key if person.birth else None for person in network.persons]
    bonds = tuple(_bond(union, numbers, births) for union in network.unions)
    return Ties(tuple(numbers), (*bonds, *_at_home(network, numbers, bonds)), tuple(_earlier(network, numbers)))


def _at_home(network: Network, numbers: Mapping[str, int], bonds: Iterable[Bond]) -> Iterator[Bond]:
    """Whoever belongs to no family, a pet or a lodger, stands beside somebody they live with."""
    placed = {person for bond in bonds for person in bond.partners + bond.children}
    for home in network.households:
        living = dict.fromkeys(stay.person for stay in home.members if stay.until is None and stay.person in numbers)
        members = [numbers[person] for person in living]
        alone = [member for member in members if member not in placed]
        beside = [member for member in members if member in placed][-1:]
        if alone and len(beside + alone) > 1:
            placed.update(alone)
            yield Bond(f"{home.id}\nhome", (), tuple(beside + alone))


def _earlier(network: Network, numbers: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """For everybody with several dated partnerships, each partner and the next."""
    begun: dict[str, list[tuple[tuple[int, int, str], int]]] = defaultdict(list)
    for union in network.unions:
        since = [status.since.sort_key for status in union.statuses if status.since]
        for person, other in permutations(union.partners, 2) if since else ():
            if person in numbers and other in numbers:
                begun[person].append((since[0], numbers[other]))
    for partners in begun.values():
        yield from ((a, b) for (_, a), (_, b) in pairwise(sorted(partners)) if a != b)


_PLAIN = ("", "married", "civil")  # statuses whose line has no dashes, dots or slashes
_Births = list[tuple[int, int, str] | None]


def _bond(union: Union, numbers: Mapping[str, int], births: _Births) -> Bond:
    for known in (*union.partners, *(link.child for link in union.children)):
        if known not in numbers:
            raise CannotDraw(f"Family “{union.id}” names “{known}”, who is not among the people: add them or mend it.")
    children = _by_age(list(dict.fromkeys(numbers[link.child] for link in union.children)), births)
    partners = tuple(dict.fromkeys(numbers[partner] for partner in union.partners))
    words = max((len(status.kind) + 6 for status in union.statuses[-1:] if status.since), default=0)
    twins = _twins(union.children, numbers, children)
    return Bond(union.id, partners, tuple(children), twins, words, union.status not in _PLAIN)


def _by_age(children: list[int], births: _Births) -> list[int]:
    """Dated children change places among themselves; an undated one keeps the place the file gave it."""
    dated = iter(sorted((c for c in children if births[c]), key=lambda c: births[c] or (0, 0, "")))
    return [next(dated) if births[c] else c for c in children]


def _twins(links: tuple[ChildLink, ...], numbers: Mapping[str, int], order: list[int]) -> tuple[tuple[int, ...], ...]:
    groups: dict[str, set[int]] = defaultdict(set)
    for link in links:
        if link.twin:
            groups[link.twin].add(numbers[link.child])
    return tuple(tuple(c for c in order if c in group) for group in groups.values() if len(group) > 1)
