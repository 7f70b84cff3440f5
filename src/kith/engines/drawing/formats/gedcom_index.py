"""The individuals and families of a GEDCOM file by id, with every cross-reference between them proved."""

from dataclasses import dataclass

from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.plain_text import quoted
from kith.engines.drawing.formats.reading import CannotReadFamily
from kith.engines.drawing.formats.warned import Warnings

_FROM_FAMILY = ("HUSB", "WIFE", "CHIL")
_FROM_PERSON = ("FAMC", "FAMS")


@dataclass(frozen=True, slots=True)
class Index:
    """INDI and FAM records by id, in the order of the file."""

    people: dict[str, Record]
    families: dict[str, Record]


def index_records(roots: list[Record], warnings: Warnings) -> Index:
    _refuse_same_ids(roots)
    index = Index(_with_tag(roots, "INDI"), _with_tag(roots, "FAM"))
    if not index.people:
        raise CannotReadFamily("There are no people (INDI records) in this GEDCOM file; export the family again.")
    for family in index.families.values():
        _check_pointers(family.each(*_FROM_FAMILY), index.people, "person", warnings)
    for person in index.people.values():
        _check_pointers(person.each(*_FROM_PERSON), index.families, "family", warnings)
    return index


def _with_tag(roots: list[Record], tag: str) -> dict[str, Record]:
    found = [record for record in roots if record.tag == tag]
    for record in found:
        if not record.xref:
            raise CannotReadFamily(
                f"Line {record.line} begins a record ({tag}) without an id such as @I1@; export the family again."
            )
    return {record.xref: record for record in found}


def _refuse_same_ids(roots: list[Record]) -> None:
    first: dict[str, Record] = {}
    for record in roots:
        if record.xref and first.setdefault(record.xref, record) is not record:
            raise CannotReadFamily(
                f"Line {record.line} uses the id {quoted(record.xref)} again, which line {first[record.xref].line} "
                "has already; give one of them another id."
            )


def _check_pointers(pointers: list[Record], known: dict[str, Record], what: str, warnings: Warnings) -> None:
    for record in pointers:
        if record.is_void:
            warnings.add(f"A {what} is left open on purpose (@VOID@), so the line is kept as it is", record.place)
        elif not record.pointer:
            warnings.add(f"A {what} is named by words and not by an id, so the line is kept as it is", record.place)
        elif record.pointer not in known:
            raise CannotReadFamily(
                f"Line {record.line} ({record.tag}) points to {quoted(record.pointer)}, but the file has no "
                f"{what} with that id; export the family again with everybody in it."
            )
