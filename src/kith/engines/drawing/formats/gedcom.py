"""Reads GEDCOM 5.5 and 5.5.1 into a network; what the network has no room for is kept with its line."""

from collections.abc import Iterator
from dataclasses import replace

from kith.engines.drawing.formats.checks import refuse_impossible_kin
from kith.engines.drawing.formats.contradictions import contradictions
from kith.engines.drawing.formats.gedcom_encoding import decode_lines
from kith.engines.drawing.formats.gedcom_header import check_end, read_header, refuse_newer, refuse_too_large
from kith.engines.drawing.formats.gedcom_index import Index, index_records
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
    texts, encoding = decode_lines(lines, told=told, header=header, warnings=warnings)
    network = _network(_frame_removed(build_tree(texts)), name, warnings)
    return Reading(
        network=network,
        format=f"GEDCOM {one_line(header.version, most=10)}".strip(),
        encoding=encoding,
        counts=counted(network),
        warnings=warnings.sentences(),
    )


def _network(roots: list[Record], name: str, warnings: Warnings) -> Network:
    index = index_records(roots, warnings)
    persons = tuple(person_of(record, warnings) for record in index.people.values())
    unions, places = claim_unions(index, warnings)
    network = Network(
        name=name,
        persons=persons,
        unions=unions,
        relations=tuple(_claim_relations(index, warnings)),
        kept=tuple(_kept(roots, index)),
    )
    refuse_impossible_kin(network, places)
    return replace(network, notes=contradictions(network))


def _frame_removed(roots: list[Record]) -> list[Record]:
    """The records between the first line and the last; anything after the last one is another file."""
    for position, record in enumerate(roots[:-1]):
        if record.tag == "TRLR" or (record.tag == "HEAD" and position):
            raise CannotReadFamily(
                f"Line {record.line} ({record.tag}) ends or begins a family file in the middle of this one; "
                "keep each family in a file of its own."
            )
    return [record for record in roots if record.tag not in _ABOUT_THE_FILE]


def _claim_relations(index: Index, warnings: Warnings) -> Iterator[Relation]:
    for id, person in index.people.items():
        for said in person.each("ASSO"):
            if said.pointer not in index.people:
                warnings.add("An association with somebody who is not in the file is kept in words", said.place)
                continue
            said.claimed = True
            words = said.first("RELA")
            if words:
                words.claimed = fits(words.text, most=LIMITS["line"])
            account = Account(words=one_line(words.text, most=LIMITS["line"])) if words else None
            yield Relation(a=id, b=said.pointer, kind="known", account=account)


def _kept(roots: list[Record], index: Index) -> Iterator[Kept]:
    """What nobody claimed: of people and families under their id, of other records with their own id as value."""
    owners = index.people.keys() | index.families.keys()
    for record in roots:
        if record.xref in owners:
            if record.value.strip():
                yield Kept(where=record.place, tag=record.tag, value=record.value, owner=record.xref)
            yield from left_over(record, owner=record.xref)
        else:
            yield Kept(where=record.place, tag=record.tag, value=record.whole)
            yield from (replace(part, tag=f"{record.tag}.{part.tag}") for part in left_over(record, owner=""))
