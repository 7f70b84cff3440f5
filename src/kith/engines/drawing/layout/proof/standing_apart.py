"""The fewest couples that have to stand apart, whatever the drawing: nobody has more than two sides."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

Pair = tuple[int, int]


def least_apart(couples: Mapping[Pair, int]) -> int:
    """Unions less those in the largest cycle-free part of the partner graph with at most two partners each.

    `couples` counts the unions of each two partners. An integer programme; a ring in its answer is forbidden and the
    rest solved again.

    >>> least_apart({(0, 1): 1, (0, 2): 1, (0, 3): 1}), least_apart({(0, 1): 1, (1, 2): 1, (0, 2): 1})
    (1, 1)
    """
    pairs = list(couples)
    if not pairs:
        return 0
    persons = {person: row for row, person in enumerate(dict.fromkeys(person for pair in pairs for person in pair))}
    columns = np.repeat(np.arange(len(pairs)), 2)
    rows = np.array([persons[person] for pair in pairs for person in pair])
    sides = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(persons), len(pairs)))
    limits = [LinearConstraint(sides, ub=2)]
    gains = np.array([couples[pair] for pair in pairs], float)
    while True:
        solved = milp(-gains, integrality=np.ones(len(pairs), int), bounds=Bounds(0, 1), constraints=limits)
        chosen = [pair for pair, value in zip(pairs, np.asarray(solved.x), strict=True) if value > 0.5]
        rings = list(_rings(chosen))
        if not rings:
            return round(sum(couples.values()) - sum(couples[pair] for pair in chosen))
        for ring in rings:
            inside = np.array([float(ring.issuperset(pair)) for pair in pairs])
            limits.append(LinearConstraint(inside, ub=len(ring) - 1))


def _rings(pairs: Iterable[Pair]) -> Iterator[set[int]]:
    """The people of each connected part with as many pairs as people, in pairs where nobody has more than two."""
    parts: list[tuple[set[int], int]] = []
    for a, b in pairs:
        touching = [part for part in parts if a in part[0] or b in part[0]]
        parts = [part for part in parts if part not in touching]
        parts.append(({a, b}.union(*(people for people, _ in touching)), 1 + sum(count for _, count in touching)))
    yield from (people for people, count in parts if count >= len(people))
