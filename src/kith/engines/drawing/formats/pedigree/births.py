"""Who was born to whom in a network, as far as a pedigree table can say it: a father and a mother, or neither."""

from collections import Counter
from dataclasses import dataclass, field

from kith.engines.drawing.network import ChildLink, Network, Person, Union


@dataclass(slots=True)
class Births:
    """For each child: father and mother; `made_up` are parents who had to be added, `lost` counts what is not said."""

    parents: dict[str, tuple[str, str]] = field(default_factory=dict)
    links: dict[str, ChildLink] = field(default_factory=dict)
    made_up: dict[str, str] = field(default_factory=dict)  # an id with a sex
    lost: Counter[str] = field(default_factory=Counter)


OTHER_LINKS = "Adopted, foster, kinship, guardian, step and donor links"
SECOND_BIRTHS = "Second couples that somebody is said to be born to"
UNCLEAR = "Births to couples without one man and one woman"
CHILDLESS = "Couples without children"


def births_of(network: Network) -> Births:
    people = {person.id: person for person in network.persons}
    births = Births()
    for union in network.unions:
        born = [link for link in union.children if link.kind == "birth"]
        births.lost[OTHER_LINKS] += len(union.children) - len(born)
        births.lost[CHILDLESS] += len(union.partners) > 1 and not union.children
        if born and union.partners:
            _add(births, born, _father_and_mother(union, people, births))
    return births


def _add(births: Births, born: list[ChildLink], parents: tuple[str, str] | None) -> None:
    for link in born:
        if parents is None:
            births.lost[UNCLEAR] += 1
        elif births.parents.setdefault(link.child, parents) is parents:
            births.links[link.child] = link
        else:
            births.lost[SECOND_BIRTHS] += 1


def _father_and_mother(union: Union, people: dict[str, Person], births: Births) -> tuple[str, str] | None:
    """By sex; a missing second parent is made up, because the tables know both parents or none."""
    partners = list(union.partners)
    sexes = [people[id].sex for id in partners]
    if len(partners) == 1 and sexes[0] in ("M", "F"):
        other = "F" if sexes[0] == "M" else "M"
        made_up = f"{partners[0]}?{union.id}"
        births.made_up[made_up] = other
        partners, sexes = [*partners, made_up], [*sexes, other]
    if sorted(sexes) != ["F", "M"]:
        return None
    return partners[sexes.index("M")], partners[sexes.index("F")]
