"""What higher apps do when a subject is destroyed, and whether words tell of one: handed down at start-up."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from kith.apps.audit.services import Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Destroying:
    """A subject that is about to go, with the version that the first of the two people saw."""

    subject_ref: str
    subject_id: int
    seen: int
    merge_refs: tuple[str, ...]  # of what it was made one with once, and parted from again


class OnDestroy(Protocol):
    """Called inside the deed, before access does its part: nothing that names the subject may be left."""

    def __call__(self, change: Destroying, act: Deed, *, now: dt.datetime) -> None: ...


TellsOf = Callable[[str, str], bool]
"""A subject's ref and a text to whether the text says who the subject is, or where."""

_on_destroy: list[OnDestroy] = []
_tells: list[TellsOf] = []


def install_on_destroy(listeners: Iterable[OnDestroy]) -> None:
    _on_destroy[:] = listeners


def install_tells_of(checks: Iterable[TellsOf]) -> None:
    _tells[:] = checks


def tell_of_destroying(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    for listener in _on_destroy:
        listener(change, act, now=now)


def tells_of(subject_ref: str, text: str) -> bool:
    return any(tells(subject_ref, text) for tells in _tells)
