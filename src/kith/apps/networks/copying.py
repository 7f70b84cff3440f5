"""From a family without anything sealed to a family copy: role words for people, and a picture of nobody else."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kith.apps.access.projections import TeamMember
from kith.apps.networks.copy_cards import CopyChoices
from kith.apps.networks.family_copies import CopiedHelper, CopiedPerson, FamilyCopy
from kith.apps.networks.nearest import nearest
from kith.apps.networks.rules import OVER, gender_word, kin_words
from kith.apps.people.projections import FamilyToCopy
from kith.apps.people.queries import first_name_of
from kith.engines.drawing.compose import draw
from kith.engines.drawing.network import ChildLink, Name, Network, Person, Union
from kith.engines.drawing.output import to_svg
from kith.kernel.data_files import toml_of
from kith.kernel.days import day_words

MOST_COPIED = 60  # more could not be read on a telephone or one sheet
A_PARENT = frozenset({"birth", "adopted"})
SOMEBODY, CHILD_UNNAMED = "Somebody close", "This child"


@dataclass(frozen=True, slots=True)
class Copied:
    """One person of the copy: who they are, and what is written under their symbol."""

    person: Person
    says: str
    name: str


def copy_of(
    family: FamilyToCopy, helpers: Iterable[CopiedHelper], reader_ref: str, choices: CopyChoices, on: dt.date
) -> FamilyCopy:
    """The child first, then the others in the order in which they were told."""
    about = family.network.about
    people = copied_people(family, choices)
    part = part_of(family.network, reader_ref)
    return FamilyCopy(
        reader_part=part,
        child=child_name(family.child),
        child_says="own" if part == "young_person" else choices.child_says,
        made_on=day_words(on),
        picture=_picture(family.network, people) if len(people) > 1 else "",
        people=tuple(
            CopiedPerson(says=one.says, name=one.name, is_reader=one.person.id == reader_ref)
            for one in people
            if one.person.id != about
        ),
        helpers=tuple(helpers),
    )


def copied_people(family: FamilyToCopy, choices: CopyChoices) -> tuple[Copied, ...]:
    """Nobody who was left out or is not born yet; and whoever is not related only where they are named."""
    kin, about = kin_words(family.network), family.network.about
    found: list[Copied] = []
    for person in nearest(family.network, MOST_COPIED).persons:
        name = first_name_of(person) if person.names and person.id in choices.named else ""
        if person.id == about:
            found.insert(0, Copied(person, "", child_name(person)))
        elif _may_be_copied(person, choices) and (kin.get(person.id) or name):
            found.append(Copied(person, _first_up(kin.get(person.id) or SOMEBODY), name))
    return tuple(found)


def _may_be_copied(person: Person, choices: CopyChoices) -> bool:
    return person.kind != "unborn" and person.id not in choices.left_out


def child_name(child: Person) -> str:
    return first_name_of(child, nobody=CHILD_UNNAMED)


def part_of(network: Network, reader_ref: str) -> str:
    """What the reader is: the young person, a parent, or somebody of the family."""
    if reader_ref == network.about:
        return "young_person"
    parents = {
        partner
        for union in network.unions
        for link in union.children
        if link.child == network.about and link.kind in A_PARENT
        for partner in union.partners
    }
    return "parent" if reader_ref in parents else "family"


def may_read_copies(family: FamilyToCopy) -> Iterator[Person]:
    """Who could be a reader: people with a name, born and alive."""
    return (p for p in family.network.persons if p.names and p.kind != "unborn" and not p.has_died)


def helper_of(member: TeamMember, kind: str, *, is_named: bool) -> CopiedHelper:
    says = _words()["helpers"].get(kind, "Somebody who helps")
    return CopiedHelper(
        says=says, name=member.name.split()[0] if is_named else "", team=member.team, phone=member.phone
    )


def _picture(network: Network, people: Sequence[Copied]) -> str:
    """Drawn from a network of its own, whose ids, names and shapes say no more than the list beside it."""
    ids = {one.person.id: f"p{number}" for number, one in enumerate(people, 1)}
    about = ids[network.about]
    cut = Network(
        about=about,
        persons=tuple(_symbol(one, ids[one.person.id], is_child=one.person.id == network.about) for one in people),
        unions=tuple(_unions(network, ids)),
    )
    kin = {ids[one.person.id]: one.says for one in people if one.name and one.says}
    return to_svg(replace(draw(cut, about=about, kin=kin), key=()))


def _symbol(one: Copied, new_id: str, *, is_child: bool) -> Person:
    gender = gender_word(one.person) if is_child else _shape_told(one.says)
    kind = "child" if is_child else "adult"
    return Person(id=new_id, kind=kind, gender=gender, names=(Name(text=one.name or one.says, kind="known_as"),))


def _shape_told(says: str) -> str:
    """A shape only where the word for the relative tells it already."""
    last = says.split()[-1].casefold()
    for gender, words in _words()["shapes"].items():
        if any(last == word or last.endswith(f"-{word}") for word in words):
            return str(gender)
    return ""


def _unions(network: Network, ids: Mapping[str, str]) -> Iterator[Union]:
    """Who belongs to whom among these people: without days, and without what has become of a couple."""
    for number, union in enumerate(network.unions, 1):
        partners = tuple(ids[p] for p in union.partners if p in ids)
        children = tuple(
            ChildLink(child=ids[link.child], kind=link.kind) for link in union.children if link.child in ids
        )
        is_over = not children and union.status in OVER
        if len(partners) + len(children) > 1 and not is_over:
            yield Union(id=f"u{number}", partners=partners, children=children)


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


@cache
def _words() -> Mapping[str, Any]:
    return toml_of("kith.apps.networks", "data/copies.toml")
