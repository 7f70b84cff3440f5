"""What leaves the audit app: entries to be written, and rows as they were read back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


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
    payload: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """Where a chain does not hold, and what is wrong there."""

    chain: str
    sequence: int
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedNote:
    """Whose deed it was, by ref, and when."""

    actor: str
    at: dt.datetime
