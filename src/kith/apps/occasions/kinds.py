"""Kinds of occasion, answers and responses, as data with their words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kith.kernel.data_files import toml_of

EVENT, APPOINTMENT, REFERRAL, MEETING = "event", "appointment", "referral", "meeting"
SAFE, UNSAFE = "safe", "unsafe"
WHEREABOUTS, YOUNG_PERSON = "whereabouts", "young_person"
Words = Mapping[str, str]


@cache
def data_of(name: str) -> Mapping[str, Any]:
    """One of the files of `data`."""
    return toml_of("kith.apps.occasions", f"data/{name}.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionKind:
    """One kind of the file `data/occasions.toml`."""

    name: str
    says: str
    plain: str


@cache
def occasion_kinds() -> Mapping[str, OccasionKind]:
    """By name, in the order in which they are offered."""
    return {name: OccasionKind(name=name, **spec) for name, spec in data_of("occasions")["kinds"].items()}


def reasons_why_not() -> Words:
    return dict(data_of("occasions")["why_not"])


def reasons_why_not_team() -> Words:
    return dict(data_of("occasions")["team_why_not"])


def invitation_answers() -> Words:
    return dict(data_of("occasions")["invitation"])


def child_answers() -> Words:
    return {name: spec["says"] for name, spec in data_of("occasions")["child"].items()}


def is_judged(answer: str) -> bool:
    """Whether somebody has to say how it was judged that the child can decide this, or cannot."""
    return bool(data_of("occasions")["child"][answer]["judges"])


def parent_words(part: str) -> Words:
    """The answers to one question of the file `data/parents.toml`."""
    return dict(data_of("parents")[part])


@dataclass(frozen=True, slots=True, kw_only=True)
class NotComingKind:
    """One of the three kinds of the file `data/not_coming.toml`, with what fits it."""

    name: str
    says: str
    means: str
    never: str
    responses: Words
    since: dt.date
    until: dt.date | None = None

    def is_in_use_on(self, day: dt.date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@cache
def not_coming_kinds() -> Mapping[str, NotComingKind]:
    """Every kind there is or was, so that an earlier answer keeps its words."""
    return {name: NotComingKind(name=name, **spec) for name, spec in data_of("not_coming")["kinds"].items()}


def kinds_in_use(day: dt.date) -> tuple[NotComingKind, ...]:
    return tuple(kind for kind in not_coming_kinds().values() if kind.is_in_use_on(day))


def never_named() -> frozenset[str]:
    """Kinds of agency whose workers are on no relative's page."""
    return frozenset(data_of("family_page")["never_named"])


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingUp:
    """One way to speak up of the file `data/family_page.toml`: a rule of the timescales, or the county's own limit."""

    name: str
    says: str
    rule: str = ""
    limit: int = 0
    unit: str = ""


COMPLAINT = "complain"
"""The one of them that only some read: who hears it is a rule of its own."""


@cache
def ways_to_speak_up() -> Mapping[str, SpeakingUp]:
    """By name, in the order in which they are offered."""
    return {name: SpeakingUp(name=name, **spec) for name, spec in data_of("family_page")["answers"].items()}


def ways_of_answering() -> Words:
    return dict(data_of("family_page")["ways"])
