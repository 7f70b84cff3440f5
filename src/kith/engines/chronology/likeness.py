"""How alike two accounts are: what both tell, what excludes what, how many days and hours lie between."""

from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from kith.engines.chronology.knowledge import words_data
from kith.engines.chronology.neighbours import Neighbours, Places
from kith.engines.chronology.order import Days
from kith.engines.chronology.rows import Row
from kith.engines.chronology.telling import Ear

Numbers = NDArray[np.float64]
AT_ONCE = 200_000
_RARE = 20  # so few rows tell nothing yet about how common a word is


def likeness(rows: Sequence[Row], days: Sequence[Days], pairs: Neighbours) -> Mapping[str, Numbers]:
    """One number for each pair, by the name of what it measures; the weights for them are data.

    `alike` is the cosine of what both tell, from 0 to 1, where rare words count more; `told` the weight of what both
    tell; `excluded` how many contrasts differ; `days` the fewest days between; `vague` the logarithm of the days that
    the vaguer date may mean; `rivals` the logarithm of how many other pairs could take the place of this one.
    """
    ear = Ear()
    told = [_heard(ear, row) for row in rows]
    spans = np.array([day[:2] for day in days], dtype=np.int64)
    return {
        **_words_alike(told, len(ear.numbers), pairs),
        "excluded": _excluded(ear, told, pairs),
        "happened_else": _happened_else(ear, told, pairs),
        "same_children": _same_children(rows, pairs),
        **_days_between(spans, pairs),
        "same_type": _same_type(rows, pairs),
        "hours": _hours_between(rows, pairs),
    }


def _heard(ear: Ear, row: Row) -> list[int]:
    return sorted(ear.concepts(f"{row.fact} {row.childs_words}") - _called(ear, row))


def _called(ear: Ear, row: Row) -> set[int]:
    """The names of those whom the row is about: they stand in every account and tell nothing of one event."""
    return set().union(*(ear.names(subject.name) for subject in row.subjects))


def _counted(told: Sequence[Sequence[int]], width: int) -> csr_array:
    """Rows by concepts: 1 where a row tells of it."""
    counts = np.fromiter(map(len, told), dtype=np.int64, count=len(told))
    columns = np.fromiter(chain.from_iterable(told), dtype=np.int64, count=int(counts.sum()))
    starts = np.concatenate([[0], np.cumsum(counts)])
    return csr_array((np.ones(len(columns)), columns, starts), shape=(len(told), max(width, 1)))


def _words_alike(told: Sequence[Sequence[int]], width: int, pairs: Neighbours) -> dict[str, Numbers]:
    """What both tell, where a word counts as much as it is rare."""
    matrix = _counted(told, width)
    among = np.bincount(matrix.indices, minlength=width)
    matrix.data = np.log((len(told) + _RARE) / (among[matrix.indices] + 1.0))
    squares = np.maximum(matrix.multiply(matrix).sum(axis=1), 1e-9)
    one, other, shared = squares[pairs.left], squares[pairs.right], _shared(matrix, pairs)
    return {
        "alike": shared / np.sqrt(one * other),
        "told": np.sqrt(shared),
        "within": shared / np.minimum(one, other),
    }


def _shared(matrix: csr_array, pairs: Neighbours) -> Numbers:
    """For each pair the sum over what both rows of the matrix hold."""
    shared = np.zeros(len(pairs.left))
    for start in range(0, len(shared), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        shared[part] = matrix[pairs.left[part]].multiply(matrix[pairs.right[part]]).sum(axis=1)
    return shared


def _excluded(ear: Ear, told: Sequence[Sequence[int]], pairs: Neighbours) -> Numbers:
    """In how many contrasts each account names something that the other does not."""
    count = np.zeros(len(pairs.left))
    for concepts in words_data()["contrasts"].values():
        said = _bits(ear, told, concepts)
        one, other = said[pairs.left], said[pairs.right]
        count += (one & ~other > 0) & (other & ~one > 0)
    return count


def _happened_else(ear: Ear, told: Sequence[Sequence[int]], pairs: Neighbours) -> Numbers:
    """Whether both tell what happened, and nothing of it is the same."""
    said = _bits(ear, told, words_data()["happenings"]["are"])
    one, other = said[pairs.left], said[pairs.right]
    differs: Numbers = ((one > 0) & (other > 0) & (one & other == 0)).astype(float)
    return differs


def _bits(ear: Ear, told: Sequence[Sequence[int]], concepts: Sequence[str]) -> Places:
    bits = {ear.named(concept): 1 << bit for bit, concept in enumerate(concepts)}
    return np.array([sum(bits[number] for number in bits.keys() & set(row)) for row in told], dtype=np.int64)


def _same_children(rows: Sequence[Row], pairs: Neighbours) -> Numbers:
    sets: dict[tuple[str, ...], int] = {}
    about = np.array([sets.setdefault(tuple(sorted(row.children)), len(sets)) for row in rows], dtype=np.int64)
    same: Numbers = (about[pairs.left] == about[pairs.right]).astype(float)
    return same


def _days_between(spans: NDArray[np.int64], pairs: Neighbours) -> dict[str, Numbers]:
    one, other = spans[pairs.left], spans[pairs.right]
    between = np.maximum(np.maximum(other[:, 0] - one[:, 1], one[:, 0] - other[:, 1]), 0)
    width = np.maximum(one[:, 1] - one[:, 0], other[:, 1] - other[:, 0])
    return {"days": between.astype(float), "vague": np.log1p(width)}


def _same_type(rows: Sequence[Row], pairs: Neighbours) -> Numbers:
    kinds: dict[str, int] = {"": 0}
    kind = np.array([kinds.setdefault(row.type, len(kinds)) for row in rows], dtype=np.int64)
    one, other = kind[pairs.left], kind[pairs.right]
    return ((one == other) & (one > 0)).astype(float)


def _hours_between(rows: Sequence[Row], pairs: Neighbours) -> Numbers:
    """Hours of the clock between two times on what may be one day; 0 where one has no time."""
    minutes = [row.start_time.hour * 60 + row.start_time.minute if row.start_time else -1 for row in rows]
    clock = np.array(minutes, dtype=np.int64)
    one, other = clock[pairs.left], clock[pairs.right]
    return np.where((one >= 0) & (other >= 0), np.abs(one - other) / 60.0, 0.0)
