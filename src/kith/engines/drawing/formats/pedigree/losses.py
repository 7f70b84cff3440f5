"""Plain sentences about what a pedigree table does not say of a family."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields

from kith.engines.drawing.formats.pedigree.births import Births
from kith.engines.drawing.formats.plain_records import default_of
from kith.engines.drawing.formats.writing import how_many
from kith.engines.drawing.network import Network, Person

NAMES, YEARS_OF_BIRTH, DEATHS, IDENTICAL_TWINS = "Names", "Years of birth", "Deaths", "Identical twins"

_COUNTED_APART = ("id", "sex", "names", "birth", "death", "has_died")
_SAID = {
    "kind": "Who is a child, unborn or a professional",
    "provisional": "Names that are not sure",
    "unknown": "Places kept open for somebody",
    "fact": "Words under a name",
    "account": "Who told us and how sure it is",
}
_LONGEST_YEAR = len("2019")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A form of pedigree table: what it is called, what it carries, and the tags under which its own lines are kept."""

    called: str
    tag: str
    carries: Collection[str] = ()


def losses(network: Network, births: Births, table: Table) -> tuple[str, ...]:
    """One sentence for each kind of thing that the family has and the table has no place for."""
    counts = births.lost + Counter(dict(_people(network))) + Counter(dict(_ties(network, table)))
    found = [
        f"{what} ({count:,}) have no place in {table.called}."
        for what, count in counts.items()
        if what not in table.carries
    ]
    made_up = how_many(len(births.made_up), "parent")
    needs = f"{table.called[:1].upper()}{table.called[1:]} needs both parents or none"
    return (*found, *([f"{needs}, so {made_up} nobody named had to be added."] if births.made_up else []))


def _people(network: Network) -> Iterator[tuple[str, int]]:
    people = network.persons
    yield NAMES, sum(bool(person.names) for person in people)
    yield YEARS_OF_BIRTH, sum(person.birth is not None and person.birth.year is not None for person in people)
    yield "Dates of birth other than a year", sum(_is_more_than_a_year(person) for person in people)
    yield DEATHS, sum(person.has_died or person.death is not None for person in people)
    yield "Dates of death", sum(person.death is not None for person in people)
    for field in fields(Person):
        if field.name not in _COUNTED_APART:
            what = _SAID.get(field.name, field.name.replace("_", " ").capitalize())
            yield what, sum(getattr(person, field.name) != default_of(field) for person in people)


def _ties(network: Network, table: Table) -> Iterator[tuple[str, int]]:
    links = [link for union in network.unions for link in union.children]
    yield IDENTICAL_TWINS, sum(bool(link.twin and link.identical) for link in links)
    yield "Other twins", sum(bool(link.twin) and not link.identical for link in links)
    yield "Marriages, separations and other states of couples", sum(len(union.statuses) for union in network.unions)
    yield "Households", len(network.households)
    yield "Feelings and other ties between people", len(network.relations)
    yield "Lines kept from another file", sum(not kept.tag.startswith(table.tag) for kept in network.kept)


def _is_more_than_a_year(person: Person) -> bool:
    return person.birth is not None and len(person.birth.code) > _LONGEST_YEAR
