"""How alike two accounts are: what both tell, what excludes what, how many days and hours lie between."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from kith.engines.chronology.accounts import Accounts, Numbers, Places, numbered
from kith.engines.chronology.knowledge import words_data
from kith.engines.chronology.rows import AnyRow

_RARE = 20  # so few rows tell nothing yet about how common a word is
_MOST_HOURS = 4.0
_NO_TIME = -1
_NOWHERE = -1
_HAPPENINGS = "happenings"


class Traits(NamedTuple):
    """What is compared of every row, worked out once.

    `weighed` has the weight of each concept it tells, `squares` the sum of their squares. `said` has the concepts of
    all contrasts as bits, and `bits_of` says by name which of them belong together. `minutes` are those of the clock,
    `where` is the number of the place that the row names, and `about` one for the children.
    """

    weighed: csr_array
    squares: Numbers
    said: Places
    bits_of: Mapping[str, int]
    spans: Places
    minutes: Places
    type: Places
    type_rarity: Numbers
    about: Places
    where: Places


def traits_of(accounts: Accounts) -> Traits:
    """What each account says of itself."""
    weighed = _weighed(accounts.told)
    said, bits_of = _said(accounts)
    kinds = numbered(row.type or place for place, row in enumerate(accounts.rows))
    return Traits(
        weighed=weighed,
        squares=np.maximum(weighed.power(2).sum(axis=1), 1e-9),
        said=said,
        bits_of=bits_of,
        spans=accounts.spans,
        minutes=_minutes(accounts.rows),
        type=kinds,
        type_rarity=_rarity(kinds, len(kinds))[kinds],
        about=numbered(map(frozenset, accounts.children)),
        where=_where(accounts),
    )


def likeness(traits: Traits, left: Places, right: Places) -> dict[str, Numbers]:
    """One number for each pair of places, by the name of what it measures; the weights for them are data.

    `alike` is the cosine of what both tell, from 0 to 1, where rare words count more; `told` the weight of what both
    tell, `within` its share of the shorter account; `other_…` is 1 where each names something of a contrast that the
    other does not, and `same_…` where both name the same; `happened_else` where they tell of other happenings; `days`
    are the fewest days between; `vague` the logarithm of the days that the vaguer date may mean; `hours` those between
    two clock times, up to four, and `timed` 1 where both have one; `same_type` is 1 for types that are the same and
    `rare_type` how rare they are; `same_children` is 0 or 1.
    """
    return {
        **_words_alike(traits, left, right),
        **_contrasted(traits, left, right),
        **_placed(traits.where, left, right),
        **_days_between(traits.spans, left, right),
        **_hours_between(traits.minutes, left, right),
        "same_type": (traits.type[left] == traits.type[right]) * 1.0,
        "rare_type": np.where(traits.type[left] == traits.type[right], traits.type_rarity[left], 0.0),
        "same_children": (traits.about[left] == traits.about[right]) * 1.0,
    }


def shared(weighed: csr_array, left: Places, right: Places) -> Numbers:
    """For each pair of rows the sum of the products of what stands in both."""
    total: Numbers = weighed[left].multiply(weighed[right]).sum(axis=1)
    return total


def _rarity(numbers: Places, rows: int) -> Numbers:
    """By number how rare it is among so many rows: the logarithm of all by those that have it."""
    rarity: Numbers = np.log((rows + _RARE) / (np.bincount(numbers, minlength=1) + 1.0))
    return rarity


def _weighed(told: csr_array) -> csr_array:
    """Rows by concepts, where a concept weighs as much as it is rare."""
    rarity = _rarity(told.indices.astype(np.int64), told.shape[0])
    return csr_array((rarity[told.indices], told.indices, told.indptr), shape=told.shape)


def _words_alike(traits: Traits, left: Places, right: Places) -> dict[str, Numbers]:
    one, other = traits.squares[left], traits.squares[right]
    both = shared(traits.weighed, left, right)
    return {"alike": both / np.sqrt(one * other), "told": np.sqrt(both), "within": both / np.minimum(one, other)}


def _said(accounts: Accounts) -> tuple[Places, Mapping[str, int]]:
    """For each row the concepts of all contrasts that it names, as bits; and the bits of every contrast."""
    data = words_data()
    bits = np.zeros(accounts.told.shape[1], dtype=np.int64)
    masks: dict[str, int] = {}
    place = 0
    for name, concepts in {**data["contrasts"], _HAPPENINGS: data["happenings"]["are"]}.items():
        masks[name] = ((1 << len(concepts)) - 1) << place
        for concept in concepts:
            number = accounts.numbers.get(concept, len(bits))
            bits[number : number + 1] |= 1 << place
            place += 1
    told = accounts.told
    said = np.zeros(told.shape[0], dtype=np.int64)
    np.bitwise_or.at(said, np.repeat(np.arange(told.shape[0]), np.diff(told.indptr)), bits[told.indices])
    return said, masks


def _contrasted(traits: Traits, left: Places, right: Places) -> dict[str, Numbers]:
    one, other = traits.said[left], traits.said[right]
    both, first, second = one & other, one & ~other, other & ~one
    masks = traits.bits_of
    each_has_own = {name: (first & mask > 0) & (second & mask > 0) for name, mask in masks.items()}
    happened_else = each_has_own.pop(_HAPPENINGS) & (both & masks[_HAPPENINGS] == 0)
    others = {f"other_{name}": has_own * 1.0 for name, has_own in each_has_own.items()}
    return {**others, "same_who": (both & masks["who"] > 0) * 1.0, "happened_else": happened_else * 1.0}


def _where(accounts: Accounts) -> Places:
    """The number of the place that a row names, if it names one only."""
    known = [accounts.numbers[name] for name in words_data()["places"]["are"] if name in accounts.numbers]
    told = accounts.told
    at = np.flatnonzero(np.isin(told.indices, [*known, *accounts.places]))
    rows = np.searchsorted(told.indptr, at, side="right") - 1
    where = np.full(told.shape[0], _NOWHERE)
    where[rows] = told.indices[at]
    where[np.bincount(rows, minlength=len(where)) > 1] = _NOWHERE
    return where


def _placed(where: Places, left: Places, right: Places) -> dict[str, Numbers]:
    one, other = where[left], where[right]
    are_known = (one != _NOWHERE) & (other != _NOWHERE)
    return {"same_place": (are_known & (one == other)) * 1.0, "other_place": (are_known & (one != other)) * 1.0}


def _days_between(spans: Places, left: Places, right: Places) -> dict[str, Numbers]:
    one, other = spans[left], spans[right]
    between = np.maximum(np.maximum(other[:, 0] - one[:, 1], one[:, 0] - other[:, 1]), 0)
    width = np.maximum(one[:, 1] - one[:, 0], other[:, 1] - other[:, 0])
    return {"days": between.astype(float), "vague": np.log1p(width)}


def _minutes(rows: Sequence[AnyRow]) -> Places:
    times = (row.start_time for row in rows)
    return np.array([time.hour * 60 + time.minute if time else _NO_TIME for time in times], dtype=np.int64)


def _hours_between(minutes: Places, left: Places, right: Places) -> dict[str, Numbers]:
    """Hours of the clock between two times; 0 where one has no time."""
    one, other = minutes[left], minutes[right]
    is_timed = (one != _NO_TIME) & (other != _NO_TIME)
    hours = np.minimum(np.abs(one - other) / 60.0, _MOST_HOURS)
    return {"hours": np.where(is_timed, hours, 0.0), "timed": is_timed * 1.0}
