"""Which pair takes an account when several could: an agency tells an event once, and others bear a pair out or not."""

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from kith.engines.chronology.accounts import Numbers, Places
from kith.engines.chronology.likeness import shared

_ROUNDS = 6
_MOST = 12.0
_LEAST = 0.1  # a smaller chance bears nothing out; in a crowd there are too many of these to go through


class Ties(NamedTuple):
    """Pairs of places among so many `rows`.

    `wants` has a number for "this row with that agency": of all pairs from the left, and then of all from the right.
    """

    left: Places
    right: Places
    wants: Places
    rows: int


def ties_of(left: Places, right: Places, agency: Places) -> Ties:
    """`agency` has a number for each row."""
    width = int(agency.max(initial=0)) + 1
    wants = np.concatenate([left * width + agency[right], right * width + agency[left]])
    return Ties(left, right, np.unique(wants, return_inverse=True)[1], len(agency))


def unrivalled(ties: Ties, odds: Numbers) -> Numbers:
    """The logarithms of odds when a row can be one account of each agency only, by those of each pair taken alone.

    Every pair hears from either end how much its rivals there want that row, as far as they are not wanted at their
    other end themselves: the sum-product rule for matching, a few rounds of it.
    """
    odds = np.clip(odds, -_MOST, _MOST)
    half = len(odds)
    rivals = np.zeros(2 * half)
    for _ in range(_ROUNDS):
        said = np.concatenate([odds - rivals[half:], odds - rivals[:half]])
        rivals = _rivals(ties.wants, said)
    return odds - rivals[:half] - rivals[half:]


def _rivals(wants: Places, said: Numbers) -> Numbers:
    """The logarithm of the odds that another pair, or none, has what this one wants."""
    odds = np.exp(said)
    others = np.maximum(np.bincount(wants, weights=odds)[wants] - odds, 0.0)
    logarithm: Numbers = np.log1p(others)
    return logarithm


def witnesses(ties: Ties, chance: Numbers) -> tuple[Numbers, Numbers]:
    """For each pair how many third accounts are likely the same event as both, and as only one of them."""
    chance = np.where(chance < _LEAST, 0.0, chance)
    both_ways = (np.concatenate([ties.left, ties.right]), np.concatenate([ties.right, ties.left]))
    chances = csr_array((np.concatenate([chance, chance]), both_ways), shape=(ties.rows, ties.rows))
    chances.eliminate_zeros()
    chances.sort_indices()
    bear_out = shared(chances, ties.left, ties.right)
    of_agency = np.bincount(ties.wants, weights=np.concatenate([chance, chance]), minlength=1)[ties.wants]
    in_all = chances.sum(axis=1)
    half = len(chance)
    elsewhere = in_all[ties.left] + in_all[ties.right] - of_agency[:half] - of_agency[half:]
    return bear_out, np.maximum(elsewhere - 2 * bear_out, 0.0)
