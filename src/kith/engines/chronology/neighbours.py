"""Which rows could be the same event at all: same child, families that meet, days that meet, other agency."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kith.engines.chronology.accounts import Accounts, Places, signatures
from kith.engines.chronology.knowledge import event_types, families

AT_ONCE = 250_000  # pairs that are looked at together; bounds the memory


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Pairs of places, the earlier place first, in order and without repeats; whether some had too many to look at."""

    left: Places
    right: Places
    is_cut: bool


def neighbours(accounts: Accounts, known: Mapping[str, int]) -> Neighbours:
    """All pairs of rows worth comparing, by the limits of data/matching.toml.

    A block is one child and one family of event types; a row without a type stands in every family. Each row is held
    beside at most `most_neighbours` that follow it in its block; where more than `crowd` do, only beside those that
    tell some of the same; where more than `vague_crowd` follow a vague date, with none: it could be any of them.
    """
    place, first, last = _blocks(accounts, known["widest_days"])
    size = max(len(accounts.rows), 1)
    agency = accounts.agency[place]
    ends = np.searchsorted(first, last + known["window_days"], side="right")
    counts = np.maximum(ends - np.arange(len(place)) - 1, 0)
    is_lost = (last > first) & (counts > known["vague_crowd"])
    is_cut = bool((is_lost | (counts > known["most_neighbours"])).any())
    counts = np.where(is_lost, 0, np.minimum(counts, known["most_neighbours"]))
    bits, found = [part[place] for part in signatures(accounts)], [place[:0]]
    for one, other in _runs(counts):
        common = sum(np.bitwise_count(part[one] & part[other]) for part in bits)
        is_near = (counts[one] <= known["crowd"]) | (common >= known["common_in_crowd"])
        kept = np.flatnonzero(is_near & (agency[one] != agency[other]))
        left, right = place[one[kept]], place[other[kept]]
        found.append(np.minimum(left, right) * size + np.maximum(left, right))
    keys = np.unique(np.concatenate(found))
    return Neighbours(keys // size, keys % size, is_cut)


def _blocks(accounts: Accounts, widest: int) -> tuple[Places, Places, Places]:
    """Places of rows with their first and last days, sorted; days of one block never touch those of another."""
    children: dict[str, int] = {}
    wide, known = len(families()), _families_of_types()
    blocks: list[int] = []  # two lists of numbers: a pair for each would be looked through by Python again and again
    places: list[int] = []
    for at in np.flatnonzero(accounts.spans[:, 1] - accounts.spans[:, 0] <= widest).tolist():
        numbers = known.get(accounts.rows[at].type, range(wide))
        for child in accounts.children[at]:
            base = children.setdefault(child, len(children)) * wide
            blocks += [base + family for family in numbers]
            places += [at] * len(numbers)
    block, place = np.array(blocks, dtype=np.int64), np.array(places, dtype=np.int64)
    first, last = (block[:, None] * _BEYOND + accounts.spans[place]).T
    order = np.lexsort((place, first))
    return place[order], first[order], last[order]


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
