"""What may be sealed, shared and looked at in an emergency, as data with its words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError

PERSON = "person"
OUTSIDERS = ("nothing", "pointer")


class UnknownWord(KithError):
    """A kind, basis, purpose or reason that is not in the data files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealKind:
    """One kind of seal of the file `data/seals.toml`."""

    name: str
    says: str
    means: str
    outsiders: str
    emergency: bool
    held_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyLimits:
    """How long an emergency look lasts, how often one may be taken, and when it is looked at by somebody else."""

    hours: int
    confirmed_within_minutes: int
    shortest_words: int
    most_in_days: int
    days: int
    review_within_working_days: int
    escalates_after_working_days: int
    reasons: Mapping[str, str]


def _data(name: str) -> dict[str, Any]:
    return toml_of("kith.apps.access", f"data/{name}.toml")


@cache
def seal_kinds() -> Mapping[str, SealKind]:
    return {name: SealKind(name=name, **spec) for name, spec in _data("seals")["kinds"].items()}


@cache
def confirmed_within_working_days() -> int:
    """How long a second person has to confirm a seal."""
    return int(_data("seals")["confirmed_within_working_days"])


@cache
def opening_kinds() -> frozenset[str]:
    """Kinds of seal that an emergency look may open; one that nobody knows any more is not among them."""
    return frozenset(kind.name for kind in seal_kinds().values() if kind.emergency)


def seal_kind(name: str) -> SealKind:
    kind = seal_kinds().get(name)
    if kind is None:
        raise UnknownWord("That is not a kind of seal Kith knows. Choose one from the list.")
    return kind


@cache
def sharing_words(part: str) -> Mapping[str, str]:
    """Words by name of one part of `data/sharing.toml`: kinds, bases, conditions or purposes."""
    words: Mapping[str, str] = _data("sharing")[part]
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentKind:
    """One thing that somebody can say yes or no to."""

    says: str
    asks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideStep:
    """One question of the guide to asking and telling, and what follows from each answer."""

    question: str
    yes: tuple[str, ...]
    no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyWords:
    """Words to tell a family with, and when they fit."""

    when: str
    says: str


@cache
def consent_kinds() -> Mapping[str, ConsentKind]:
    return {name: ConsentKind(**spec) for name, spec in _data("consents")["kinds"].items()}


@cache
def consent_steps() -> tuple[GuideStep, ...]:
    """In the order in which they are asked."""
    return tuple(GuideStep(**(step | {"yes": tuple(step["yes"])})) for step in _data("consents")["steps"])


@cache
def words_for_families() -> tuple[FamilyWords, ...]:
    return tuple(FamilyWords(**words) for words in _data("consents")["words"])


@cache
def longest_until_looked_at() -> dt.timedelta:
    """How long a no may stand before somebody looks at it again."""
    return dt.timedelta(days=_data("consents")["longest_until_looked_at_days"])


def is_record_kind(name: str) -> bool:
    return name in sharing_words("kinds")


@cache
def grounds_to_destroy() -> Mapping[str, str]:
    """By name, why a record may be destroyed before its time."""
    grounds: Mapping[str, str] = _data("destroying")["grounds"]
    return grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """Whose records a task may open, in words, and for how many days at most."""

    says: str
    longest_days: int


@cache
def task_coverings() -> Mapping[str, Covering]:
    return {name: Covering(**spec) for name, spec in _data("tasks")["covers"].items()}


@cache
def most_named_in_a_task() -> int:
    return int(_data("tasks")["most_named"])


@cache
def emergency_limits() -> EmergencyLimits:
    data = _data("emergencies")
    return EmergencyLimits(**{key: value for key, value in data.items() if key not in ("version", "source")})
