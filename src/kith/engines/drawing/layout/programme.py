"""Linear programmes put together wish by wish, solved by HiGHS through scipy.

The only place that talks to the solver.
"""

from collections.abc import Mapping

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

Terms = Mapping[int, float]  # column to factor


class Programme:
    """Constraints and wishes over columns that are all at least 0.

    >>> programme = Programme(2)
    >>> programme.at_most({0: 1, 1: -1}, -5)  # the second is at least 5 more than the first
    >>> programme.wish_equal({0: 1, 1: -0.5}, 0, weight=1)  # and twice the first, if it can be
    >>> programme.solve()
    [5.0, 10.0]
    """

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._cost = [0.0] * columns
        self._limits: list[float] = []
        self._at: list[tuple[int, int]] = []
        self._factors: list[float] = []

    def pay(self, column: int, price: float) -> None:
        """Add to what each unit of a column costs."""
        self._cost[column] += price

    def at_most(self, terms: Terms, limit: float) -> None:
        """A hard constraint: the sum of the terms is at most the limit."""
        row = len(self._limits)
        self._limits.append(limit)
        self._at += [(row, column) for column in terms]
        self._factors += terms.values()

    def wish_at_most(self, terms: Terms, limit: float, *, weight: float) -> None:
        """A wish: what the sum is above the limit is paid for."""
        self.at_most({**terms, self._slack(weight): -1.0}, limit)

    def wish_equal(self, terms: Terms, goal: float, *, weight: float) -> None:
        """A wish: the sum is the goal, and its distance from the goal is paid for."""
        slack = self._slack(weight)
        self.at_most({**terms, slack: -1.0}, goal)
        self.at_most({**{column: -factor for column, factor in terms.items()}, slack: -1.0}, -goal)

    def solve(self) -> list[float]:
        """The value of every column, wishes' own slack left out."""
        if not self._limits:
            return [0.0] * self._columns
        rows, columns = np.array(self._at).T
        matrix = csr_matrix((np.array(self._factors), (rows, columns)), shape=(len(self._limits), len(self._cost)))
        solved = linprog(self._cost, A_ub=matrix, b_ub=self._limits, bounds=(0, None), method="highs")  # type: ignore[call-overload]  # the stubs know no sparse matrices
        return [float(value) for value in solved.x[: self._columns]]

    def _slack(self, weight: float) -> int:
        self._cost.append(weight)
        return len(self._cost) - 1
