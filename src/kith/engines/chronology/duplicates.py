"""Links rows that are likely accounts of one event: it only ever links, and nothing is lost or changed by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from kith.engines.chronology.knowledge import matching
from kith.engines.chronology.likeness import Numbers, likeness
from kith.engines.chronology.neighbours import Neighbours, Places, agency_numbers, neighbours
from kith.engines.chronology.order import Days
from kith.engines.chronology.rivalry import best_rival, rivals
from kith.engines.chronology.rows import Row

Scores = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Linking:
    """Places of rows by group, each with one row of an agency at most, and whether a crowd was too dense to finish."""

    groups: tuple[tuple[int, ...], ...]
    is_cut: bool


@dataclass(slots=True)
class _Group:
    """What has to hold for all of a group together: one child, one row of each agency, days within the window."""

    places: list[int]
    agencies: set[str]
    children: frozenset[str]
    days: Days = field(default=Days(0, 0, 0))


def linked(rows: Sequence[Row], days: Sequence[Days]) -> Linking:
    """Groups of two and more rows; `days` are those of the rows. Rows have to come in one order, as of `sort_key`."""
    known = matching()
    near = neighbours(
        rows, days, window=known["window_days"], widest=known["widest_days"], most=known["most_neighbours"]
    )
    score = chances(likeness(rows, days, near), near, agency_numbers(rows))
    wanted = np.flatnonzero(score >= known["linked_from"])
    best_first = wanted[np.lexsort((near.right[wanted], near.left[wanted], -score[wanted]))]
    scores = _scores(near, score, known["heard_from"])
    groups = [_Group([place], {row.agency}, frozenset(row.children), days[place]) for place, row in enumerate(rows)]
    for pair in best_first.tolist():
        _join(groups, int(near.left[pair]), int(near.right[pair]), scores)
    whole = {id(group): group for group in groups if len(group.places) > 1}
    return Linking(tuple(sorted(tuple(sorted(group.places)) for group in whole.values())), near.is_cut)


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
    return dict(
        zip(zip(near.left[kept].tolist(), near.right[kept].tolist(), strict=True), score[kept].tolist(), strict=True)
    )


def _join(groups: list[_Group], one: int, other: int, scores: Scores) -> None:
    """Make two groups one where all of them can be the same event, and on the whole are likely to be."""
    first, second = groups[one], groups[other]
    if first is second or not _may_be_one(first, second) or not _are_likely(first, second, scores):
        return
    first.places += second.places
    first.agencies |= second.agencies
    first.children &= second.children
    first.days = _together(first.days, second.days)
    for place in second.places:
        groups[place] = first


def _may_be_one(first: _Group, second: _Group) -> bool:
    days = _together(first.days, second.days)
    return (
        first.agencies.isdisjoint(second.agencies)
        and not first.children.isdisjoint(second.children)
        and days.first - days.last <= matching()["window_days"]
    )


def _together(one: Days, other: Days) -> Days:
    """The latest first day and the earliest last day: their distance is the greatest between any two of a group."""
    return Days(max(one.first, other.first), min(one.last, other.last), 0)


def _are_likely(first: _Group, second: _Group, scores: Scores) -> bool:
    pairs = [(min(a, b), max(a, b)) for a in first.places for b in second.places]
    return sum(scores.get(pair, 0.0) for pair in pairs) >= matching()["group_from"] * len(pairs)
