"""What higher apps do when two subjects become one person, or two again: handed down at start-up."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from kith.apps.audit.services import Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Two subjects that have just become one person, or have just been parted."""

    merge_ref: str
    kept_ref: str
    merged_ref: str
    is_joined: bool
    seen: tuple[int, ...] = ()  # versions that the page showed: of the kept one, and where they are joined of both


class OnMerge(Protocol):
    """Called inside the deed, after access has done its part: what it does is undone with the deed."""

    def __call__(self, change: Joining, act: Deed, *, now: dt.datetime) -> None: ...


_on_merge: list[OnMerge] = []


def install_on_merge(listeners: Iterable[OnMerge]) -> None:
    _on_merge[:] = listeners


def tell_of_merge(change: Joining, act: Deed, *, now: dt.datetime) -> None:
    for listener in _on_merge:
        listener(change, act, now=now)
