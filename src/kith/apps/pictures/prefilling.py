"""Whom we know of, as they come to stand on a new picture: in their row and on their side, or with family lines."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kith.apps.pictures.projections import LineSaid, Placing, PutIn
from kith.apps.pictures.vocabulary import PictureKind
from kith.engines.drawing.network import Network

BORN = ("birth", "adopted")
APART = ("separated", "divorced", "annulled", "widowed")
OLDEST, SIDES, EACH_SIDE = 3, 2, 2
TREE = "family_tree"
PET = "pet"
Others = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands from the child: how many generations up, and on which of the child's parents' sides."""

    up: int
    sides: frozenset[int]


def put_in(kind: PictureKind, family: Network, chosen: Sequence[str]) -> PutIn:
    """The chosen people of a family as it is known; on a family tree also a blank for each who is not known.

    Grown-ups of whom nobody can say how they belong stand in the row above the child.
    """
    pets = {person.id for person in family.persons if person.kind == PET}
    if kind.scene == TREE:
        where = standings(family)
        young = {person.id for person in family.persons if person.kind != "adult"}
        placed = [
            _in_the_tree(kind, ref, where.get(ref) or Standing(int(ref not in young), frozenset()), is_pet=ref in pets)
            for ref in chosen
        ]
        return PutIn((*placed, *_blanks(kind, family)), ())
    people = tuple(Placing(person=ref, kind=PET if ref in pets else "person") for ref in chosen)
    return PutIn(people, tuple(_lines(family, {*chosen, family.about})))


def kin_of(family: Network) -> frozenset[str]:
    """Everybody who is joined to the child by birth, by being brought up or by a couple."""
    return frozenset(standings(family)) - {family.about}


def standings(family: Network) -> Mapping[str, Standing]:
    """Everybody whom a way along the family leads to, by the shortest."""
    parents, children, partners = _neighbours(family)
    own = {parent: number for number, parent in enumerate(parents[family.about][:SIDES])}
    found = {family.about: Standing(0, frozenset())}
    waiting = deque([family.about])
    while waiting:
        ref = waiting.popleft()
        here = found[ref]
        steps = ((parents, 1), (partners, 0), (children, -1))
        for other, by in ((other, by) for ways, by in steps for other in ways[ref]):
            sides = frozenset({own[other]}) if other in own else here.sides
            if other not in found:
                found[other] = Standing(here.up + by, sides)
                waiting.append(other)
            elif here.up + by == found[other].up == 0 and other != family.about:
                found[other] = Standing(0, found[other].sides | sides)
    return found


def _neighbours(family: Network) -> tuple[Others, Others, Others]:
    """Of everybody their parents, children and partners."""
    parents: dict[str, list[str]] = defaultdict(list)
    children: dict[str, list[str]] = defaultdict(list)
    partners: dict[str, list[str]] = defaultdict(list)
    for union in family.unions:
        for link in union.children:
            parents[link.child] += union.partners
            for partner in union.partners:
                children[partner].append(link.child)
        for a, b in pairwise(union.partners):
            partners[a].append(b)
            partners[b].append(a)
    return parents, children, partners


def _in_the_tree(kind: PictureKind, ref: str, where: Standing, *, is_pet: bool) -> Placing:
    part = kind.parts[min(where.sides)] if len(where.sides) == 1 else kind.parts[-1]
    up = min(max(where.up, 0), OLDEST)
    return Placing(person=ref, kind=PET if is_pet else "person", part=part.id, farness=up)


def _blanks(kind: PictureKind, family: Network) -> Iterator[Placing]:
    """Two who had or bring up the child, and two above each of them: where one is not known stands “Who?”."""
    parents, _, _ = _neighbours(family)
    own = parents[family.about][:SIDES]
    for side in range(SIDES):
        known = {1: int(side < len(own)), 2: len(parents[own[side]]) if side < len(own) else 0}
        for up, wanted in ((1, 1), (2, EACH_SIDE)):
            for _ in range(wanted - min(known[up], wanted)):
                yield Placing(state="blank", part=kind.parts[side].id, farness=up)


def _lines(family: Network, there: Collection[str]) -> Iterator[LineSaid]:
    """Family lines between those who are there; from the child where one end is empty."""
    said: dict[tuple[str, str], list[str]] = {}
    for a, b, kind in _ties(family):
        if a in there and b in there:
            kinds = said.setdefault((a, b), [])
            kinds += [kind] if kind not in kinds else []
    for (a, b), kinds in said.items():
        is_own_child = b == family.about
        ends = (b, a) if is_own_child else (a, b)
        told = tuple("child" if is_own_child and kind in ("parent", "carer") else kind for kind in kinds)
        yield LineSaid(a="" if ends[0] == family.about else ends[0], b=ends[1], kinds=told)


def _ties(family: Network) -> Iterator[tuple[str, str, str]]:
    for union in family.unions:
        if union.status:
            yield from ((a, b, "parted" if union.status in APART else "couple") for a, b in pairwise(union.partners))
        for link in union.children:
            kind = "parent" if link.kind in BORN else "carer"
            yield from ((link.child, partner, kind) for partner in union.partners)
