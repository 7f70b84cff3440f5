"""What leaves the audit app: entries to be written, and rows as they were read back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar


class Doer(Protocol):
    """Whoever reads or acts, as the record needs to know them."""

    @property
    def ref(self) -> str: ...
    @property
    def agency_ref(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened, before it is chained."""

    event: str
    actor: str
    agency: str
    at: dt.datetime
    level: int = 0
    rule: str = ""
    subjects: Mapping[str, str] = field(default_factory=dict)  # subject ref to opened, listed or changed
    payload: Mapping[str, Any] = field(default_factory=dict)  # in the clear: counts, kinds and refs
    changes: Mapping[str, Any] = field(default_factory=dict)  # by subject ref, sealed: before and after


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """Where a chain does not hold, and what is wrong there."""

    chain: str
    sequence: int
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCheck:
    """What was looked through, and the first fault of each chain."""

    chains: int
    rows: int
    heads: int
    faults: tuple[BrokenLink, ...]


@dataclass(frozen=True, slots=True)
class ChainedJournal:
    """How many looks of the emergency journal went onto the record, and what of it did not hold."""

    chained: int
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One row in which a subject appeared: by whom, when, in what, and how (opened, listed, changed, refused)."""

    actor: str
    agency: str
    at: dt.datetime
    event: str
    level: int
    rule: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One row of somebody who works here, with the refs of the subjects by how they appeared."""

    agency: str
    at: dt.datetime
    event: str
    level: int
    rule: str
    opened: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One search in which words of a question were used: by whom, when, and how many of the words asked about."""

    actor: str
    agency: str
    at: dt.datetime
    matching: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one deed changed of a subject."""

    actor: str
    agency: str
    at: dt.datetime
    event: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Page(Generic[Line]):
    """One page of a list, newest first; `is_capped` where there is more than a list ever shows."""

    lines: tuple[Line, ...]
    number: int
    has_more: bool
    is_capped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedNote:
    """Whose deed it was, by ref, and when."""

    actor: str
    at: dt.datetime
