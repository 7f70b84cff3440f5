"""What other programs will understand of a written family: its standard lines, read back by our own reader."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from kith.engines.drawing.formats.gedcom_index import index_records
from kith.engines.drawing.formats.gedcom_out.families import kin_lines, union_lines
from kith.engines.drawing.formats.gedcom_out.pen import Pen
from kith.engines.drawing.formats.gedcom_out.people import person_lines
from kith.engines.drawing.formats.gedcom_people import person_of
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.gedcom_unions import claim_unions
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Network, Person, Union


@dataclass(frozen=True, slots=True)
class Lines:
    """The record of one person or union, what it says, and what it should have said."""

    record: Record
    says: Person | Union
    should_say: Person | Union

    def differing(self) -> Iterator[tuple[str, Any]]:
        """The fields that the standard lines do not say as they are, with what they hold."""
        for field in fields(self.should_say):
            value = getattr(self.should_say, field.name)
            if value != getattr(self.says, field.name):
                yield field.name, value


def standard_lines(network: Network, pen: Pen) -> list[Lines]:
    """INDI and FAM records in the order of the network."""
    people = {person.id: person for person in network.persons}
    kin = kin_lines(network, pen)
    persons = [pen.line("INDI", "", *person_lines(p, pen), *kin[p.id], xref=p.id) for p in network.persons]
    unions = [pen.line("FAM", "", *union_lines(u, people, pen), xref=u.id) for u in network.unions]
    said = _read_back([*persons, *unions])
    if sum(map(_prune, (*persons, *unions))):
        said = _read_back([*persons, *unions])
    should: list[Person | Union] = [*network.persons, *network.unions]
    return [Lines(record, said[record.xref], right) for record, right in zip((*persons, *unions), should, strict=True)]


def _prune(record: Record) -> bool:
    """Take out lines that our own reader would only keep in words; whether there were any."""
    understood = [child for child in record.children if child.claimed]
    is_pruned = len(understood) < len(record.children)
    record.children = understood
    return sum(map(_prune, understood)) > 0 or is_pruned


def _read_back(roots: list[Record]) -> Mapping[str, Person | Union]:
    nobody_hears = Warnings()
    index = index_records(roots, nobody_hears)
    unions, _ = claim_unions(index, nobody_hears)
    persons = {id: person_of(record, nobody_hears) for id, record in index.people.items()}
    return {**persons, **{union.id: union for union in unions}}
