"""Plain sentences about what other GEDCOM programs will not find in a written family."""

from collections import Counter
from collections.abc import Iterator

from kith.engines.drawing.formats.gedcom_out.pen import Pen
from kith.engines.drawing.formats.writing import how_many
from kith.engines.drawing.network import Network

_SAID = {
    "names": "Times and kinds of names",
    "birth": "Dates of birth exactly as they were said",
    "death": "Dates of death exactly as they were said",
    "has_died": "That somebody has not died",
    "kind": "Who is a child, unborn or a professional",
    "provisional": "Names that are not sure",
    "unknown": "Places kept open for somebody",
    "addresses": "Addresses with all their dates",
    "account": "Who told us and how sure it is",
    "fact": "Words under a name",
    "partners": "Couples of more than two",
    "statuses": "The whole history of couples",
    "children": "Twins, dates and sources of how children belong",
}
_STANDARD_LINKS = ("birth", "adopted", "foster")


def losses(network: Network, told: Counter[tuple[str, str]], pen: Pen) -> tuple[str, ...]:
    """`told` counts the people ("person") and couples ("couple") of whom a field stands in our own tags."""
    form = "GEDCOM 7" if pen.is_newest else "GEDCOM 5.5.1"
    return (*_own_only(network, told, form), *(() if pen.is_newest else _older_only(network)), *_changed(pen))


def _own_only(network: Network, told: Counter[tuple[str, str]], form: str) -> Iterator[str]:
    for (whom, name), count in told.items():
        what = _SAID.get(name, name.replace("_", " ").capitalize())
        yield f"{what} ({how_many(count, whom)}) have no place in {form}; only Kith reads them from its own tags."
    for what, count in (
        ("Households", len(network.households)),
        ("Feelings and other ties between people", len(network.relations)),
    ):
        if count:
            yield f"{what} ({count:,}) have no place in {form}; only Kith reads them whole from its own tags."
    if network.kept:
        yield (
            f"Lines kept from another file ({len(network.kept):,}) are whole only in Kith's own tags; places, notes, "
            "occupations and burials among them are also written where other programs look for them."
        )


def _older_only(network: Network) -> Iterator[str]:
    neither = sum(person.sex == "X" for person in network.persons)
    if neither:
        yield f"The sex X ({how_many(neither, 'person')}) is not part of GEDCOM 5.5.1; other programs may not know it."
    links = [link for union in network.unions for link in union.children]
    other = sum(link.kind not in _STANDARD_LINKS for link in links)
    if other:
        yield (
            f"Step, kinship, guardian and donor links ({other:,}) are words that GEDCOM 5.5.1 does not know; "
            "other programs may take these children as born to the couple."
        )


def _changed(pen: Pen) -> Iterator[str]:
    if pen.cleaned:
        yield f"Invisible characters were left out of {how_many(pen.cleaned, 'text')}, because GEDCOM refuses them."
