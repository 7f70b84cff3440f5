"""Families and ids for the rows of a pedigree table: those the people had in one before, else plain numbers."""

import re
from collections.abc import Iterable, Mapping
from itertools import count

from kith.engines.drawing.formats.pedigree.births import Births
from kith.engines.drawing.network import Network


def family_names(network: Network, births: Births, *, before: Mapping[str, str]) -> dict[str, str]:
    """For everybody the family they are connected with by birth: the name it had before, else a number."""
    head = {id: id for id in (*(person.id for person in network.persons), *births.made_up)}
    for child, parents in births.parents.items():
        for parent in parents:
            head[_find(head, child)] = _find(head, parent)
    names: dict[str, str] = {}
    for id, name in before.items():
        names.setdefault(_find(head, id), name)
    free = (str(number) for number in count(1) if str(number) not in before.values())
    for id in head:
        if _find(head, id) not in names:
            names[_find(head, id)] = next(free)
    return {id: names[_find(head, id)] for id in head}


def short_ids(ids: Iterable[str], *, fit: re.Pattern[str], before: Mapping[str, str]) -> dict[str, str]:
    """An id that fits stays; any other becomes the next free number."""
    found: dict[str, str] = {}
    wanted = {id: before.get(id, id) for id in ids}
    taken = {name for name in wanted.values() if fit.fullmatch(name)}
    number = 0
    for id, name in wanted.items():
        while not fit.fullmatch(name):
            number += 1
            name = "" if str(number) in taken else str(number)
        found[id] = name
    return found


def kept_by_owner(network: Network, tag: str) -> dict[str, str]:
    people = {person.id for person in network.persons}
    return {kept.owner: kept.value for kept in network.kept if kept.tag == tag and kept.owner in people}


def _find(head: dict[str, str], id: str) -> str:
    while head[id] != id:
        head[id] = head[head[id]]
        id = head[id]
    return id
