"""Random families with feelings between anybody and homes of anybody, for property tests."""

from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from kith.engines.drawing.network import Account, Household, Membership, Network, Relation
from kith.engines.drawing.symbols import load_sheet
from kith.engines.drawing.tests.families import random_family

_KINDS = tuple(load_sheet().feelings)


def tied_families() -> st.SearchStrategy[Network]:
    """Families of up to about ninety with up to twelve ties beside kinship and up to four homes."""
    return st.builds(tied_family, seed=st.integers(0, 100_000), generations=st.integers(1, 3), roots=st.integers(1, 3))


def tied_family(seed: int, generations: int, roots: int) -> Network:
    family, random = random_family(seed, generations, roots), Random(seed)
    people = [person.id for person in family.persons]
    relations = tuple(
        Relation(
            a=random.choice(people),
            b=random.choice(people),
            kind=random.choice(_KINDS),
            account=Account(certainty="not_sure") if random.random() < 0.2 else None,
        )
        for _ in range(random.randrange(13))
    )
    homes = tuple(
        Household(id=f"h{number}", name="Quay Row", members=tuple(_members(random, people)))
        for number in range(random.randrange(5))
    )
    return replace(family, about=random.choice(people), relations=relations, households=homes)


def _members(random: Random, people: list[str]) -> list[Membership]:
    chosen = random.sample(people, min(len(people), random.randrange(1, 7)))
    kinds = ("lives_here",) * 4 + ("second_home",)
    return [Membership(person=person, kind=random.choice(kinds)) for person in chosen]
