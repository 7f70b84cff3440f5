"""Hash links: how a row is hashed, and where a chain of rows breaks."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

START = "0" * 64


class Link(Protocol):
    """The parts of an audit row that its hash covers."""

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
    hash: str


def link_hash(row: Link, subjects: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over everything a row says, its subjects and the hash before it."""
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
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def fault_of(row: Link, subjects: Sequence[tuple[str, str]], expected: tuple[int, str]) -> str:
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
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
