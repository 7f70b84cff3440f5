"""Which rows could be the same event at all: same child, families that meet, days that meet, other agency."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kith.engines.chronology.accounts import Accounts, Places, distinct, signatures
from kith.engines.chronology.knowledge import event_types, families
from kith.engines.chronology.rows import AnyRow

_BEYOND = 4_000_000  # more days than the calendar has


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Pairs of places, the earlier place first, in order and without repeats; whether some had too many to look at."""

    left: Places
    right: Places
    is_cut: bool


def neighbours(accounts: Accounts, known: Mapping[str, int]) -> Neighbours:
    """All pairs of rows worth comparing, by the limits of data/matching.toml.

    The rows of a child stand in a line by their first days, and each is held beside those behind it that begin within
    its window. The more these are, the more signs of what they tell have to be the same. Where they are more than
    `most_neighbours`, an exact day is held beside so many, and a vague one beside none: it could be any of them.
    """
    place, first, last = _lines(accounts, known["widest_days"])
    agency, kinds = accounts.agency[place], _families_of(accounts.rows)[place]
    told = [part[place] for part in signatures(accounts)]
    ends = np.searchsorted(first, last + known["window_days"], side="right")
    counts = np.maximum(ends - np.arange(len(place)) - 1, 0)
    is_over = counts > known["most_neighbours"]
    counts = np.where(is_over, np.where(last > first, 0, known["most_neighbours"]), counts)
    asked = _signs_asked(counts, known)
    size = max(len(accounts.rows), 1)
    one, found = np.arange(len(place)), [place[:0]]
    for step in range(1, int(counts.max(initial=0)) + 1):
        one = one[counts[one] >= step]
        other = one + step
        met = (agency[one] != agency[other]) & (kinds[one] & kinds[other] > 0)
        some, others = one[met], other[met]
        common = sum(np.bitwise_count(part[some] & part[others]) for part in told)
        kept = common >= asked[some]
        ends_of = np.stack([place[some[kept]], place[others[kept]]])
        found.append(ends_of.min(axis=0) * size + ends_of.max(axis=0))
    keys = distinct(np.concatenate(found))
    return Neighbours(keys // size, keys % size, bool(is_over.any()))


def _signs_asked(counts: Places, known: Mapping[str, int]) -> Places:
    """None up to a crowd, and one more with each doubling of it."""
    crowds = np.maximum(counts, 1) / known["crowd"]
    asked: Places = np.where(crowds > 1, known["common_in_crowd"] + np.floor(np.log2(crowds)), 0).astype(np.int64)
    return asked


def _lines(accounts: Accounts, widest: int) -> tuple[Places, Places, Places]:
    """Places of rows with their first and last days, sorted; days of one child never touch those of another."""
    numbers: dict[str, int] = {}
    children: list[int] = []  # two lists of numbers: a pair for each would be looked through by Python again and again
    places: list[int] = []
    for at in np.flatnonzero(accounts.spans[:, 1] - accounts.spans[:, 0] <= widest).tolist():
        for child in accounts.children[at]:
            children.append(numbers.setdefault(child, len(numbers)))
            places.append(at)
    line, place = np.array(children, dtype=np.int64), np.array(places, dtype=np.int64)
    first, last = (line[:, None] * _BEYOND + accounts.spans[place]).T
    order = np.lexsort((place, first))
    return place[order], first[order], last[order]


def _families_of(rows: Sequence[AnyRow]) -> Places:
    """The families of a row's type as bits; a row without a known type may be of any."""
    bits = {family: 1 << number for number, family in enumerate(families())}
    of_types = {kind.id: sum(bits[family] for family in kind.families) for kind in event_types().values()}
    return np.array([of_types.get(row.type, sum(bits.values())) for row in rows], dtype=np.int64)
