"""Hash links: how a row is hashed, and where a chain of rows breaks."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from kith.kernel.partial_dates import PartialDate

START = "0" * 64

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(slots=True)
class Link:
    """What a row of a chain says, in the order of its columns; the hash covers all of it."""

    chain: str
    sequence: int
    at: dt.datetime
    actor: str
    agency: str
    event: str
    level: int
    rule: str
    payload: str
    previous_hash: str
    hash: str = ""

    def columns(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in LINK_COLUMNS}


LINK_COLUMNS = tuple(column.name for column in fields(Link))


Side = tuple[str, ...]
"""A subject and how it appeared, and what was sealed of it as hexadecimal digits where something was."""


def side_of(subject: str, how: str, sealed: bytes | memoryview | None) -> Side:
    return (subject, how) if sealed is None else (subject, how, bytes(sealed).hex())


def link_hash(row: Link, subjects: Iterable[Side]) -> str:
    """SHA-256 over everything a row says, its subjects with what was sealed of them, and the hash before it."""
    said = [
        row.previous_hash,
        row.chain,
        row.sequence,
        row.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        row.actor,
        row.agency,
        row.event,
        row.level,
        row.rule,
        row.payload,
        sorted(subjects),
    ]
    return hashlib.sha256(_encode(said).encode()).hexdigest()


def fault_of(row: Link, subjects: Sequence[Side], expected: tuple[int, str]) -> str:
    """What is wrong with this row after (sequence, hash) of the one before, or nothing."""
    sequence, previous_hash = expected
    if row.sequence != sequence + 1:
        return "a row is missing or out of order"
    if row.previous_hash != previous_hash:
        return "the row before was changed"
    if row.hash != link_hash(row, subjects):
        return "the row was changed"
    return ""


def canonical(payload: Mapping[str, object]) -> str:
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: object) -> object:
    """Partial dates by their code, so that they can be read back; records by their fields; all else as words."""
    if isinstance(value, PartialDate):
        return value.code
    if is_dataclass(value):
        return {part.name: getattr(value, part.name) for part in fields(value)}
    return str(value)
