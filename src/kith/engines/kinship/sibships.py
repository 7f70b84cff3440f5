"""Brothers and sisters recorded as such, where the parents may not be known."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kith.engines.kinship.facts import SiblingFact
from kith.engines.kinship.links import Link, Tone
from kith.engines.kinship.relationship import Step

Trail = Mapping[str, tuple[Step, ...]]
"""The full siblings of a person, nearest first, each with the steps to them; the person comes first."""

_LARGEST = 30
"""More full siblings than this are a mistake in the records, and are not followed further."""

_TONES = {"adoptive": Tone.ADOPTIVE, "step": Tone.STEP, "foster": Tone.FOSTER}


def trails(siblings: Sequence[SiblingFact]) -> dict[str, Trail]:
    """Everybody's full siblings: a full sibling of a full sibling is one too.

    >>> list(trails([SiblingFact("ann", "beth"), SiblingFact("beth", "cleo")])["ann"])
    ['ann', 'beth', 'cleo']
    """
    beside: dict[str, list[str]] = defaultdict(list)
    for bond in siblings:
        for one, other in ((bond.a, bond.b), (bond.b, bond.a)):
            beside[one] += [other] if bond.kind == "full" else []
    return {person: _trail(person, beside) for person in list(beside)}


def _trail(start: str, beside: Mapping[str, Sequence[str]]) -> Trail:
    found: dict[str, tuple[Step, ...]] = {start: ()}
    waiting = [start]
    for person in waiting:
        for other in beside[person]:
            if other not in found and len(found) < _LARGEST:
                found[other] = (*found[person], Step(other, "sibling", "full"))
                waiting.append(other)
    return found


def sibling_links(siblings: Sequence[SiblingFact], sibships: Mapping[str, Trail]) -> Iterator[tuple[str, Link]]:
    """Links between all siblings; what one is to a half, step or other sibling, the full siblings are too."""
    for person, trail in sibships.items():
        for other, steps in trail.items():
            if other != person:
                yield person, Link(other, Tone.PLAIN, steps)
    for bond in siblings:
        if bond.kind != "full":
            yield from _across(bond.a, bond.b, bond.kind, sibships)
            yield from _across(bond.b, bond.a, bond.kind, sibships)


def _across(one: str, other: str, kind: str, sibships: Mapping[str, Trail]) -> Iterator[tuple[str, Link]]:
    tone = _TONES.get(kind, Tone.PLAIN)
    for start in sibships[one]:
        for end, onwards in sibships[other].items():
            if one in sibships[start] and end not in sibships[start]:
                steps = (*sibships[start][one], Step(other, "sibling", kind), *onwards)
                yield start, Link(end, tone, steps, half=kind == "half")
