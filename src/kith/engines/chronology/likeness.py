"""How alike two accounts are: what both tell, what excludes what, how many days and hours lie between."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from kith.engines.chronology.accounts import Accounts, Numbers, Places, numbered
from kith.engines.chronology.contrasts import SERVICES, WHO, Naming, contrasted, lists, naming_of
from kith.engines.chronology.knowledge import event_types, told_together, words_data
from kith.engines.chronology.rows import AnyRow

_RARE = 80  # of a smaller story, its own words tell little yet about how common they are
_MOST_HOURS = 4.0
_NO_TIME = -1
_NOWHERE = -1


class Kinds(NamedTuple):
    """By row the number of its kind of event and how rare that is, and its place in the list of `known` kinds, or 0.

    `goes_with` is true where one who was there tells under the first of two known kinds, and others under the second.
    """

    number: Places
    rarity: Numbers
    known: Places
    goes_with: NDArray[np.bool_]


class Traits(NamedTuple):
    """What is compared of every row, worked out once.

    `weighed` has the weight of each concept it tells, `squares` the sum of their squares. `said` has the concepts of
    all contrasts as bits, and `bits_of` says by name which of them belong together. `minutes` are those of the clock,
    `where` is the number of the place that the row names, and `about` one for the children.
    """

    weighed: csr_array
    squares: Numbers
    naming: Naming
    spans: Places
    minutes: Places
    kinds: Kinds
    about: Places
    where: Places


def traits_of(accounts: Accounts) -> Traits:
    """What each account says of itself."""
    weighed = _weighed(accounts)
    return Traits(
        weighed=weighed,
        squares=np.maximum(weighed.power(2).sum(axis=1), 1e-9),
        naming=naming_of(accounts),
        spans=accounts.spans,
        minutes=_minutes(accounts.rows),
        kinds=_kinds_of(accounts.rows),
        about=numbered(map(frozenset, accounts.children)),
        where=_where(accounts),
    )


def likeness(traits: Traits, left: Places, right: Places) -> dict[str, Numbers]:
    """One number for each pair of places, by the name of what it measures; the weights for them are data.

    `alike` is the cosine of what both tell, from 0 to 1, where rare words count more; `told` the weight of what both
    tell, `within` its share of the shorter account; what `contrasted` measures is said there; `same_place` and
    `other_place` are 1 where both name one place, or each its own; `days` are the fewest days between, and `same_day`
    is 1 where there are none; `before_heard` are the days by which whoever heard of it is too early; `vague` is the
    logarithm of the days that the vaguer date may mean; `hours` those between two clock times, up to four, and `timed`
    1 where both have one; `same_type` is 1 for types that are the same, `rare_type` how rare they are, `go_together` 1
    for types under which agencies tell of one event, `untyped` where one has none; `same_children` is 0 or 1.
    """
    return {
        **_words_alike(traits, left, right),
        **contrasted(traits.naming, left, right),
        **_placed(traits.where, left, right),
        **_days_between(traits.spans, left, right),
        "before_heard": _before_heard(traits, left, right),
        **_hours_between(traits.minutes, left, right),
        **_kinds_alike(traits.kinds, left, right),
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


def _weighed(accounts: Accounts) -> csr_array:
    """Rows by concepts, where one weighs as much as it is rare; people and services, which are named apart, nothing."""
    told = accounts.told
    rarity = _rarity(told.indices.astype(np.int64), told.shape[0])
    named = [accounts.numbers[name] for name in (*lists()[WHO], *lists()[SERVICES]) if name in accounts.numbers]
    rarity[[number for number in named if number < len(rarity)]] = 0.0
    return csr_array((rarity[told.indices], told.indices, told.indptr), shape=told.shape)


def _words_alike(traits: Traits, left: Places, right: Places) -> dict[str, Numbers]:
    one, other = traits.squares[left], traits.squares[right]
    both = shared(traits.weighed, left, right)
    return {"alike": both / np.sqrt(one * other), "told": np.sqrt(both), "within": both / np.minimum(one, other)}


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
    return {"days": between.astype(float), "same_day": (between == 0) * 1.0, "vague": np.log1p(width)}


def _kinds_of(rows: Sequence[AnyRow]) -> Kinds:
    """What is known of the kinds of event that rows name; a row without one is alike to none."""
    number = numbered(row.type or place for place, row in enumerate(rows))
    of_known = {kind: place for place, kind in enumerate(event_types(), 1)}
    goes_with = np.zeros((len(of_known) + 1, len(of_known) + 1), dtype=np.bool_)
    for kind, others in told_together().items():
        goes_with[of_known[kind], [of_known[other] for other in others]] = True
    known = np.array([of_known.get(row.type, 0) for row in rows], dtype=np.int64)
    return Kinds(number, _rarity(number, len(number))[number], known, goes_with)


def _kinds_alike(kinds: Kinds, left: Places, right: Places) -> dict[str, Numbers]:
    one, other = kinds.known[left], kinds.known[right]
    are_same = kinds.number[left] == kinds.number[right]
    return {
        "same_type": are_same * 1.0,
        "rare_type": np.where(are_same, kinds.rarity[left], 0.0),
        "go_together": (kinds.goes_with[one, other] | kinds.goes_with[other, one]) * 1.0,
        "untyped": ((one == 0) | (other == 0)) * 1.0,
    }


def _before_heard(traits: Traits, left: Places, right: Places) -> Numbers:
    """Days by which whoever seems to have heard of it from the other is surely earlier than the other."""
    kinds, naming = traits.kinds, traits.naming
    one, other = kinds.known[left], kinds.known[right]
    by_kind = kinds.goes_with[one, other] * 1 - kinds.goes_with[other, one]
    by_name = (naming.names(right, left) * 1) - naming.names(left, right)
    left_was_there, right_was_there = by_kind + by_name > 0, by_kind + by_name < 0
    first, last = traits.spans.T
    right_is_earlier = np.maximum(first[left] - last[right], 0)
    left_is_earlier = np.maximum(first[right] - last[left], 0)
    return np.where(left_was_there, right_is_earlier, np.where(right_was_there, left_is_earlier, 0)).astype(float)


def _minutes(rows: Sequence[AnyRow]) -> Places:
    times = (row.start_time for row in rows)
    return np.array([time.hour * 60 + time.minute if time else _NO_TIME for time in times], dtype=np.int64)


def _hours_between(minutes: Places, left: Places, right: Places) -> dict[str, Numbers]:
    """Hours of the clock between two times; 0 where one has no time."""
    one, other = minutes[left], minutes[right]
    is_timed = (one != _NO_TIME) & (other != _NO_TIME)
    hours = np.minimum(np.abs(one - other) / 60.0, _MOST_HOURS)
    return {"hours": np.where(is_timed, hours, 0.0), "timed": is_timed * 1.0}
