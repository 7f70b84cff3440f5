"""What higher apps do when a subject is destroyed, and whether words tell of one: handed down at start-up."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from kith.apps.agencies.projections import Actor
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


class TellsOf(Protocol):
    """Whether a text says who a subject is, or where. For a writer (`to`) only what they may see counts: a refusal of
    anything else would tell them that they had guessed right."""

    def __call__(self, subject_ref: str, text: str, *, to: Actor | None, now: dt.datetime) -> bool: ...


_on_destroy: list[OnDestroy] = []
_tells: list[TellsOf] = []


def install_on_destroy(listeners: Iterable[OnDestroy]) -> None:
    _on_destroy[:] = listeners


def install_tells_of(checks: Iterable[TellsOf]) -> None:
    _tells[:] = checks


def tell_of_destroying(change: Destroying, act: Deed, *, now: dt.datetime) -> None:
    for listener in _on_destroy:
        listener(change, act, now=now)


def tells_of(subject_ref: str, text: str, *, to: Actor | None = None, now: dt.datetime) -> bool:
    return any(tells(subject_ref, text, to=to, now=now) for tells in _tells)
