"""The best plan by trying every one, for small pools: how many have no pair, nobody, one agency, and the points."""

from collections.abc import Iterator
from itertools import product

from kith.engines.pairing.prices import FORBIDDEN, Prices
from kith.engines.pairing.stages import Taken, last_stage

Measured = tuple[int, int, int, int]


def best_of_all(prices: Prices) -> Measured:
    return min(measured(prices, taken) for taken in _every(prices))


def measured(prices: Prices, taken: Taken) -> Measured:
    """What is made least, in the order in which it is."""
    empty = [row for row in range(len(prices.requests)) if row not in taken]
    return (
        sum(bool(prices.has_pair[row]) for row in empty),
        sum(bool(prices.free[row].any() and not prices.has_pair[row]) for row in empty),
        sum(bool(prices.is_one_agency[column]) for column in taken.values()),
        last_stage(prices, ()).cost_of(taken),
    )


def _every(prices: Prices) -> Iterator[Taken]:
    rows = range(len(prices.requests))
    choices = [[None, *map(int, (prices.points[row] < FORBIDDEN).nonzero()[0])] for row in rows]
    for chosen in product(*choices):
        taken = {row: column for row, column in enumerate(chosen) if column is not None}
        held = [who for column in taken.values() for who in prices.who(column)]
        if all(held.count(who) <= len(prices.steps[who]) for who in set(held)):
            yield taken
