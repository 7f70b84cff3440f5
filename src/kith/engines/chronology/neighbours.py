"""Which rows could be the same event at all: same child, families that meet, days that meet, other agency."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kith.engines.chronology.knowledge import event_types, families
from kith.engines.chronology.order import Days
from kith.engines.chronology.rows import Row

Places = NDArray[np.int64]
AT_ONCE = 1_000_000  # pairs that are looked at together; bounds the memory


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Pairs of places, the earlier place first, in order and without repeats; whether some had too many to look at."""

    left: Places
    right: Places
    is_cut: bool


def neighbours(rows: Sequence[Row], days: Sequence[Days], *, window: int, widest: int, most: int) -> Neighbours:
    """All pairs of rows worth comparing; each row is held beside at most `most` that follow it in a block.

    A block is one child and one family of event types; a row without a type stands in every family. `days` are the
    days of the rows; `window` and `widest` are days: how far apart, and how vague a date may be.
    """
    place, first, last = _blocks(rows, days, widest)
    agency = agency_numbers(rows)[place]
    ends = np.searchsorted(first, last + window, side="right")
    counts = np.maximum(ends - np.arange(len(place)) - 1, 0)
    is_cut = bool((counts > most).any())
    found = [place[:0] * len(rows)]
    for one, other in _runs(np.minimum(counts, most)):
        is_other = agency[one] != agency[other]
        low, high = np.sort(np.stack([place[one[is_other]], place[other[is_other]]]), axis=0)
        found.append(np.unique(low * len(rows) + high))
    keys = np.unique(np.concatenate(found))
    return Neighbours(keys // max(len(rows), 1), keys % max(len(rows), 1), is_cut)


def agency_numbers(rows: Sequence[Row]) -> Places:
    """A number for the agency of each row."""
    numbers = {agency: number for number, agency in enumerate(sorted({row.agency for row in rows}))}
    return np.array([numbers[row.agency] for row in rows], dtype=np.int64)


def _blocks(rows: Sequence[Row], days: Sequence[Days], widest: int) -> tuple[Places, Places, Places]:
    """Places of rows with their first and last days, sorted; days of one block never touch those of another."""
    children: dict[str, int] = {}
    wide, every = len(families()), range(len(families()))
    known = _families_of_types()
    taken = [
        (children.setdefault(child, len(children)) * wide + family, place)
        for place, row in enumerate(rows)
        if days[place].last - days[place].first <= widest
        for child in row.children
        for family in known.get(row.type, every)
    ]
    block, place = np.array(taken, dtype=np.int64).reshape(-1, 2).T
    spans = np.array([day[:2] for day in days], dtype=np.int64).reshape(-1, 2)[place]
    base = block * _BEYOND
    order = np.lexsort((place, base + spans[:, 0]))
    return place[order], (base + spans[:, 0])[order], (base + spans[:, 1])[order]


_BEYOND = 4_000_000  # more days than the calendar has


def _families_of_types() -> Mapping[str, Sequence[int]]:
    numbers = {family: number for number, family in enumerate(families())}
    return {kind.id: [numbers[family] for family in kind.families] for kind in event_types().values()}


def _runs(counts: Places) -> Iterator[tuple[Places, Places]]:
    """Every place with each of the `counts` places behind it, a bounded number at a time."""
    upto = np.cumsum(counts)
    start = 0
    while start < len(counts):
        before = upto[start - 1] if start else 0
        stop = max(int(np.searchsorted(upto, before + AT_ONCE, side="right")), start + 1)
        some = counts[start:stop]
        one = np.repeat(np.arange(start, stop), some)
        step = np.arange(len(one)) - np.repeat(np.cumsum(some) - some, some)
        yield one, one + 1 + step
        start = stop
