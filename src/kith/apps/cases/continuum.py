"""One continuing line from universal help to leaving care, out of what was recorded and the steps of the path.

Whoever spoke last, by the day it holds from, says where the child stands. A step of the path that leads where the child
stands already changes nothing, so a standing keeps its ground. No queries.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kith.apps.cases.path import NOWHERE, STEPS, Taken
from kith.apps.cases.standings import stop_of_state, stops

UNIVERSAL = next(iter(stops()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A standing on the line as it was recorded."""

    ref: str
    kind: str
    ground: str
    since: dt.date
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A time at one stop; without a ref it is known from the path, or because something else ended."""

    kind: str
    ground: str
    since: dt.date
    until: dt.date | None = None
    ref: str = ""
    is_from_path: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """A time at an earlier stop, from which the child came up again."""

    of: str
    to: str
    since: dt.date
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class _Change:
    on: dt.date
    kind: str
    ground: str = ""
    ref: str = ""
    ends: str = ""


def spells_of(recorded: Iterable[Recorded], taken: Sequence[Taken]) -> tuple[Spell, ...]:
    """In order of time; the last one is where the child stands now, and none where nobody has recorded anything.

    >>> day = dt.date(2026, 9, 9)
    >>> told = Recorded(ref="r", kind="looked_after", ground="section_20", since=day)
    >>> [(one.kind, one.ground) for one in spells_of([told], [Taken(step="in_care", on=day)])]
    [('looked_after', 'section_20')]
    """
    found: list[Spell] = []
    for change in sorted((*_on_path(taken), *_told(recorded)), key=lambda one: (one.on, not one.ends)):
        _follow(found, change)
    return _joined(one for one in found if one.since != one.until)


def _joined(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """Two times at one stop with nothing between them are one."""
    found: list[Spell] = []
    for one in spells:
        if found and (found[-1].kind, found[-1].ground) == (one.kind, one.ground):
            found[-1] = replace(found[-1], until=one.until, ref=one.ref or found[-1].ref)
        else:
            found.append(one)
    return tuple(found)


def _on_path(taken: Sequence[Taken]) -> Iterator[_Change]:
    before = NOWHERE
    for one in taken:
        after = STEPS[one.step].after or before
        if after != before and after in stop_of_state():
            yield _Change(one.on, stop_of_state()[after])
        before = after


def _told(recorded: Iterable[Recorded]) -> Iterator[_Change]:
    for one in recorded:
        yield _Change(one.since, one.kind, one.ground, one.ref)
        if one.until is not None:
            yield _Change(one.until, UNIVERSAL, ends=one.ref)


def _follow(found: list[Spell], change: _Change) -> None:
    now = found[-1] if found else None
    if change.ends:
        if now is None or now.ref != change.ends:
            return
    elif now is not None and now.kind == change.kind and _says_no_more(now, change):
        known = now.is_from_path and not change.ref
        found[-1] = replace(now, ground=now.ground or change.ground, ref=now.ref or change.ref, is_from_path=known)
        return
    elif now is None and change.kind == UNIVERSAL and not change.ref:
        return
    if now is not None:
        found[-1] = replace(now, until=change.on)
    is_from_path = not (change.ref or change.ends)
    spell = Spell(kind=change.kind, ground=change.ground, since=change.on, ref=change.ref, is_from_path=is_from_path)
    found.append(spell)


def _says_no_more(now: Spell, change: _Change) -> bool:
    """The path names no ground; and what is told of the same day tells the ground of it."""
    return not change.ref or now.ground == change.ground or (not now.ref and now.since == change.on)


def backs_of(spells: Sequence[Spell]) -> tuple[Back, ...]:
    """Where the child stepped back and came up again, which a line alone would hide."""
    place = {name: number for number, name in enumerate(stops())}
    found = []
    for before, one, after in zip(spells, spells[1:], spells[2:], strict=False):
        if place[one.kind] < min(place[before.kind], place[after.kind]):
            found.append(Back(of=before.kind, to=one.kind, since=one.since, until=one.until))
    return tuple(found)
