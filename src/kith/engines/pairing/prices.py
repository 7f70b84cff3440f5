"""What every pair would cost for every request, in points, as tables of whole numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kith.engines.pairing.independence import why_not
from kith.engines.pairing.pool import Facilitator, Request, Together
from kith.engines.pairing.reasons import again_points, distance_points, experience_points, load_points
from kith.engines.pairing.weights import Weights

FORBIDDEN = np.iinfo(np.int64).max // 8
Table = NDArray[np.int64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True)
class Prices:
    """Requests and pool in their order, one row for each request and one column for each two of the pool.

    A column whose two are the same stands for one facilitator alone.
    """

    requests: Sequence[Request]
    pool: Sequence[Facilitator]
    together: Mapping[Together, int]
    weights: Weights

    @cached_property
    def pairs(self) -> tuple[Table, Table]:
        """The first and the second of each column, as rows of the pool."""
        first, second = np.triu_indices(len(self.pool))
        return first.astype(np.int64), second.astype(np.int64)

    def who(self, column: int) -> tuple[int, ...]:
        """The two of a column, or the one."""
        first, second = self.pairs
        return tuple(dict.fromkeys((int(first[column]), int(second[column]))))

    def column(self, refs: Sequence[str]) -> int:
        """The column of two refs, or of one."""
        places = sorted(self._places[ref] for ref in (refs[0], refs[-1]))
        return places[0] * len(self.pool) - places[0] * (places[0] - 1) // 2 + places[1] - places[0]

    @cached_property
    def is_two(self) -> Marks:
        first, second = self.pairs
        return np.asarray(first < second)

    @cached_property
    def free(self) -> Marks:
        """Who may be proposed at all, by request and facilitator."""
        marks = [[why_not(one, request) is None for one in self.pool] for request in self.requests]
        return np.array(marks, bool).reshape(len(self.requests), len(self.pool))

    @cached_property
    def open_pairs(self) -> Marks:
        """Two who are free for a request and, where days are named, on one of them together."""
        first, second = self.pairs
        marks = self.free[:, first] & self.free[:, second] & self.is_two
        for row, request in enumerate(self.requests):
            if request.days:
                here = [[day not in one.away for day in sorted(request.days)] for one in self.pool]
                days = np.array(here, bool).reshape(len(self.pool), len(request.days))
                marks[row] &= (days[first] & days[second]).any(axis=1)
        return np.asarray(marks & self._with_whoever_agreed, bool)

    @cached_property
    def has_pair(self) -> Marks:
        return np.asarray(self.open_pairs.any(axis=1), bool)

    @cached_property
    def is_one_agency(self) -> Marks:
        first, second = self.pairs
        agencies = np.array([one.agency for one in self.pool])
        return np.asarray(self.is_two & (agencies[first] == agencies[second]), bool)

    @cached_property
    def points(self) -> Table:
        """By request and column, without loads; one alone only where no pair is open."""
        first, second = self.pairs
        rows = [[distance_points(one, request, self.weights) for one in self.pool] for request in self.requests]
        distance = np.array(rows, np.int64).reshape(len(self.requests), len(self.pool))
        points = np.where(self.is_two, distance[:, first] + distance[:, second] + self._mutual, distance[:, first])
        alone = self.free[:, first] & ~self.is_two & ~self.has_pair[:, None] & self._with_whoever_agreed
        return np.where(self.open_pairs | alone, points, FORBIDDEN)

    @cached_property
    def steps(self) -> list[list[int]]:
        """What each further meeting costs each facilitator; it never falls."""
        most = len(self.requests)
        return [[load_points(one, self.weights, more) for more in range(min(one.room, most))] for one in self.pool]

    @cached_property
    def _with_whoever_agreed(self) -> Marks:
        """The columns with the one who has agreed already; all where nobody has."""
        first, second = self.pairs
        marks = np.ones((len(self.requests), len(first)), bool)
        for row, request in enumerate(self.requests):
            if request.already:
                place = self._places.get(request.already, -1)
                marks[row] = (first == place) | (second == place)
        return marks

    @cached_property
    def _mutual(self) -> Table:
        """Experience and earlier times together, by column."""
        both = zip(*self.pairs, strict=True)
        table = np.array([experience_points(self.pool[a], self.pool[b], self.weights) for a, b in both], np.int64)
        for pair, times in self.together.items():
            if pair <= self._places.keys() and len(pair) == 2:
                table[self.column(sorted(pair))] += again_points(times, self.weights)
        return table

    @cached_property
    def _places(self) -> dict[str, int]:
        return {one.ref: row for row, one in enumerate(self.pool)}
