"""The meetings of the steps: which step has one, whom it asks, and what a record of one has to hold. No queries."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kith.apps.cases.projections import GuestTold, MeetingTold
from kith.kernel.clock_times import clock_time
from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

CAME, AWAY, INVITED, NOT_INVITED = "came", "away", "invited", "not_invited"
PRESENCES: Mapping[str, str] = {
    INVITED: "Invited",
    CAME: "Came",
    AWAY: "Invited, did not come",
    NOT_INVITED: "Not invited",
}
MISSING = (AWAY, NOT_INVITED)
WORKER, GROUP, FAMILY = "worker", "group", "family"
LONGEST_AHEAD = 366


class CannotMeet(KithError):
    """What is missing or cannot be of a meeting, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One kind of meeting: its name, the steps it belongs to, and the groups of agencies that are asked to it."""

    name: str
    says: str
    steps: tuple[str, ...]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Agencies that are thought of together."""

    says: str
    kinds: frozenset[str]


@cache
def _data() -> Mapping[str, Any]:
    return toml_of("kith.apps.cases", "data/meetings.toml")


@cache
def meetings() -> Mapping[str, Meeting]:
    """By name, in the order in which they are offered."""
    return {
        name: Meeting(name=name, says=spec["says"], steps=tuple(spec["steps"]), asks=tuple(spec["asks"]))
        for name, spec in _data()["meetings"].items()
    }


@cache
def groups() -> Mapping[str, Group]:
    return {name: Group(spec["says"], frozenset(spec["kinds"])) for name, spec in _data()["groups"].items()}


def meeting_of(step: str) -> str:
    """The kind of meeting that a step has; empty where it has none.

    >>> meeting_of("conference_plan"), meeting_of("section_47")
    ('conference', '')
    """
    return next((one.name for one in meetings().values() if step in one.steps), "")


def groups_without(kind: str, agency_kinds: Collection[str]) -> tuple[str, ...]:
    """Of the groups that are asked, those of which no agency is among these kinds."""
    there = set(agency_kinds)
    return tuple(name for name in meetings()[kind].asks if not groups()[name].kinds & there)


def sound_meeting(told: MeetingTold, today: dt.date) -> MeetingTold:
    """As it is kept: a meeting to come has nobody in it yet, and whoever was missing is missing for a reason."""
    if told.kind not in meetings():
        raise CannotMeet("Choose what kind of meeting it is.")
    if told.on > today + dt.timedelta(days=LONGEST_AHEAD):
        raise CannotMeet("That is more than a year ahead. Look at the day and the year again.")
    guests = tuple(_sound_guest(guest, is_to_come=told.on > today) for guest in told.guests)
    return replace(told, at=clock_time(told.at), place=cleaned(told.place, limit=LIMITS["line"]), guests=guests)


def _sound_guest(guest: GuestTold, *, is_to_come: bool) -> GuestTold:
    if guest.presence not in PRESENCES:
        raise CannotMeet("Choose one of the answers that are offered.")
    if is_to_come and guest.presence in (CAME, AWAY):
        raise CannotMeet("The meeting has yet to come. Say who is invited, and afterwards who came.")
    why = cleaned(guest.why, limit=LIMITS["name"])
    if guest.presence in MISSING and not why:
        raise CannotMeet(f"Say why {guest.says} was not there. “Nobody thought of it” is an answer too.")
    return replace(guest, why=why)
