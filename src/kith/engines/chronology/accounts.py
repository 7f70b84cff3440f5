"""The rows that may be linked, with what every step asks of them: days, children and agency, worked out once."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from kith.engines.chronology.order import Days
from kith.engines.chronology.rows import AnyRow
from kith.engines.chronology.telling import Ear

Places = NDArray[np.int64]
Numbers = NDArray[np.float64]
Bits = NDArray[np.uint64]

_SIGNATURE = 2  # numbers of 64 bits


class Accounts(NamedTuple):
    """Rows in one order; `spans` are their first and last possible days as ordinals, `agency` has a number for each.

    `told` has a row for each and a column for each concept, 1 where it is told; `numbers` says which column is
    whose, and `places` which of them are streets.
    """

    rows: Sequence[AnyRow]
    children: Sequence[tuple[str, ...]]
    spans: Places
    agency: Places
    told: csr_array
    numbers: Mapping[str, int]
    places: Collection[int]


def accounts_of(rows: Sequence[AnyRow], days: Sequence[Days]) -> Accounts:
    """The accounts of rows whose days are known."""
    spans = np.array([day[:2] for day in days], dtype=np.int64).reshape(-1, 2)
    ear = Ear()
    told = _told(rows, ear)
    agency = numbered(row.agency for row in rows)
    return Accounts(rows, [row.children for row in rows], spans, agency, told, ear.numbers, ear.places)


def numbered(things: Iterable[Hashable]) -> Places:
    """The same number for the same thing, counted from 0 in the order in which they come.

    >>> numbered(["Police", "Health", "Police"]).tolist()
    [0, 1, 0]
    """
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(thing, len(known)) for thing in things], dtype=np.int64)


def distinct(numbers: Places) -> Places:
    """Each number once, in order; numpy's own way takes several times as long for many of them.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = np.sort(numbers, kind="stable")
    once: Places = ordered[np.concatenate([ordered[:1] == ordered[:1], ordered[1:] != ordered[:-1]])]
    return once


def _told(rows: Sequence[AnyRow], ear: Ear) -> csr_array:
    """Rows by concepts: 1 where a row tells of it."""
    about = [place for place, row in enumerate(rows) for _ in row.subjects]
    names = [subject.name for row in rows for subject in row.subjects]
    texts = [f"{row.fact} {row.childs_words}" if row.childs_words else row.fact for row in rows]
    at, tells = ear.told(texts, about, names)
    width = max(len(ear.numbers), 1)
    keys = distinct(at * width + tells)
    ends = np.searchsorted(keys, np.arange(len(rows) + 1) * width)
    return csr_array((np.ones(len(keys)), keys % width, ends), shape=(len(rows), width))


def signatures(accounts: Accounts) -> tuple[Bits, ...]:
    """What each row tells as a few bits, so that a crowd of pairs can be thinned out before it is looked at."""
    told = accounts.told
    at = np.repeat(np.arange(told.shape[0]), np.diff(told.indptr))
    number, bit = np.divmod(told.indices.astype(np.int64) % (64 * _SIGNATURE), 64)
    bits = np.zeros((_SIGNATURE, told.shape[0]), dtype=np.uint64)
    np.bitwise_or.at(bits, (number, at), np.left_shift(np.uint64(1), bit.astype(np.uint64)))
    return tuple(bits)
