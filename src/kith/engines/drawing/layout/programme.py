"""Programmes put together wish by wish, solved by clarabel.

The only place that talks to the solver. Clarabel reads sparse matrices by their attributes, so scipy, which takes a
second to load, is not needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import clarabel
import numpy as np
from numpy.typing import NDArray

Terms = Mapping[int, float]  # column to factor


class CannotSolve(ArithmeticError):
    """The constraints contradict each other."""


@dataclass(frozen=True, slots=True)
class _Matrix:
    """A sparse matrix by columns, with the attributes that clarabel looks for."""

    data: NDArray[np.float64]
    indices: NDArray[np.int64]
    indptr: NDArray[np.int64]
    shape: tuple[int, int]
    has_sorted_indices: bool = True
    has_canonical_format: bool = True


class Programme:
    """Constraints and wishes over columns.

    >>> programme = Programme(2)
    >>> programme.at_most({0: -1}, 0)  # the first is at least 0
    >>> programme.at_most({0: 1, 1: -1}, -5)  # the second is at least 5 more than the first
    >>> programme.wish_equal({0: 1, 1: -0.5}, 0, weight=1)  # and twice the first, if it can be
    >>> programme.wish_equal({0: 1}, 7, weight=1)  # and the first near 7
    >>> [round(value, 3) for value in programme.solve()]
    [7.0, 14.0]
    """

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._cost = [0.0] * columns
        self._limits: list[float] = []
        self._entries: list[tuple[int, int, float]] = []  # column, row, factor
        self._solver: clarabel.DefaultSolver | None = None  # kept while nothing but prices change

    def pay(self, column: int, price: float) -> None:
        """Add to what each unit of a column costs."""
        self._cost[column] += price

    def reprice(self, wish: int, weight: float) -> None:
        """Give a wish another weight; solving again is then quick."""
        self._cost[wish] = weight

    def at_most(self, terms: Terms, limit: float) -> None:
        """A hard constraint: the sum of the terms is at most the limit."""
        row, self._solver = len(self._limits), None
        self._limits.append(limit)
        self._entries += [(column, row, factor) for column, factor in terms.items()]

    def wish_at_most(self, terms: Terms, limit: float, *, weight: float) -> int:
        """A wish: what the sum is above the limit is paid for. Returns the wish's own column, for `reprice`."""
        slack = self._slack(weight)
        self.at_most({slack: -1.0}, 0)
        self.at_most({**terms, slack: -1.0}, limit)
        return slack

    def wish_equal(self, terms: Terms, goal: float, *, weight: float) -> None:
        """A wish: the sum is the goal, and its distance from the goal is paid for."""
        slack = self._slack(weight)
        self.at_most({**terms, slack: -1.0}, goal)
        self.at_most({**{column: -factor for column, factor in terms.items()}, slack: -1.0}, -goal)

    def solve(self) -> list[float]:
        """The value of every column, wishes' own slack left out; raises CannotSolve."""
        if not self._limits:
            return [0.0] * self._columns
        if self._solver is None:
            self._solver = self._set_up()
        else:
            self._solver.update(q=np.array(self._cost))
        solution = self._solver.solve()
        if "Solved" not in str(solution.status):
            raise CannotSolve(str(solution.status))
        return [float(value) for value in solution.x[: self._columns]]

    def _set_up(self) -> clarabel.DefaultSolver:
        settings = clarabel.DefaultSettings()
        settings.verbose, settings.max_threads, settings.presolve_enable = False, 1, False
        size, rows = len(self._cost), len(self._limits)
        no_squares, factors = _matrix([], size, size), _matrix(self._entries, rows, size)
        cost, limits = np.array(self._cost), np.array(self._limits)
        return clarabel.DefaultSolver(no_squares, cost, factors, limits, [clarabel.NonnegativeConeT(rows)], settings)

    def _slack(self, weight: float) -> int:
        self._cost.append(weight)
        return len(self._cost) - 1


def sum_of(*parts: Terms) -> Terms:
    """The terms of several sums as one.

    >>> sum_of({0: 1.0}, {0: 0.5, 1: -1.0})
    {0: 1.5, 1: -1.0}
    """
    total: dict[int, float] = {}
    for part in parts:
        for column, factor in part.items():
            total[column] = total.get(column, 0.0) + factor
    return total


def _matrix(entries: Sequence[tuple[int, int, float]], rows: int, columns: int) -> _Matrix:
    ordered = sorted(entries)
    counts = np.bincount([column for column, _, _ in ordered], minlength=columns) if ordered else np.zeros(columns, int)
    return _Matrix(
        np.array([value for _, _, value in ordered], float),
        np.array([row for _, row, _ in ordered], np.int64),
        np.concatenate(([0], np.cumsum(counts))).astype(np.int64),
        (rows, columns),
    )
