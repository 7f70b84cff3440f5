"""What is made least, one thing after the other: each stage holds fast what the stages before it reached."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kith.engines.pairing.prices import FORBIDDEN, Marks, Prices, Table

Taken = dict[int, int]
"""By request the column proposed for it, as rows and columns of Prices."""


@dataclass(frozen=True)
class Cap:
    """At most so many of some kind: requests left without anybody, or pairs of one agency."""

    missing: Marks
    pairs: Marks
    at_most: int = 0


@dataclass(frozen=True)
class Stage:
    """What a pair costs for a request, what nobody costs, what each further meeting costs, and the caps kept."""

    prices: Prices
    costs: Table
    missing: Table
    steps: list[list[int]]
    caps: tuple[Cap, ...] = ()

    def cost_of(self, taken: Taken) -> int:
        """What a plan costs, counted in whole numbers."""
        pairs = sum(int(self.costs[row, column]) for row, column in taken.items())
        missing = sum(int(cost) for row, cost in enumerate(self.missing) if row not in taken)
        held = Counter(who for column in taken.values() for who in self.prices.who(column))
        return pairs + missing + sum(sum(self.steps[who][:count]) for who, count in held.items())

    def keeps_caps(self, taken: Taken) -> bool:
        empty = [row for row in range(len(self.missing)) if row not in taken]
        columns = list(taken.values())
        return all(cap.missing[empty].sum() + cap.pairs[columns].sum() <= cap.at_most for cap in self.caps)


def stages(prices: Prices) -> Iterator[tuple[Stage, Cap]]:
    """What comes before points, and the cap that each leaves behind, with 0 where its least will stand.

    First the requests without a pair although one is possible; then those without the one facilitator there is; then
    the pairs of one agency.
    """
    alone = prices.free.any(axis=1) & ~prices.has_pair
    no_pairs, no_requests = np.zeros_like(prices.is_two), np.zeros_like(alone)
    for missing in (prices.has_pair, alone):
        if missing.any():
            yield _stage(prices, no_pairs, missing), Cap(missing, no_pairs)
    yield _stage(prices, prices.is_one_agency, no_requests), Cap(no_requests, prices.is_one_agency)


def last_stage(prices: Prices, caps: tuple[Cap, ...]) -> Stage:
    """The points."""
    return Stage(prices, prices.points, np.zeros(len(prices.requests), np.int64), prices.steps, caps)


def _stage(prices: Prices, pairs: Marks, missing: Marks) -> Stage:
    costs = np.where(prices.points < FORBIDDEN, pairs.astype(np.int64), FORBIDDEN)
    return Stage(prices, costs, missing.astype(np.int64), [[0] * len(steps) for steps in prices.steps])
