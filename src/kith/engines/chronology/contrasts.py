"""What accounts name of a few short lists (who, which service, what happened), compared in one step as bits."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kith.engines.chronology.accounts import Accounts, Numbers, Places
from kith.engines.chronology.knowledge import words_data
from kith.engines.chronology.telling import Ear

WHO, SERVICES, HAPPENINGS = "who", "services", "happenings"


class Naming(NamedTuple):
    """For each row the concepts of all lists that it names, as bits, and those of its agency.

    `bits_of` says by the name of a list which bits are its own.
    """

    said: Places
    agency: Places
    bits_of: Mapping[str, int]

    def names(self, one: Places, other: Places) -> NDArray[np.bool_]:
        """Whether one row of each pair names the service of the other."""
        named: NDArray[np.bool_] = self.said[one] & self.agency[other] > 0
        return named


def lists() -> Mapping[str, list[str]]:
    """The lists of data/words.toml by their names.

    >>> lists()["state"]
    ['drunk', 'drugged']
    """
    data = words_data()
    return {**data["contrasts"], SERVICES: data[SERVICES]["are"], HAPPENINGS: data[HAPPENINGS]["are"]}


def naming_of(accounts: Accounts) -> Naming:
    """What each account names."""
    bits = np.zeros(accounts.told.shape[1], dtype=np.int64)
    masks: dict[str, int] = {}
    place = 0
    for name, concepts in lists().items():
        masks[name] = ((1 << len(concepts)) - 1) << place
        for concept in concepts:
            number = accounts.numbers.get(concept, len(bits))
            bits[number : number + 1] |= 1 << place
            place += 1
    told = accounts.told
    said = np.zeros(told.shape[0], dtype=np.int64)
    np.bitwise_or.at(said, np.repeat(np.arange(told.shape[0]), np.diff(told.indptr)), bits[told.indices])
    return Naming(said, _of_agencies(accounts, masks[SERVICES]), masks)


def _of_agencies(accounts: Accounts, mask: int) -> Places:
    """The services that the name of each row's agency says it is, as bits."""
    first = mask & -mask
    places = {concept: place for place, concept in enumerate(lists()[SERVICES])}
    named = list(dict.fromkeys(row.agency for row in accounts.rows))  # numbered in the same order
    ear = Ear()
    at, tells = ear.told(named, [], [])
    concepts = {number: concept for concept, number in ear.numbers.items()}
    of_agency = np.zeros(max(len(named), 1), dtype=np.int64)
    for agency, number in zip(at.tolist(), tells.tolist(), strict=True):
        place = places.get(concepts[number])
        of_agency[agency] |= 0 if place is None else first << place
    return of_agency[accounts.agency]


def contrasted(naming: Naming, left: Places, right: Places) -> dict[str, Numbers]:
    """For pairs of places what both name, and where each names what the other does not.

    `other_…` is 1 where each names something of a contrast that the other does not; `same_who` is how
    many people both name, `unlike_who` how many only one of them names; `happened_else` is 1 where they tell of other
    happenings, `happened_same` where of the same, `happened_one` where only one of them tells of any.
    """
    one, other = naming.said[left], naming.said[right]
    both, first, second = one & other, one & ~other, other & ~one
    masks = naming.bits_of
    happened = masks[HAPPENINGS]
    each_has_own = {name: (first & mask > 0) & (second & mask > 0) for name, mask in masks.items()}
    del each_has_own[SERVICES]
    are_other = each_has_own.pop(HAPPENINGS)
    are_same = both & happened > 0
    return {
        **{f"other_{name}": has_own * 1.0 for name, has_own in each_has_own.items()},
        "same_who": np.bitwise_count(both & masks[WHO]).astype(float),
        "unlike_who": np.bitwise_count((one ^ other) & masks[WHO]).astype(float),
        "happened_same": are_same * 1.0,
        "happened_else": (are_other & ~are_same) * 1.0,
        "happened_one": ((one & happened > 0) != (other & happened > 0)) * 1.0,
    }
