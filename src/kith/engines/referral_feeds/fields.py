"""Reading single fields of a feed: each becomes what it should be, or a message that says why it cannot."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kith.engines.referral_feeds.entries import OLDEST
from kith.engines.referral_feeds.messages import Message
from kith.kernel.errors import KithError
from kith.kernel.text import cleaned

LONGEST = 5_000
LONGEST_NAME = 300
LONGEST_ID = 60
_WEB = re.compile(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
Table = Mapping[str, Any]


@dataclass(slots=True)
class Notes:
    """Where we read, and what was found wrong there: faults refuse the file, warnings travel with it."""

    file: str
    entry: int = 0
    faults: list[Message] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)

    def at(self, entry: int) -> "Notes":
        """The same lists, from another entry."""
        return replace(self, entry=entry)

    def fault(self, says: str, field: str = "") -> None:
        self.faults.append(Message(file=self.file, entry=self.entry, field=field, says=says))

    def warn(self, says: str, field: str = "") -> None:
        self.warnings.append(Message(file=self.file, entry=self.entry, field=field, says=says))


def text(table: Table, name: str, notes: Notes, *, most: int = LONGEST, path: str = "") -> str:
    value = table.get(name)
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        notes.fault("this has to be text", path + name)
        return ""
    try:
        return cleaned(value, limit=most, multi_line=True)
    except KithError as problem:
        notes.fault(problem.message.rstrip(".")[0].lower() + problem.message.rstrip(".")[1:], path + name)
        return ""


def line(table: Table, name: str, notes: Notes, *, most: int = LONGEST_NAME, path: str = "") -> str:
    """Text on one line; breaks in it become spaces."""
    return " ".join(text(table, name, notes, most=most, path=path).split())


def is_web_address(said: str) -> bool:
    """
    >>> is_web_address("https://quay.example/help"), is_web_address("quay.example")
    (True, False)
    """
    return _WEB.fullmatch(said) is not None


def web_address(table: Table, name: str, notes: Notes, *, path: str = "") -> str:
    said = line(table, name, notes, most=2_000, path=path)
    if said and not is_web_address(said):
        notes.fault("this is no web address, which begins with http:// or https://", path + name)
        return ""
    return said


def mail_address(table: Table, name: str, notes: Notes, *, path: str = "") -> str:
    said = line(table, name, notes, path=path)
    if said and not _MAIL.fullmatch(said):
        notes.fault("this is no e-mail address", path + name)
        return ""
    return said


def age(table: Table, name: str, notes: Notes) -> int | None:
    value = table.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or not 0 <= value <= OLDEST:
        notes.fault(f"an age has to be a number from 0 to {OLDEST}", name)
        return None
    return int(value)


def day(table: Table, name: str, notes: Notes) -> dt.date | None:
    said = line(table, name, notes)
    if not said:
        return None
    try:
        return dt.date.fromisoformat(said[:10])
    except ValueError:
        notes.fault("this is no day such as 2026-11-24", name)
        return None


def tables(table: Table, name: str, notes: Notes, *, path: str = "") -> Iterator[Table]:
    """The tables of a list; anything else in its place is a fault."""
    value = table.get(name)
    if value is None:
        return
    if not isinstance(value, list):
        notes.fault("this has to be a list", path + name)
        return
    for one in value:
        if isinstance(one, Mapping):
            yield one
        else:
            notes.fault("each of this list has to be an object", path + name)


def table_in(table: Table, name: str, notes: Notes) -> Table:
    value = table.get(name)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        notes.fault("this has to be an object", name)
        return {}
    return value
