"""Lines that leave a symbol at its side and go down beside its label, without lying on one another."""

from collections import defaultdict

from kith.engines.drawing.network import Network
from kith.engines.drawing.routing.levels import InRow
from kith.engines.drawing.routing.plan import Stop
from kith.engines.drawing.routing.standing import Standing

_STEP = 7.0  # pixels between two stubs on one side


class Stubs:
    """The stub of each single parent and of each upper partner of a couple in different rows."""

    def __init__(self, network: Network, standing: Standing, symbol: float) -> None:
        self._standing = standing
        self._half = symbol / 2
        self._wanted: dict[tuple[str, bool], list[tuple[float, str]]] = defaultdict(list)
        for union in network.unions:
            if len(union.partners) == 1 and union.children:
                self._want(union.partners[0], standing.hang(union), union.id)
        for couple in standing.couples:
            if passed := standing.corridors(couple.union.id, couple.a):
                self._want(couple.a, passed[0].x, couple.union.id)

    def _want(self, person: str, x: float, union: str) -> None:
        self._wanted[person, x > self._standing.place(person).x].append((x, union))

    def stub(self, union: str, person: str, x: float) -> tuple[Stop, Stop]:
        """From the symbol's side straight out to x; the further stub leaves higher, clear of the nearer."""
        place = self._standing.place(person)
        is_right = x > place.x
        further = sum(abs(other - place.x) > abs(x - place.x) for other, _ in self._wanted[person, is_right])
        taken = self._standing.has_partner_beside(person, right=is_right)
        level = InRow(place.row, _STEP * (further + (1 if taken else 0)))
        return (place.x + (self._half if is_right else -self._half), level), (x, level)
