"""Hash links: how a row is hashed, and where a chain of rows breaks."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from json.encoder import encode_basestring as quoted
from typing import Any

from django.utils.dateparse import parse_datetime

from kith.kernel.partial_dates import PartialDate

START = "0" * 64
WITH_MICROSECONDS, WITHOUT = len("2026-11-24 10:30:00.000000"), len("2026-11-24 10:30:00")

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
SEQUENCE, PREVIOUS_HASH, HASH = map(LINK_COLUMNS.index, ("sequence", "previous_hash", "hash"))


Columns = tuple[Any, ...]
"""What stands in the columns of a link, in their order."""

Side = tuple[str, ...]
"""A subject and how it appeared, and what was sealed of it as hexadecimal digits where something was."""


def side_of(subject: str, how: str, sealed: bytes | memoryview | None) -> Side:
    return (subject, how) if sealed is None else (subject, how, bytes(sealed).hex())


def link_hash(row: Link, subjects: Iterable[Side]) -> str:
    """SHA-256 over everything a row says, its subjects with what was sealed of them, and the hash before it."""
    return hash_of(columns_of(row), subjects)


def columns_of(row: Link) -> Columns:
    return tuple([getattr(row, name) for name in LINK_COLUMNS])


def hash_of(columns: Columns, subjects: Iterable[Side]) -> str:
    return hashlib.sha256(said(columns, sorted(subjects)).encode()).hexdigest()


def said(columns: Columns, sides: Sequence[Side]) -> str:
    """One list in JSON without spaces. It is put together by hand, because every row that is verified passes here."""
    chain, sequence, at, actor, agency, event, level, rule, payload, previous_hash, _ = columns
    if type(sequence) is not int or type(level) is not int:
        return said_at_length(columns, sides)
    try:
        whom = ",".join([f"[{','.join([quoted(part) for part in side])}]" for side in sides])
        return (
            f"[{quoted(previous_hash)},{quoted(chain)},{sequence},{quoted(moment(at))},{quoted(actor)},"
            f"{quoted(agency)},{quoted(event)},{level},{quoted(rule)},{quoted(payload)},[{whom}]]"
        )
    except TypeError:
        return said_at_length(columns, sides)


def said_at_length(columns: Columns, sides: Sequence[Side]) -> str:
    """The same by the encoder, whatever stands in a column."""
    chain, sequence, at, *rest, previous_hash, _ = columns
    return _encode([previous_hash, chain, sequence, moment(at), *rest, sides])


def moment(at: dt.datetime | str) -> str:
    """A time in UTC with microseconds. The text that SQLite keeps needs no reading where it has the usual form."""
    if isinstance(at, str):
        if len(at) == WITH_MICROSECONDS and at[10] == " ":
            return f"{at[:10]}T{at[11:]}+00:00"
        if len(at) == WITHOUT and at[10] == " ":
            return f"{at[:10]}T{at[11:]}.000000+00:00"
        return _read_moment(at)
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _read_moment(text: str) -> str:
    """Any other form of a time; what is none stays as it is, and so has not the hash of any row."""
    try:
        read = parse_datetime(text)
    except ValueError:
        return text
    if read is None:
        return text
    return moment(read if read.tzinfo else read.replace(tzinfo=dt.UTC))


def fault_of(columns: Columns, subjects: Sequence[Side], expected: tuple[int, str]) -> str:
    """What is wrong with this row after (sequence, hash) of the one before, or nothing."""
    if columns[SEQUENCE] != expected[0] + 1:
        return "a row is missing or out of order"
    if columns[PREVIOUS_HASH] != expected[1]:
        return "the row before was changed"
    if columns[HASH] != hash_of(columns, subjects):
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
