"""Reads GEDCOM 5.5, 5.5.1 and 7 into a network; what the network has no room for is kept with its line."""

from collections.abc import Iterator
from dataclasses import replace

from kith.engines.drawing.formats.checks import refuse_impossible_kin
from kith.engines.drawing.formats.contradictions import contradictions
from kith.engines.drawing.formats.gedcom_encoding import decode_lines
from kith.engines.drawing.formats.gedcom_header import check_end, read_header, refuse_newer, refuse_too_large
from kith.engines.drawing.formats.gedcom_index import Index, index_records
from kith.engines.drawing.formats.gedcom_own_fields import apply_own_fields, has_own_notes, restore_ids
from kith.engines.drawing.formats.gedcom_own_tags import ADDRESS, recognise
from kith.engines.drawing.formats.gedcom_people import person_of
from kith.engines.drawing.formats.gedcom_records import Record, build_tree, left_over
from kith.engines.drawing.formats.gedcom_unions import claim_unions
from kith.engines.drawing.formats.plain_text import fits, one_line
from kith.engines.drawing.formats.reading import CannotReadFamily, Reading, counted
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Account, Kept, Network, Relation
from kith.kernel.text import LIMITS

_ABOUT_THE_FILE = ("HEAD", "TRLR")


def read_gedcom(data: bytes, *, told: str, name: str) -> Reading:
    """Read bytes without byte order mark; `told` is the encoding that the mark gave away, or empty."""
    refuse_too_large(data)
    warnings = Warnings()
    data = data.rstrip(b"\x1a")  # the end mark of old DOS programs
    lines = data.rstrip().splitlines()
    header = read_header(lines)
    refuse_newer(header.version)
    check_end(data, lines, warnings)
    told = told or ("utf-8" if header.is_newest else "")
    texts, encoding = decode_lines(lines, told=told, header=header, warnings=warnings)
    network = _network(build_tree(texts, is_newest=header.is_newest), name, warnings)
    return Reading(
        network=network,
        format=f"GEDCOM {one_line(header.version, most=10)}".strip(),
        encoding=encoding,
        counts=counted(network),
        warnings=warnings.sentences(),
    )


def _network(whole: list[Record], name: str, warnings: Warnings) -> Network:
    roots = _frame_removed(recognise(whole))
    index = index_records(roots, warnings)
    persons = tuple(person_of(record, warnings) for record in index.people.values())
    unions, places = claim_unions(index, warnings)
    relations = tuple(_claim_relations(index, warnings))
    standard = Network(name=name, persons=persons, unions=unions, relations=relations)
    network = apply_own_fields(standard, roots, warnings)
    refuse_impossible_kin(network, places)
    _warn_of_restrictions(roots, warnings)
    network = restore_ids(network, roots)
    network = replace(network, kept=(*network.kept, *_declared_tags(whole[0]), *_kept(roots, index)))
    return network if has_own_notes(roots) else replace(network, notes=contradictions(network))


def _frame_removed(roots: list[Record]) -> list[Record]:
    """The records between the first line and the last; anything after the last one is another file."""
    for position, record in enumerate(roots[:-1]):
        if record.tag == "TRLR" or (record.tag == "HEAD" and position):
            raise CannotReadFamily(
                f"Line {record.line} ({record.tag}) ends or begins a family file in the middle of this one; "
                "keep each family in a file of its own."
            )
    return [record for record in roots if record.tag not in _ABOUT_THE_FILE]


def _declared_tags(head: Record) -> Iterator[Kept]:
    """What the tags of other programs mean, without which their kept lines could not be understood."""
    for schema in head.each("SCHMA"):
        for tag in schema.each("TAG"):
            if ADDRESS not in tag.value:
                yield Kept(where=tag.place, tag="HEAD.SCHMA.TAG", value=tag.whole)


def _warn_of_restrictions(roots: list[Record], warnings: Warnings) -> None:
    for record in roots:
        for said in record.each("RESN"):
            warnings.add("The file asks for discretion (RESN); its words are kept, but close nothing here", said.place)


def _claim_relations(index: Index, warnings: Warnings) -> Iterator[Relation]:
    for id, person in index.people.items():
        for said in person.each("ASSO"):
            if said.pointer not in index.people:
                warnings.add("An association with somebody who is not in the file is kept in words", said.place)
                continue
            said.claimed = True
            words = _claim_role(said)
            yield Relation(a=id, b=said.pointer, kind="known", account=Account(words=words) if words else None)


def _claim_role(said: Record) -> str:
    """RELA of GEDCOM 5.5.1 says it in words; ROLE of GEDCOM 7 by a word of a list, or OTHER and a PHRASE."""
    role = said.first("RELA") or said.first("ROLE")
    if role is None:
        return ""
    phrase = role.first("PHRASE")
    role.claimed = fits(role.text, most=LIMITS["line"])
    if phrase is None or not phrase.text:
        return one_line(role.text.casefold() if role.tag == "ROLE" else role.text, most=LIMITS["line"])
    phrase.claimed = role.text.upper() == "OTHER" and fits(phrase.text, most=LIMITS["line"])
    return one_line(phrase.text, most=LIMITS["line"])


def _kept(roots: list[Record], index: Index) -> Iterator[Kept]:
    """What nobody claimed: of people and families under their id, of other records with their own id as value."""
    owners = index.people.keys() | index.families.keys()
    for record in roots:
        if record.xref in owners:
            if record.value.strip():
                yield Kept(where=record.place, tag=record.tag, value=record.value, owner=record.xref)
            yield from left_over(record, owner=record.xref)
        else:
            if not record.claimed:
                yield Kept(where=record.place, tag=record.tag, value=record.whole)
            yield from (replace(part, tag=f"{record.tag}.{part.tag}") for part in left_over(record, owner=""))
