"""Random families for property tests: remarriage, half-siblings, twins, single parents, marriages within the family."""

from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from kith.engines.drawing.network import ChildLink, Network, Person, Status, Union
from kith.kernel.partial_dates import PartialDate

_STATUSES = ("married", "cohabiting", "separated", "divorced", "affair")
_KINDS = ("birth",) * 8 + ("adopted", "foster", "kinship", "guardian")


class _Growing:
    """A family that grows generation by generation."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.persons: list[Person] = []
        self.unions: list[Union] = []

    def person(self, born: int | None = None) -> str:
        birth = PartialDate(str(born)) if born and self.random.random() < 0.7 else None
        self.persons.append(Person(id=f"p{len(self.persons)}", sex=self.random.choice("FMX"), birth=birth))
        return self.persons[-1].id

    def union(self, partners: tuple[str, ...], born: int, most: int) -> list[str]:
        """A union with up to `most` children, the last two of them perhaps twins."""
        children = [self.person(born + self.random.randrange(20)) for _ in range(self.random.randrange(most + 1))]
        has_twins = len(children) > 2 and self.random.random() < 0.3
        links = tuple(
            ChildLink(
                child=child,
                kind=self.random.choice(_KINDS),
                twin="t" if has_twins and child in children[-2:] else "",
                identical=has_twins,
            )
            for child in children
        )
        status = Status(kind=self.random.choice(_STATUSES), since=PartialDate(str(born)))
        self.unions.append(Union(id=f"u{len(self.unions)}", partners=partners, statuses=(status,), children=links))
        return children

    def partner(self, others: list[str]) -> str:
        """Mostly somebody new; sometimes a cousin, rarely somebody of any generation."""
        chance = self.random.random()
        if chance < 0.06:
            return self.random.choice(others)
        return self.random.choice(self.persons).id if chance < 0.09 else self.person()

    def settle(self, person: str, others: list[str], born: int) -> list[str]:
        """Everything one person founds: nothing, a family alone, one couple or several; returns the children."""
        chance = self.random.random()
        if chance < 0.2:
            return []
        if chance < 0.3:
            return self.union((person,), born, 2)
        children: list[str] = []
        for _ in range(1 + (self.random.random() < 0.35) + (self.random.random() < 0.15)):
            partner = self.partner(others)
            if partner != person:
                children += self.union((person, partner), born, 3)
        return children


def random_family(seed: int, generations: int, roots: int, enough: int = 60) -> Network:
    """The same family for the same seed; more than 30% of those who settle do so more than once.

    It stops growing after the generation in which it reaches `enough` people.
    """
    growing = _Growing(seed)
    rising = [growing.person(1900) for _ in range(roots)]
    for generation in range(generations):
        born = 1920 + 25 * generation
        rising = [child for person in list(rising) for child in growing.settle(person, rising, born)]
        if len(growing.persons) > enough:
            break
    return Network(persons=tuple(growing.persons), unions=tuple(growing.unions))


def family_of(people: int, seed: int = 1) -> Network:
    """A family of exactly so many people: grown larger, and everybody left out who was born or met last."""
    grown = random_family(seed, generations=40, roots=3 + people // 40, enough=people)
    if len(grown.persons) < people:
        return family_of(people, seed + 1)
    persons = grown.persons[:people]
    kept = {person.id for person in persons}
    unions = (
        replace(union, children=tuple(link for link in union.children if link.child in kept))
        for union in grown.unions
        if kept.issuperset(union.partners)
    )
    return Network(persons=persons, unions=tuple(unions))


def families() -> st.SearchStrategy[Network]:
    """Families of one person to about ninety, some in unconnected parts, no cycles of descent."""
    return st.builds(
        random_family, seed=st.integers(0, 100_000), generations=st.integers(0, 4), roots=st.integers(1, 4)
    )
