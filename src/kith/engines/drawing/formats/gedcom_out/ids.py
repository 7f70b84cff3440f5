"""Ids that every GEDCOM program takes, the network's own wherever they are such."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from kith.engines.drawing.network import Network

_FIT = re.compile(r"[A-Z0-9_]{1,20}")
_VOID = "VOID"


@dataclass(frozen=True, slots=True)
class Xrefs:
    """For each id of a person and of a union: the one it has in the file."""

    people: Mapping[str, str]
    unions: Mapping[str, str]
    submitter: str
    whole: str


def xrefs_of(network: Network) -> Xrefs:
    taken = {_VOID}
    people = _named((person.id for person in network.persons), "I", taken)
    unions = _named((union.id for union in network.unions), "F", taken)
    others = [_named([""], letter, taken)[""] for letter in ("SUBM", "NET")]
    return Xrefs(people, unions, *others)


def _named(ids: Iterable[str], letter: str, taken: set[str]) -> dict[str, str]:
    """An id that does not fit, or that somebody else has, becomes the letter with the next free number."""
    found = list(ids)
    xrefs = {id: id for id in found if _FIT.fullmatch(id) and id not in taken}
    taken.update(xrefs)
    free = _free(letter, taken)
    for id in found:
        if id not in xrefs:
            xrefs[id] = next(free)
            taken.add(xrefs[id])
    return {id: xrefs[id] for id in found}


def _free(letter: str, taken: set[str]) -> Iterator[str]:
    return (name for name in (f"{letter}{number}" for number in count(1)) if name not in taken)
