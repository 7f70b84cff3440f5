"""Kith's own GEDCOM tags: one for each field of a network, so that what GEDCOM has no room for comes back whole.

The tag is the field's name (`_PRONOUNS`). In GEDCOM 7 the header declares each with an address of ours; in 5.5.1 the
header's SOUR says that Kith wrote the file. A tag of the same name in anybody else's file is not one of ours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, get_args, get_origin

from kith.engines.drawing import network as records
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.plain_records import hints_of
from kith.engines.drawing.network import Network
from kith.kernel.partial_dates import PartialDate

ADDRESS = "https://kith.example/docs/domain/gedcom-tags#"
PROGRAM = "KITH"
NETWORK = "_NETWORK"
FIRST_ID = "_ID"  # the id in the network, where GEDCOM cannot write it
FINGERPRINT = "_STANDARD"  # of what the standard lines said when Kith wrote them
COPY = "_COPY"  # said again for other programs only

POINTERS = {
    (records.Network, "about"),
    (records.Union, "partners"),
    (records.ChildLink, "child"),
    (records.Membership, "person"),
    (records.Relation, "a"),
    (records.Relation, "b"),
}
"""Fields that hold a person's id, and are written as GEDCOM points to people."""


def tag_of(name: str) -> str:
    """The tag of a field.

    >>> tag_of("told_by")
    '_TOLD_BY'
    """
    return f"_{name.upper()}"


def own_tags() -> tuple[str, ...]:
    """Every tag that Kith may write, for the description of the format."""
    found = {NETWORK, FIRST_ID, FINGERPRINT, COPY}
    waiting: list[type] = [Network]
    seen: set[type] = set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        found.update(tag_of(field.name) for field in fields(kind))
        waiting.extend(hint for hint in map(part_of, hints_of(kind).values()) if is_record(hint))
    return tuple(sorted(found))


def part_of(hint: Any) -> Any:
    """The type of a field without "or nothing" and without "several of".

    >>> part_of(hints_of(Network)["persons"]).__name__
    'Person'
    """
    return get_args(hint)[0] if get_origin(hint) in (UnionType, tuple) else hint


def is_record(part: Any) -> bool:
    """Whether a type has tags of its own; a date is one word."""
    return is_dataclass(part) and part is not PartialDate


def recognise(roots: list[Record]) -> list[Record]:
    """Mark our own tags in the whole file, and leave out what was only said again for others."""
    ours = _declared(roots[0]) if roots[0].is_newest else None
    if ours is None and not _is_from_kith(roots[0]):
        return roots
    for record in _everything(roots):
        if record.tag.startswith("_") and (ours is None or record.tag in ours):
            record.tag = ours[record.tag] if ours else record.tag
            record.is_own = True
    for record in _everything(roots):
        record.children = _without_copies(record.children)
    return _without_copies(roots)


def own(record: Record, tag: str = "") -> list[Record]:
    """The sub-records with tags of our own: all, or those with one tag."""
    return [child for child in record.children if child.is_own and tag in ("", child.tag)]


def _declared(head: Record) -> dict[str, str]:
    """For each tag of this file that has an address of ours: our name for it. Tags may be renamed, addresses not."""
    said = (tag.text.split() for schema in head.each("SCHMA") for tag in schema.each("TAG"))
    pairs = (words for words in said if len(words) == 2)
    return {tag: uri.removeprefix(ADDRESS) for tag, uri in pairs if uri.startswith(ADDRESS)}


def _is_from_kith(head: Record) -> bool:
    return any(source.text == PROGRAM for source in head.each("SOUR"))


def _without_copies(children: list[Record]) -> list[Record]:
    return [child for child in children if not own(child, COPY)]


def _everything(roots: Iterable[Record]) -> Iterator[Record]:
    waiting = list(roots)
    while waiting:
        record = waiting.pop()
        yield record
        waiting.extend(record.children)
