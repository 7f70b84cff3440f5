"""Chance that is the same on every machine and in every version: a linear congruential generator.

Constants from D. E. Knuth's MMIX; good enough to shuffle people in a row, and for nothing secret.
"""

_FACTOR, _STEP, _MASK = 6364136223846793005, 1442695040888963407, 2**64 - 1
_SHARE = 2.0**-53


class Draws:
    """A sequence of draws that depends on the seed alone.

    >>> one, other = Draws(seed=1), Draws(seed=1)
    >>> [one.below(6) for _ in range(9)] == [other.below(6) for _ in range(9)]
    True
    """

    def __init__(self, seed: int) -> None:
        self._state = seed

    def share(self) -> float:
        """At least 0 and less than 1."""
        self._state = (self._state * _FACTOR + _STEP) & _MASK
        return (self._state >> 11) * _SHARE

    def below(self, count: int) -> int:
        """One of the whole numbers from 0, less than `count`."""
        return int(self.share() * count)
