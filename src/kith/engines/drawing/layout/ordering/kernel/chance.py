"""Chance that is the same on every machine: a linear congruential generator, and an exponential without a library.

Constants from D. E. Knuth's MMIX; good enough to shuffle people in a row, and for nothing secret.
"""

import numpy as np
from numpy.typing import NDArray

from kith.engines.drawing.layout.ordering.kernel.compiling import compiled

_FACTOR, _STEP = np.uint64(6364136223846793005), np.uint64(1442695040888963407)
_KEPT = np.uint64(11)
_SHARE = 2.0**-53
HOPELESS = 20.0  # a loss, in units of the heat, that is never forgiven


@compiled
def share(random: NDArray[np.uint64]) -> float:
    """At least 0 and less than 1."""
    random[0] = random[0] * _FACTOR + _STEP
    return (random[0] >> _KEPT) * _SHARE


@compiled
def below(random: NDArray[np.uint64], count: int) -> int:
    """One of the whole numbers from 0, less than `count`."""
    return int(share(random) * count)


@compiled
def forgives(random: NDArray[np.uint64], loss: float) -> bool:
    """Whether a loss, in units of the heat, is accepted: with probability close to exp(-loss)."""
    if loss > HOPELESS:
        return False
    chance = 1 - loss / 256
    for _ in range(8):
        chance *= chance
    return share(random) < chance
