"""What higher apps do when a seal closes or opens something, and whose a record is: handed down at start-up."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SealedScope:
    """What was closed or opened: a whole subject, or (with a record's ref) one record about it."""

    subject_ref: str
    record_kind: str = ""
    record_ref: str = ""


class OnSealChange(Protocol):
    """Called inside the deed, after the seal's rows are written: what it does is undone with the deed."""

    def __call__(self, scopes: Sequence[SealedScope], *, now: dt.datetime) -> None: ...


RecordOwners = Callable[[str, str], Collection[str]]
"""A record's kind and ref to the refs of the subjects it is about; nobody where it knows no such record."""

_on_seal: list[OnSealChange] = []
_owners: list[RecordOwners] = []


def install_on_seal(listeners: Iterable[OnSealChange]) -> None:
    _on_seal[:] = listeners


def install_record_owners(owners: Iterable[RecordOwners]) -> None:
    _owners[:] = owners


def tell_of_change(scopes: Sequence[SealedScope], *, now: dt.datetime) -> None:
    for listener in _on_seal if scopes else ():
        listener(scopes, now=now)


def is_about(subject_ref: str, record_kind: str, record_ref: str) -> bool:
    """Whether there is such a record about this subject."""
    return any(subject_ref in owners(record_kind, record_ref) for owners in _owners)
