"""The GEDCOM families as unions, and the lines that tell who belongs to each."""

from kith.engines.drawing.formats.checks import Places
from kith.engines.drawing.formats.gedcom_children import Links
from kith.engines.drawing.formats.gedcom_index import Index
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.gedcom_statuses import claim_statuses
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Union


def claim_unions(index: Index, warnings: Warnings) -> tuple[tuple[Union, ...], Places]:
    links = Links(index, warnings)
    spouses = _said_by_spouses(index)
    places: dict[tuple[str, str], str] = {}
    unions = []
    for id, family in index.families.items():
        partners = _claim_partners(family, spouses.get(id, []), warnings)
        children = links.claim(family)
        places.update({(id, partner): f"line {line}" for partner, line in partners})
        places.update({(id, link.child): f"line {line}" for link, line in children})
        unions.append(
            Union(
                id=id,
                partners=tuple(partner for partner, _ in partners),
                statuses=claim_statuses(family, warnings),
                children=tuple(link for link, _ in children),
            )
        )
    return tuple(unions), places


def _said_by_spouses(index: Index) -> dict[str, list[tuple[str, Record]]]:
    said: dict[str, list[tuple[str, Record]]] = {}
    for id, person in index.people.items():
        for record in person.each("FAMS"):
            said.setdefault(record.pointer, []).append((id, record))
    return said


def _claim_partners(family: Record, said: list[tuple[str, Record]], warnings: Warnings) -> list[tuple[str, int]]:
    """The partners with their lines: those the family names, then those who only name the family."""
    named = {record.pointer for record in family.each("HUSB", "WIFE")}
    partners: list[tuple[str, int]] = []
    for record in family.each("HUSB", "WIFE"):
        if record.pointer:
            record.claimed = True
            partners.append((record.pointer, record.line))
    for person, record in said:
        record.claimed = True
        if person not in named:
            named.add(person)
            warnings.add("A person names a family that does not name them, and was added as a partner", record.place)
            partners.append((person, record.line))
    return partners
