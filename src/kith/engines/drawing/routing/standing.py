"""Who stands where, who is whose neighbour, and on which spot of a symbol each line ends."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from kith.engines.drawing.network import Network, Union
from kith.engines.drawing.picture import Layout, Place

_SPREAD, _WHOLE = 10.0, 24.0  # pixels between two lines that come down to one child; from the first to the last


@dataclass(frozen=True, slots=True)
class Couple:
    """Two neighbouring partners of a union, the left one first; in different rows, the upper one first."""

    union: Union
    a: str
    b: str


class Standing:
    """Answers about one layout."""

    def __init__(self, network: Network, layout: Layout) -> None:
        self._layout = layout
        self._neighbours = _neighbours(layout.places)
        self.couples = [couple for union in network.unions for couple in self._couples_of(union)]
        self._same = _same_two(self.couples)
        self._tops = self._find_tops(network)

    def place(self, person: str) -> Place:
        return self._layout.places[person]

    def corridors(self, union: str, person: str) -> tuple[Place, ...]:
        return self._layout.corridors.get((union, person), ())

    def hang(self, union: Union) -> float:
        """Where the children hang; the middle of the partners if the layout does not say."""
        placed = [self.place(partner).x for partner in union.partners]
        return self._layout.hangs.get(union.id, sum(placed) / len(placed) if placed else 0.0)

    def hang_row(self, union: Union) -> int:
        return max(self.place(partner).row for partner in union.partners)

    def touches(self, couple: Couple) -> bool:
        """Whether nobody stands between the two."""
        return (couple.a, couple.b) in self._neighbours

    def has_partner_beside(self, person: str, *, right: bool) -> bool:
        """Whether a couple line leaves the symbol on that side."""
        return any(self.touches(c) and person == (c.a if right else c.b) for c in self.couples)

    def parallel(self, couple: Couple) -> tuple[int, int]:
        """Which of how many unions of the same two people this is."""
        together = [union.id for union in self.unions_of(couple)]
        return together.index(couple.union.id), len(together)

    def unions_of(self, couple: Couple) -> list[Union]:
        """All unions that join the same two people, in file order."""
        return self._same[couple.a, couple.b]

    def top(self, union: str, child: str) -> float:
        """The x at which the union's line reaches the top of the child's symbol."""
        return self._tops[union, child]

    def side(self, union: str, child: str) -> int:
        """Where the letter of such a line has room: left (-1) or right (1) of it, or on it, between two others (0)."""
        tops = sorted(top for (_, other), top in self._tops.items() if other == child)
        place = tops.index(self.top(union, child))
        return 1 if place == len(tops) - 1 else -1 if place == 0 else 0

    def _couples_of(self, union: Union) -> list[Couple]:
        ordered = [sorted(pair, key=self.place) for pair in pairwise(union.partners)]
        return [Couple(union, a, b) for a, b in ordered if a != b]

    def _find_tops(self, network: Network) -> dict[tuple[str, str], float]:
        """Several lines to one child arrive side by side, in the order in which they come."""
        coming: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for union in network.unions:
            for child in dict.fromkeys(link.child for link in union.children):
                passed = self.corridors(union.id, child)
                coming[child].append((passed[-1].x if passed else self.hang(union), union.id))
        return {
            (union, child): self.place(child).x + _apart(len(lines)) * (number - (len(lines) - 1) / 2)
            for child, lines in coming.items()
            for number, (_, union) in enumerate(sorted(lines, key=lambda line: line[0]))
        }


def _apart(lines: int) -> float:
    return min(_SPREAD, _WHOLE / max(lines - 1, 1))


def _neighbours(places: Mapping[str, Place]) -> set[tuple[str, str]]:
    ordered = sorted(places, key=lambda person: places[person])
    return {(a, b) for a, b in pairwise(ordered) if places[a].row == places[b].row}


def _same_two(couples: list[Couple]) -> dict[tuple[str, str], list[Union]]:
    same: dict[tuple[str, str], list[Union]] = defaultdict(list)
    for couple in couples:
        same[couple.a, couple.b].append(couple.union)
    return same
