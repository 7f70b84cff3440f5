"""Fields of a network from Kith's own GEDCOM tags: they say exactly what the standard lines say roughly."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from types import UnionType
from typing import Any, TypeVar, get_origin

from kith.engines.drawing.formats.checks import refuse_wrong_ids
from kith.engines.drawing.formats.gedcom_own_tags import (
    FINGERPRINT,
    FIRST_ID,
    NETWORK,
    POINTERS,
    is_record,
    own,
    part_of,
    tag_of,
)
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.json_text import proved_id
from kith.engines.drawing.formats.plain_records import PlainReader, hints_of, plain_fields
from kith.engines.drawing.formats.renaming import renamed
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Network, Person, Union

Kin = TypeVar("Kin", Person, Union)


def fingerprint(record: Person | Union) -> str:
    """What the standard lines of a person or union said, in eight letters.

    >>> fingerprint(Person(id="I1", sex="F"))
    '90bd3f69'
    """
    return f"{zlib.crc32(repr(plain_fields(record)).encode()):08x}"


def apply_own_fields(network: Network, roots: list[Record], warnings: Warnings) -> Network:
    """The network as Kith wrote it; kept lines and contradictions are still to come."""
    by_id = {record.xref: record for record in roots if record.xref}
    told = replace(
        network,
        persons=tuple(_told_exactly(person, by_id[person.id], warnings) for person in network.persons),
        unions=tuple(_told_exactly(union, by_id[union.id], warnings) for union in network.unions),
    )
    for record in roots:
        if record.tag == NETWORK and record.is_own:
            record.claimed = True
            told = replace(told, **_fields(Network, own(record)))
    refuse_wrong_ids(told)
    return told


def has_own_notes(roots: list[Record]) -> bool:
    """Whether the file says itself which contradictions were kept, so that they are not sought again."""
    return any(own(record, tag_of("notes")) for record in roots if record.tag == NETWORK and record.is_own)


def restore_ids(network: Network, roots: list[Record]) -> Network:
    """The ids that people, unions and households had before GEDCOM needed other ones."""
    first = {record.xref: said for record in roots for said in own(record, FIRST_ID)[:1] if record.xref}
    if not first:
        return network
    for said in first.values():
        said.claimed = True
    ids = {xref: proved_id(said.exact_text, _place(said)) for xref, said in first.items()}
    restored = renamed(network, people=ids, unions=ids)
    refuse_wrong_ids(restored)
    return restored


def _told_exactly(standard: Kin, record: Record, warnings: Warnings) -> Kin:
    found = [line for line in own(record) if line.tag != FIRST_ID]
    if not found:
        return standard
    proofs = own(record, FINGERPRINT)
    if [proof.text for proof in proofs] != [fingerprint(standard)]:
        warnings.add(
            "Another program has changed what Kith wrote, so its lines count and Kith's own tags are kept", record.place
        )
        return standard
    proofs[0].claimed = True
    return replace(standard, **_fields(type(standard), found))


def _fields(kind: type, lines: list[Record]) -> dict[str, Any]:
    """The fields that these lines tell, proved as in our own network file."""
    reader = PlainReader()
    told: dict[str, Any] = {}
    for name, (value, place) in _plain(kind, lines).items():
        told[name] = None if value is None else reader.field(kind, name, value, place)
    return told


def _plain(kind: type, lines: list[Record]) -> dict[str, tuple[object, str]]:
    """Each told field with its value in plain words and the place that tells it."""
    found: dict[str, tuple[object, str]] = {}
    for name, hint in hints_of(kind).items():
        said = [line for line in lines if line.tag == tag_of(name)]
        if said:
            found[name] = (_plain_field(kind, name, hint, said), _place(said[0]))
    return found


def _plain_field(kind: type, name: str, hint: Any, said: list[Record]) -> object:
    read = _reader(kind, name, part_of(hint))
    if get_origin(hint) is tuple:
        is_none = len(said) == 1 and not said[0].value and not said[0].children
        return _claimed(said) and [] if is_none else [read(line) for line in _claimed(said)]
    if not said[0].value and get_origin(hint) is UnionType and not is_record(part_of(hint)):
        return _claimed(said[:1]) and None
    return read(_claimed(said[:1])[0])


def _reader(kind: type, name: str, part: Any) -> Callable[[Record], object]:
    if (kind, name) in POINTERS:
        return lambda line: line.pointer
    if is_record(part):
        return lambda line: {key: value for key, (value, _) in _plain(part, own(line)).items()}
    if part is bool:
        return lambda line: {"Y": True, "N": False}.get(line.text, line.text)
    return lambda line: line.exact_text


def _claimed(lines: list[Record]) -> list[Record]:
    for line in lines:
        line.claimed = True
    return lines


def _place(line: Record) -> str:
    return f"Line {line.line} ({line.tag})"
