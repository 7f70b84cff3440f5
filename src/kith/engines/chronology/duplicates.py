"""Links rows that are likely accounts of one event: it only ever links, and nothing is lost or changed by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kith.engines.chronology.accounts import Accounts, Numbers, Places, accounts_of
from kith.engines.chronology.knowledge import matching
from kith.engines.chronology.likeness import likeness
from kith.engines.chronology.neighbours import Neighbours, neighbours
from kith.engines.chronology.order import Days
from kith.engines.chronology.rivalry import best_rival, rivals
from kith.engines.chronology.rows import Row

_BEYOND = 1 << 31  # more rows than a merge has

Scores = Mapping[int, float]
"""Chances by the places of both rows as one number, the earlier place in front."""


@dataclass(frozen=True, slots=True)
class Linking:
    """Places of rows by group, each with one row of an agency at most, and whether a crowd was too dense to finish."""

    groups: tuple[tuple[int, ...], ...]
    is_cut: bool


@dataclass(slots=True)
class _Group:
    """What has to hold for all of a group together: one child, one row of each agency, days within the window.

    `first` is the latest first day and `last` the earliest last day; their distance is the greatest of any two.
    """

    places: list[int]
    agencies: set[int]
    children: set[str]
    first: int
    last: int


def linked(rows: Sequence[Row], days: Sequence[Days]) -> Linking:
    """Groups of two and more rows; `days` are those of the rows. Rows have to come in one order, as of `sort_key`."""
    known = matching()
    accounts = accounts_of(rows, days)
    near = neighbours(accounts, known)
    score = chances(likeness(accounts, near), near, accounts.agency)
    wanted = np.flatnonzero(score >= known["linked_from"])
    best_first = wanted[np.lexsort((near.right[wanted], near.left[wanted], -score[wanted]))]
    scores = _scores(near, score, known["heard_from"])
    groups: dict[int, _Group] = {}
    for one, other in zip(near.left[best_first].tolist(), near.right[best_first].tolist(), strict=True):
        _join(groups, _group_of(groups, accounts, one), _group_of(groups, accounts, other), scores)
    whole = {tuple(sorted(group.places)) for group in groups.values() if len(group.places) > 1}
    return Linking(tuple(sorted(whole)), near.is_cut)


def _group_of(groups: dict[int, _Group], accounts: Accounts, place: int) -> _Group:
    if place not in groups:
        first, last = accounts.spans[place].tolist()
        agency, children = int(accounts.agency[place]), set(accounts.children[place])
        groups[place] = _Group([place], {agency}, children, first, last)
    return groups[place]


def chances(measures: Mapping[str, Numbers], pairs: Neighbours, agency: Places) -> Numbers:
    """From 0 to 1 for each pair, by the weights of data/matching.toml: first alone, and then beside its best rival."""
    known = matching()
    measures = {**measures, "rivals": rivals(pairs, agency)}
    alone = np.clip(_weighed(measures, known["alone"]), -6, 8)
    rival = best_rival(pairs, agency, alone)
    lead = np.clip(alone - rival, -4, 4)
    beside = _weighed({**measures, "rival": rival, "lead": lead}, known["beside_rivals"])
    return np.round(1 / (1 + np.exp(-np.clip(beside, -30, 30))), 6)


def _weighed(measures: Mapping[str, Numbers], weights: Mapping[str, float]) -> Numbers:
    each = [weight * measures[name] for name, weight in weights.items() if name != "bias"]
    total: Numbers = weights["bias"] + np.sum(each, axis=0)
    return total


def _scores(near: Neighbours, score: Numbers, least: float) -> Scores:
    kept = score >= least
    keys = near.left[kept] * _BEYOND + near.right[kept]
    return dict(zip(keys.tolist(), score[kept].tolist(), strict=True))


def _join(groups: dict[int, _Group], first: _Group, second: _Group, scores: Scores) -> None:
    """Make two groups one where all of them can be the same event, and on the whole are likely to be."""
    if first is second or not _may_be_one(first, second) or not _are_likely(first, second, scores):
        return
    first.places += second.places
    first.agencies |= second.agencies
    first.children &= second.children
    first.first, first.last = max(first.first, second.first), min(first.last, second.last)
    for place in second.places:
        groups[place] = first


def _may_be_one(first: _Group, second: _Group) -> bool:
    apart = max(first.first, second.first) - min(first.last, second.last)
    window: int = matching()["window_days"]
    has_one_each = first.agencies.isdisjoint(second.agencies)
    return has_one_each and not first.children.isdisjoint(second.children) and apart <= window


def _are_likely(first: _Group, second: _Group, scores: Scores) -> bool:
    pairs = [min(a, b) * _BEYOND + max(a, b) for a in first.places for b in second.places]
    least: float = matching()["group_from"]
    return sum(scores.get(pair, 0.0) for pair in pairs) >= least * len(pairs)
