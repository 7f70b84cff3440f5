"""Links rows that are likely accounts of one event: it only ever links, and nothing is lost or changed by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kith.engines.chronology.accounts import Accounts, accounts_of
from kith.engines.chronology.chances import Chances, chances
from kith.engines.chronology.knowledge import matching
from kith.engines.chronology.neighbours import neighbours
from kith.engines.chronology.order import Days
from kith.engines.chronology.rows import AnyRow

_BEYOND = 1 << 31  # more rows than a merge has
_PAIR = 2  # is within all bounds, or it would not have been compared

Scores = Mapping[int, float]
"""Chances by the places of both rows as one number, the earlier place in front."""


@dataclass(frozen=True, slots=True)
class Linking:
    """Places of rows by group, each with one row of an agency at most, and whether a crowd was too dense to finish."""

    groups: tuple[tuple[int, ...], ...]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class _Bounds:
    """By the place of a row what has to hold for all of a group together, as plain numbers that are quickly had."""

    agency: Sequence[int]
    first: Sequence[int]
    last: Sequence[int]
    children: Sequence[tuple[str, ...]]
    window: int

    def may_be_one(self, places: Sequence[int]) -> bool:
        """One row of each agency, days that all lie within the window, and a child that all are about."""
        apart = max([self.first[place] for place in places]) - min([self.last[place] for place in places])
        if apart > self.window or len({self.agency[place] for place in places}) < len(places):
            return False
        return bool(set.intersection(*[set(self.children[place]) for place in places]))


def linked(rows: Sequence[AnyRow], days: Sequence[Days]) -> Linking:
    """Groups of two and more rows; `days` are those of the rows. Rows have to come in one order, as of `sort_key`."""
    known = matching()
    accounts = accounts_of(rows, days)
    near = neighbours(accounts, known)
    found = chances(accounts, near, known)
    return Linking(_groups(found, _bounds_of(accounts, known["window_days"]), known), near.is_cut)


def _bounds_of(accounts: Accounts, window: int) -> _Bounds:
    first, last = accounts.spans.T.tolist()
    return _Bounds(accounts.agency.tolist(), first, last, accounts.children, window)


def _groups(found: Chances, bounds: _Bounds, known: Mapping[str, float]) -> tuple[tuple[int, ...], ...]:
    """The likeliest pair first, groups become one where all of them may be, and on the whole are likely to be."""
    wanted = np.flatnonzero(found.chance >= known["linked_from"])
    best_first = wanted[np.lexsort((wanted, -found.chance[wanted]))]
    scores = _scores(found, known["counted_from"])
    groups: dict[int, tuple[int, ...]] = {}
    for one, other in zip(found.left[best_first].tolist(), found.right[best_first].tolist(), strict=True):
        first, second = groups.get(one, (one,)), groups.get(other, (other,))
        if first is second:
            continue
        whole = first + second
        if len(whole) == _PAIR or (_likely(first, second, scores) >= known["group_from"] and bounds.may_be_one(whole)):
            groups.update(dict.fromkeys(whole, whole))
    return tuple(sorted({tuple(sorted(places)) for places in groups.values()}))


def _scores(found: Chances, least: float) -> Scores:
    counted = found.chance >= least
    keys = found.left[counted] * _BEYOND + found.right[counted]
    return dict(zip(keys.tolist(), found.chance[counted].tolist(), strict=True))


def _likely(first: Sequence[int], second: Sequence[int], scores: Scores) -> float:
    """What all pairs between two groups come to on average."""
    pairs = [min(a, b) * _BEYOND + max(a, b) for a in first for b in second]
    return sum([scores.get(pair, 0.0) for pair in pairs]) / len(pairs)
