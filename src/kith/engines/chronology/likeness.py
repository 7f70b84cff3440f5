"""How alike two accounts are: what both tell, what excludes what, how many days and hours lie between."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import csr_array

from kith.engines.chronology.accounts import Accounts, Numbers, Places, numbered
from kith.engines.chronology.knowledge import words_data
from kith.engines.chronology.neighbours import Neighbours
from kith.engines.chronology.rows import Row

AT_ONCE = 200_000  # pairs that are looked at together; bounds the memory
_RARE = 20  # so few rows tell nothing yet about how common a word is


def likeness(accounts: Accounts, pairs: Neighbours) -> Mapping[str, Numbers]:
    """One number for each pair, by the name of what it measures; the weights for them are data.

    `alike` is the cosine of what both tell, from 0 to 1, where rare words count more; `told` the weight of what both
    tell, `within` its share of the shorter account; `excluded` in how many contrasts they differ; `happened_else` is 1
    where they tell of other happenings; `days` the fewest days between; `vague` the logarithm of the days that the
    vaguer date may mean; `hours` those between two clock times; `same_type` and `same_children` are 0 or 1.
    """
    data = words_data()
    contrasts = [_said(accounts, concepts) for concepts in data["contrasts"].values()]
    about = numbered(map(frozenset, accounts.children))
    return {
        **_words_alike(accounts.told, pairs),
        "excluded": np.sum([_each_has_its_own(said, pairs) for said in contrasts], axis=0).astype(float),
        "happened_else": _have_nothing_common(_said(accounts, data["happenings"]["are"]), pairs),
        **_days_between(accounts.spans, pairs),
        "hours": _hours_between(accounts.rows, pairs),
        "same_type": _same(numbered(row.type or place for place, row in enumerate(accounts.rows)), pairs),
        "same_children": _same(about, pairs),
    }


def _words_alike(told: csr_array, pairs: Neighbours) -> dict[str, Numbers]:
    """What both tell, where a word counts as much as it is rare."""
    rarity = np.log((told.shape[0] + _RARE) / (np.bincount(told.indices, minlength=told.shape[1]) + 1.0))
    weighed = csr_array((rarity[told.indices], told.indices, told.indptr), shape=told.shape)
    squares = np.maximum(told @ rarity**2, 1e-9)
    one, other, shared = squares[pairs.left], squares[pairs.right], _shared(weighed, pairs)
    return {
        "alike": shared / np.sqrt(one * other),
        "told": np.sqrt(shared),
        "within": shared / np.minimum(one, other),
    }


def _shared(weighed: csr_array, pairs: Neighbours) -> Numbers:
    """For each pair the squared weight of what both rows tell."""
    shared = np.zeros(len(pairs.left))
    for start in range(0, len(shared), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        shared[part] = weighed[pairs.left[part]].multiply(weighed[pairs.right[part]]).sum(axis=1)
    return shared


def _said(accounts: Accounts, concepts: Sequence[str]) -> Places:
    """For each row the concepts of a list that it names, as bits."""
    bits = np.zeros(accounts.told.shape[1])
    for bit, concept in enumerate(concepts):
        number = accounts.numbers.get(concept, len(bits))
        bits[number : number + 1] = 1 << bit
    said: Places = (accounts.told @ bits).astype(np.int64)
    return said


def _each_has_its_own(said: Places, pairs: Neighbours) -> Places:
    one, other = said[pairs.left], said[pairs.right]
    own: Places = ((one & ~other > 0) & (other & ~one > 0)).astype(np.int64)
    return own


def _have_nothing_common(said: Places, pairs: Neighbours) -> Numbers:
    one, other = said[pairs.left], said[pairs.right]
    nothing: Numbers = ((one > 0) & (other > 0) & (one & other == 0)).astype(float)
    return nothing


def _days_between(spans: Places, pairs: Neighbours) -> dict[str, Numbers]:
    one, other = spans[pairs.left], spans[pairs.right]
    between = np.maximum(np.maximum(other[:, 0] - one[:, 1], one[:, 0] - other[:, 1]), 0)
    width = np.maximum(one[:, 1] - one[:, 0], other[:, 1] - other[:, 0])
    return {"days": between.astype(float), "vague": np.log1p(width)}


def _same(numbers: Places, pairs: Neighbours) -> Numbers:
    same: Numbers = (numbers[pairs.left] == numbers[pairs.right]).astype(float)
    return same


def _hours_between(rows: Sequence[Row], pairs: Neighbours) -> Numbers:
    """Hours of the clock between two times; 0 where one has no time."""
    minutes = [row.start_time.hour * 60 + row.start_time.minute if row.start_time else -1 for row in rows]
    clock = np.array(minutes, dtype=np.int64)
    one, other = clock[pairs.left], clock[pairs.right]
    return np.where((one >= 0) & (other >= 0), np.abs(one - other) / 60.0, 0.0)
