"""How far the middles of two neighbours in a row must be from each other."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kith.engines.drawing.layout.ordering.standing import Standing
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.picture import Size


class Rooms:
    """The room of every slot of one family, and what keeps neighbours apart."""

    def __init__(self, standing: Standing, sizes: Sequence[Size], spacing: Spacing) -> None:
        self._sizes = sizes
        self._spacing = spacing
        letters = Counter[frozenset[int]]()
        for bond in standing.ties.bonds:
            letters.update({frozenset(pair): bond.words for pair in bond.couples})
        self._marked = {frozenset(pair) for bond in standing.ties.bonds if bond.is_marked for pair in bond.couples}
        self._words = {pair: self._worded(count) for pair, count in letters.items()}
        self._parents = standing.ties.parents
        self._owner = standing.owner

    def _worded(self, letters: int) -> float:
        """Room for words beside the line between two partners."""
        return self._spacing.symbol + self._spacing.letter * letters + 8

    def width(self, slot: int) -> float:
        return self._sizes[slot].w if slot < len(self._sizes) else self._spacing.corridor

    def belong_together(self, a: int, b: int) -> bool:
        """Partners, or somebody and a corridor that starts beside them."""
        if max(a, b) >= len(self._sizes):
            return self._owner.get(max(a, b)) == min(a, b)
        return self._is_couple(a, b)

    def _is_couple(self, a: int, b: int) -> bool:
        return frozenset((a, b)) in self._words

    def closest(self, a: int, b: int) -> float:
        """How near two neighbours may come where there is little room; couples keep room for what their line says."""
        if max(a, b) < len(self._sizes) and self._is_couple(a, b):
            return max(self.apart(a, b) - 2 / 3 * self._spacing.gap, self._line(a, b))
        touching = (self.width(a) + self.width(b)) / 2
        return max(self.apart(a, b) - 5 / 6 * self._spacing.gap, touching)

    def _line(self, a: int, b: int) -> float:
        """Room for the words and the slashes of a couple line."""
        couple = frozenset((a, b))
        return max(self._words[couple], self._spacing.marked if couple in self._marked else 0.0)

    def apart(self, a: int, b: int) -> float:
        """Partners keep their own distance, strangers a little more than siblings."""
        touching = (self.width(a) + self.width(b)) / 2
        if max(a, b) >= len(self._sizes):
            return touching + self._spacing.gap / 2
        if self._is_couple(a, b):
            widest = max(self.width(a), self.width(b))  # so that the line halfway between them clears both labels
            return max(widest + self._spacing.gap, self._spacing.couple, self._line(a, b))
        are_siblings = not {*self._parents.get(a, ())}.isdisjoint(self._parents.get(b, ()))
        return touching + (self._spacing.gap if are_siblings else self._spacing.strangers)

    def least_width(self, slots: Sequence[int]) -> float:
        """The width of a row in which nobody stands further from their neighbours than they must."""
        return sum(self.apart(a, b) for a, b in pairwise(slots)) + self.width(slots[0])
