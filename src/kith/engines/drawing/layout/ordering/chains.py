"""Who could stand side by side: pairs chosen one by one so that nobody has more than two sides and no ring closes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kith.engines.drawing.layout.ordering.rack import Pair, Rack


def chains(rack: Rack) -> list[list[int]]:
    """Every slot in one line of neighbours: twins first, then couples, those with the fewest other partners first."""
    count = Counter(person for pair in rack.couples for person in pair)
    couples = sorted(
        rack.couples, key=lambda pair: (min(count[pair[0]], count[pair[1]]), count[pair[0]] + count[pair[1]])
    )
    twins = [pair for group in rack.twins for pair in _twin_pairs(group, count)]
    return paths(range(len(rack.row)), fitting([*twins, *couples]))


def _twin_pairs(group: Sequence[int], partners: Counter[int]) -> list[Pair]:
    """Triplets with partners stand outside, so that both their twin and their partner are beside them."""
    coupled = [child for child in group if partners[child]]
    single = [child for child in group if not partners[child]]
    ordered = [*coupled[:1], *single, *coupled[1:]]
    return list(pairwise(ordered))


def fitting(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs, in their order, that leave nobody with three sides and close no ring.

    >>> fitting([(0, 1), (1, 2), (1, 3), (2, 0)])
    [(0, 1), (1, 2)]
    """
    sides: Counter[int] = Counter()
    end: dict[int, int] = {}  # of each end of a line, its other end
    kept: list[Pair] = []
    for a, b in pairs:
        if sides[a] < 2 and sides[b] < 2 and end.get(a, a) != b:
            far_a, far_b = end.get(a, a), end.get(b, b)
            end[far_a], end[far_b] = far_b, far_a
            sides.update((a, b))
            kept.append((a, b))
    return kept


def paths(slots: Sequence[int], pairs: Sequence[Pair]) -> list[list[int]]:
    """Everybody in lines of neighbours; each line starts at its end that comes first in `slots`.

    >>> paths([0, 1, 2, 3], [(2, 0), (2, 1)])
    [[0, 2, 1], [3]]
    """
    beside: dict[int, list[int]] = defaultdict(list)
    for a, b in pairs:
        beside[a].append(b)
        beside[b].append(a)
    lines: list[list[int]] = []
    seen: set[int] = set()
    for start in slots:
        if start not in seen and len(beside[start]) < 2:
            line = [start]
            while onward := [slot for slot in beside[line[-1]] if slot not in line[-2:]]:
                line.append(onward[0])
            seen.update(line)
            lines.append(line)
    return lines
