"""Who stands next to whom: the most couples that can be neighbours when nobody has more than two sides."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

Pair = tuple[int, int]


def neighbours(fixed: Sequence[Pair], wished: Mapping[Pair, float]) -> list[Pair]:
    """The fixed pairs, and the wished pairs of greatest total weight that fit beside them without a ring.

    >>> neighbours([], {(0, 1): 1.0, (0, 2): 1.5, (0, 3): 1.2, (3, 4): 1.0})
    [(0, 2), (0, 3), (3, 4)]
    """
    chosen = list(wished)
    if not _fits([*fixed, *chosen]):
        chosen = _optimum(fixed, wished)
    return [*fixed, *chosen]


def fitting(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs, in their order, that leave nobody with three sides and close no ring.

    >>> fitting([(0, 1), (1, 0), (1, 2), (1, 3), (2, 0)])
    [(0, 1), (1, 2)]
    """
    kept: list[Pair] = []
    for a, b in pairs:
        if (b, a) not in kept and (a, b) not in kept and _fits([*kept, (a, b)]):
            kept.append((a, b))
    return kept


def _fits(pairs: Sequence[Pair]) -> bool:
    sides: dict[int, int] = defaultdict(int)
    for a, b in pairs:
        sides[a] += 1
        sides[b] += 1
    return max(sides.values(), default=0) <= 2 and not any(_rings(pairs))


def _optimum(fixed: Sequence[Pair], wished: Mapping[Pair, float]) -> list[Pair]:
    """An integer programme over two sides each; a ring that turns up is forbidden and the rest solved again."""
    pairs = list(wished)
    prices = -np.array(list(wished.values()))
    limits = [_two_sides(fixed, pairs)]
    while True:
        solved = milp(prices, integrality=np.ones_like(prices, dtype=int), bounds=Bounds(0, 1), constraints=limits)
        chosen = [pair for pair, value in zip(pairs, np.asarray(solved.x), strict=True) if value > 0.5]
        rings = list(_rings([*fixed, *chosen]))
        if not rings:
            return chosen
        for ring in rings:
            inside = np.array([float(pair in ring) for pair in pairs])
            limits.append(LinearConstraint(inside, ub=inside.sum() - 1))


def _two_sides(fixed: Sequence[Pair], pairs: Sequence[Pair]) -> LinearConstraint:
    """Nobody has more than two neighbours, those in fixed pairs counted."""
    taken = Counter(chain.from_iterable(fixed))
    rows = {person: row for row, person in enumerate(dict.fromkeys(chain.from_iterable(pairs)))}
    at = [rows[person] for person in chain.from_iterable(pairs)]
    columns = np.repeat(np.arange(len(pairs)), 2)
    sides = csr_matrix((np.ones(len(at)), (np.array(at), columns)), shape=(len(rows), len(pairs)))
    return LinearConstraint(sides, ub=np.array([max(2.0 - taken[person], 0.0) for person in rows]))


def _rings(pairs: Sequence[Pair]) -> Iterator[set[Pair]]:
    """The pairs of each closed ring, in pairs where nobody has more than two sides."""
    beside: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        beside[pair[0]].append(pair)
        beside[pair[1]].append(pair)
    seen: set[Pair] = set()
    for pair in pairs:
        if pair not in seen:
            together = _connected(pair, beside)
            seen |= together
            if len({p for each in together for p in each}) <= len(together):
                yield together


def _connected(pair: Pair, beside: Mapping[int, Sequence[Pair]]) -> set[Pair]:
    found, waiting = {pair}, [pair]
    while waiting:
        for person in waiting.pop():
            for other in beside[person]:
                if other not in found:
                    found.add(other)
                    waiting.append(other)
    return found


def paths(people: Sequence[int], pairs: Sequence[Pair]) -> list[list[int]]:
    """Everybody in lines of neighbours; each line starts at its end that comes first in `people`.

    >>> paths([0, 1, 2, 3], [(2, 0), (2, 1)])
    [[0, 2, 1], [3]]
    """
    beside: dict[int, list[int]] = defaultdict(list)
    for a, b in pairs:
        beside[a].append(b)
        beside[b].append(a)
    lines: list[list[int]] = []
    seen: set[int] = set()
    for start in people:
        if start not in seen and len(beside[start]) < 2:
            line = [start]
            while onward := [p for p in beside[line[-1]] if p not in line[-2:]]:
                line.append(onward[0])
            seen.update(line)
            lines.append(line)
    return lines
