"""The rows that may be linked, with what every step asks of them: days, children and agency, worked out once."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from kith.engines.chronology.order import Days
from kith.engines.chronology.rows import Row
from kith.engines.chronology.telling import Ear

Places = NDArray[np.int64]
Numbers = NDArray[np.float64]
Bits = NDArray[np.uint64]

_SIGNATURE = 2  # numbers of 64 bits


class Accounts(NamedTuple):
    """Rows in one order; `spans` are their first and last possible days as ordinals, `agency` has a number for each.

    `told` has a row for each and a column for each concept, 1 where it is told; `numbers` says which column is whose.
    """

    rows: Sequence[Row]
    children: Sequence[tuple[str, ...]]
    spans: Places
    agency: Places
    told: csr_array
    numbers: Mapping[str, int]


def accounts_of(rows: Sequence[Row], days: Sequence[Days]) -> Accounts:
    """The accounts of rows whose days are known."""
    spans = np.array([day[:2] for day in days], dtype=np.int64).reshape(-1, 2)
    ear = Ear()
    told = _told(rows, ear)
    agency = numbered(row.agency for row in rows)
    return Accounts(rows, [row.children for row in rows], spans, agency, told, ear.numbers)


def numbered(things: Iterable[Hashable]) -> Places:
    """The same number for the same thing, counted from 0 in the order in which they come.

    >>> numbered(["Police", "Health", "Police"]).tolist()
    [0, 1, 0]
    """
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(thing, len(known)) for thing in things], dtype=np.int64)


def _heard(ear: Ear, row: Row) -> set[int]:
    """What a row tells, without the names of those it is about: they stand in every account of theirs."""
    told = ear.concepts(f"{row.fact} {row.childs_words}")
    for subject in row.subjects:
        told -= ear.names(subject.name)
    return told


def _told(rows: Iterable[Row], ear: Ear) -> csr_array:
    """Rows by concepts: 1 where a row tells of it."""
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns += _heard(ear, row)
        ends.append(len(columns))
    told = csr_array((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, max(len(ear.numbers), 1)))
    told.sort_indices()
    return told


def signatures(accounts: Accounts) -> tuple[Bits, ...]:
    """What each row tells as a few bits, so that a crowd of pairs can be thinned out before it is looked at."""
    told = accounts.told
    at = np.repeat(np.arange(told.shape[0]), np.diff(told.indptr))
    number, bit = np.divmod(told.indices.astype(np.int64) % (64 * _SIGNATURE), 64)
    bits = np.zeros((_SIGNATURE, told.shape[0]), dtype=np.uint64)
    np.bitwise_or.at(bits, (number, at), np.left_shift(np.uint64(1), bit.astype(np.uint64)))
    return tuple(bits)
