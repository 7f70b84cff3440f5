"""Plain sentences about what a pedigree table does not say of a family."""

from collections import Counter
from collections.abc import Iterable

from kith.engines.drawing.formats.pedigree.births import Births
from kith.engines.drawing.formats.writing import how_many
from kith.engines.drawing.network import Network, Person


def losses(network: Network, births: Births, *, form: str, carried: Iterable[str] = ()) -> tuple[str, ...]:
    """`carried` are the labels of this module that the form has room for."""
    counts = births.lost + _counted(network)
    found = [f"{what} ({count:,}) have no place in {form}." for what, count in counts.items() if what not in carried]
    made_up = len(births.made_up)
    if made_up:
        found.append(
            f"{form[:1].upper()}{form[1:]} needs both parents or none, so {how_many(made_up, 'parent')} nobody named "
            "had to be added."
        )
    return tuple(found)


NAMES = "Names"
YEARS_OF_BIRTH = "Years of birth"
DEATHS = "Deaths"
IDENTICAL_TWINS = "Identical twins"


def _counted(network: Network) -> Counter[str]:
    people, links = network.persons, [link for union in network.unions for link in union.children]
    return Counter(
        {
            NAMES: sum(bool(person.names) for person in people),
            YEARS_OF_BIRTH: sum(person.birth is not None and person.birth.year is not None for person in people),
            "Dates of birth other than a year": sum(
                bool(person.birth) and len(str(person.birth)) != 4 for person in people
            ),
            DEATHS: sum(person.has_died or person.death is not None for person in people),
            "Dates of death": sum(person.death is not None for person in people),
            "Genders and pronouns": sum(bool(person.gender or person.pronouns) for person in people),
            "Addresses": sum(len(person.addresses) for person in people),
            "Numbers (identifiers)": sum(len(person.identifiers) for person in people),
            IDENTICAL_TWINS: sum(bool(link.twin) and link.identical for link in links),
            "Other twins": sum(bool(link.twin) and not link.identical for link in links),
            "Marriages, separations and other states of couples": sum(len(u.statuses) for u in network.unions),
            "Households": len(network.households),
            "Feelings and other ties between people": len(network.relations),
            "Lines kept from another file": sum(not kept.tag.startswith(("PED.", "CanRisk.")) for kept in network.kept),
        }
    )


def _is_more_than_a_year(person: Person) -> bool:
    return person.birth is not None and len(person.birth.code) != len("2019")
