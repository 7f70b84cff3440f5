"""The emergency journal: where a look goes that must be shown now and cannot be recorded now.

A file in the data directory, readable by its owner only. Each line is encrypted under the audit key and carries the
hash of the line before, so that an edited, removed or reordered line is found when the journal is brought onto the
record. Lines cut off the end leave no trace in the file itself; that is why the journal is for emergencies only.
"""

import base64
import datetime as dt
import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from kith.apps.audit.chain import START, canonical
from kith.apps.audit.keys import JOURNAL, key_in_use, key_of
from kith.apps.audit.projections import Entry
from kith.apps.records.base import CannotOpen, open_bytes, seal_bytes
from kith.kernel.refs import LENGTH, new_ref

NAME = "emergency-journal"
MARK = "x"  # no ref begins with it, so that a line is never taken for a subject


@dataclass(frozen=True, slots=True)
class Line:
    """One look, and the mark by which it is found on the record."""

    entry: Entry
    mark: str


@dataclass(frozen=True, slots=True)
class Journal:
    """Every look that can be read, in order; how many lines there are; and the first that does not hold."""

    lines: tuple[Line, ...] = ()
    length: int = 0
    fault: str = ""


class _Broken(Exception):
    """A line was changed."""


def path() -> Path:
    return Path(settings.DATA_DIR) / NAME


def is_waiting() -> bool:
    """Whether looks in an emergency are still to be brought onto the record."""
    return path().exists()


def write(entry: Entry) -> None:
    """One more line, on the disk before this returns; an `OSError` means that the look is refused after all."""
    with _locked() as file:
        whole = _whole_lines(file)
        previous = _hash_of(whole[-1]) if whole else START
        file.truncate(sum(map(len, whole)))  # what is left of a line that was cut off while it was written
        file.seek(0, os.SEEK_END)
        file.write(_line(entry, previous))
        file.flush()
        os.fsync(file.fileno())


def read() -> Journal:
    """The journal as it stands; an empty one where there is none. A line that was changed does not hide the next."""
    if not is_waiting():
        return Journal()
    with _locked() as file:
        texts = _whole_lines(file)
    lines: list[Line] = []
    faults: list[str] = []
    previous = START
    for number, text in enumerate(texts, start=1):
        try:
            line, follows = _read_line(text)
        except _Broken:
            faults.append(f"line {number} was changed")
        else:
            lines.append(line)
            if follows != previous:
                faults.append(f"a line before line {number} was changed, removed or moved")
        previous = _hash_of(text)
    return Journal(tuple(lines), len(texts), faults[0] if faults else "")


def put_aside(journal: Journal) -> None:
    """Keep what was chained under a name of its own; if a look came in meanwhile, the journal waits for another run."""
    with _locked() as file:
        texts = _whole_lines(file)
        if len(texts) == journal.length:
            digest = hashlib.sha256(b"".join(texts)).hexdigest()[:12]
            path().rename(path().with_name(f"{NAME}-{digest}.{'broken' if journal.fault else 'chained'}"))


@contextmanager
def _locked() -> Iterator[BinaryIO]:
    """One writer at a time, in whatever process; whoever waited for a file that was put aside opens the new one."""
    while True:
        handle = os.open(path(), os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(handle, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if path().exists() and os.fstat(file.fileno()).st_ino == path().stat().st_ino:
                yield file
                return


def _whole_lines(file: BinaryIO) -> list[bytes]:
    file.seek(0)
    return [line for line in file if line.endswith(b"\n")]


def _line(entry: Entry, previous: str) -> bytes:
    key = key_in_use()
    data = canonical(asdict(entry) | {"at": entry.at.isoformat()}).encode()
    sealed = seal_bytes(data, key=key.derived(JOURNAL), bound_to=previous)
    said = {"key": key.id, "previous": previous, "sealed": _as_text(sealed)}
    return canonical(said).encode() + b"\n"


def _read_line(text: bytes) -> tuple[Line, str]:
    """The look, and the hash of the line that it says stands before it."""
    try:
        said = json.loads(text)
        key, data = key_of(said["key"]), base64.b64decode(said["sealed"], validate=True)
        facts = json.loads(open_bytes(data, key=key.derived(JOURNAL), bound_to=said["previous"]))
    except (ValueError, LookupError, TypeError, AttributeError, CannotOpen):
        raise _Broken from None
    entry = Entry(**facts | {"at": dt.datetime.fromisoformat(facts["at"])})
    mark = MARK + new_ref(lambda size: hashlib.sha256(text).digest()[:size])[1:LENGTH]
    return Line(entry, mark), said["previous"]


def _hash_of(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def _as_text(data: bytes) -> str:
    return base64.b64encode(data).decode()
