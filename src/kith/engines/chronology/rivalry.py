"""Which pair takes an account when several could: the same thing happens every week, and an agency tells it once."""

import numpy as np

from kith.engines.chronology.accounts import Numbers, Places
from kith.engines.chronology.neighbours import Neighbours

_NOBODY = -6.0  # what is said of a pair without any rival


def rivals(pairs: Neighbours, agency: Places) -> Numbers:
    """For each pair the logarithm of how many pairs want one of its rows with the other's agency, itself included.

    `agency` has a number for each row.
    """
    wants = _wants(pairs, agency)
    counts = np.bincount(wants, minlength=1)[wants]
    half = len(pairs.left)
    logarithms: Numbers = np.log(counts[:half] + counts[half:] - 1.0)
    return logarithms


def best_rival(pairs: Neighbours, agency: Places, value: Numbers) -> Numbers:
    """For each pair the highest `value` of any other pair that wants one of its rows with the other's agency."""
    half = len(pairs.left)
    if not half:
        return value
    wants, twice = _wants(pairs, agency), np.concatenate([value, value])
    order = np.lexsort((-twice, wants))
    is_first = np.concatenate([[True], np.diff(wants[order]) != 0])
    starts = np.flatnonzero(is_first)
    group = np.cumsum(is_first) - 1
    best = twice[order][starts]
    second = np.full(len(starts), _NOBODY)
    has_second = np.diff(np.append(starts, len(order))) > 1
    second[has_second] = twice[order][starts[has_second] + 1]
    other = np.empty(len(order))
    other[order] = np.where(is_first, second[group], best[group])
    return np.maximum(other[:half], other[half:])


def _wants(pairs: Neighbours, agency: Places) -> Places:
    """One number for "this row with that agency", of each pair once from either side."""
    width = int(agency.max(initial=0)) + 1
    return np.concatenate([pairs.left * width + agency[pairs.right], pairs.right * width + agency[pairs.left]])
