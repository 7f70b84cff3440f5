"""Walks the family once from one person: up to forebears, over, and down to their descendants.

A path never goes up again after it went down, so it is known by how many generations it climbs (`up`)
and descends (`down`). The walk goes by growing distance and keeps, for every person and tone, the
shortest paths only; it therefore ends, even where the records make somebody their own forebear.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from kith.engines.kinship.graph import Links
from kith.engines.kinship.links import Link, Tone
from kith.engines.kinship.relationship import Step

_FARTHEST = {Tone.PLAIN: inf, Tone.BIRTH: inf, Tone.ADOPTIVE: inf, Tone.STEP: 4, Tone.FOSTER: 4}
"""Beyond these distances nobody speaks of a step-relation or foster relation."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A person reached; `first` holds the first steps taken, one for each way of equal length."""

    person: str
    up: int = 0
    down: int = 0
    tone: Tone = Tone.PLAIN
    half: bool = False
    first: frozenset[Step] = frozenset()
    last: tuple[Step, ...] = ()
    before: "Reach | None" = None

    @property
    def distance(self) -> int:
        """Generations walked, up and down together."""
        return self.up + self.down

    @property
    def path(self) -> tuple[Step, ...]:
        """All steps from the start to here."""
        parts: list[tuple[Step, ...]] = []
        here: Reach | None = self
        while here:
            parts.append(here.last)
            here = here.before
        return tuple(step for part in reversed(parts) for step in part)


Place = tuple[str, int, int, Tone]


def sweep(links: Links, start: str) -> dict[str, list[Reach]]:
    """Everybody reached from one person, with each shortest way of each tone.

    Takes time in proportion to the links of the family, times the number of tones.
    """
    waiting: dict[int, list[Reach]] = defaultdict(list, {0: [Reach(start)]})
    seen: dict[tuple[str, bool, Tone], int] = {}
    found: dict[str, list[Reach]] = defaultdict(list)
    distance = 0
    while waiting:
        for reach in _settled(waiting.pop(distance, []), seen, start):
            if reach.person != start:
                found[reach.person].append(reach)
            for further in _hops(links, reach):
                waiting[further.distance].append(further)
        distance += 1
    return found


def _settled(reaches: list[Reach], seen: dict[tuple[str, bool, Tone], int], start: str) -> list[Reach]:
    """Those of one distance that no shorter way has reached, with equal ways joined."""
    joined: dict[Place, Reach] = {}
    for reach in reaches:
        if reach.person == start and reach.distance:
            continue
        if seen.setdefault((reach.person, reach.down > 0, reach.tone), reach.distance) < reach.distance:
            continue
        place = (reach.person, reach.up, reach.down, reach.tone)
        joined[place] = _joined(joined[place], reach) if place in joined else reach
    return list(joined.values())


def _joined(one: Reach, other: Reach) -> Reach:
    """One answer for two ways of the same shape: the fuller blood counts, and both first steps are kept."""
    fuller = other if one.half and not other.half else one
    return replace(fuller, first=one.first | other.first)


def _hops(links: Links, reach: Reach) -> Iterator[Reach]:
    if not reach.down:
        for link in links.up.get(reach.person, ()):
            yield from _hop(reach, link, up=1)
        for link in links.across.get(reach.person, ()):
            yield from _hop(reach, link, up=1, down=1, half=link.half)
    came_from = reach.before.person if reach.before else ""
    for link in links.down.get(reach.person, ()):
        if link.to != came_from:
            yield from _hop(reach, link, down=1, half=_turns_to_half(links, reach, link))


def _hop(reach: Reach, link: Link, *, up: int = 0, down: int = 0, half: bool = False) -> Iterator[Reach]:
    """The next reach, unless the link would make a second social link or lead too far."""
    tone = max(reach.tone, link.tone)
    if reach.tone.is_social and link.tone.is_social:
        return
    if reach.distance + up + down > _FARTHEST[tone]:
        return
    yield Reach(
        link.to,
        reach.up + up,
        reach.down + down,
        tone,
        reach.half or half,
        reach.first or frozenset(link.steps[:1]),
        link.steps,
        reach,
    )


def _turns_to_half(links: Links, reach: Reach, link: Link) -> bool:
    """Whether the two children at the turn of the path share one parent of two."""
    turns = reach.up > 0 and reach.down == 0
    if not turns or reach.before is None or max(reach.tone, link.tone).is_social:
        return False
    by_birth = "adoptive" not in {reach.last[-1].kind, link.steps[-1].kind}
    return links.is_half(reach.before.person, link.to, by_birth=by_birth)
