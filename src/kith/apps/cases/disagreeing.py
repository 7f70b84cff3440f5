"""The stages of a disagreement between two agencies as data, and what may be done next. No queries."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kith.apps.cases.projections import DisagreementTold
from kith.apps.cases.rules import MOST_WORDS
from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

RAISED, ANSWERED, FURTHER, SETTLED = "raised", "answered", "further", "settled"
ACTS: Mapping[str, str] = {
    RAISED: "Raised",
    ANSWERED: "Answered",
    FURTHER: "Taken to the next stage",
    SETTLED: "Settled",
}


class CannotDisagree(KithError):
    """What is missing or cannot be, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage: who decides, by which rule of the timescales, and which roles act there; none named means all."""

    name: str
    says: str
    decides: str
    rule: str
    roles: frozenset[str]

    def is_for(self, role: str) -> bool:
        return not self.roles or role in self.roles


@cache
def _data() -> Mapping[str, Any]:
    return toml_of("kith.apps.cases", "data/disagreements.toml")


def stages_version() -> str:
    return str(_data()["version"])


@cache
def stages() -> Mapping[str, Stage]:
    """By name, in their order."""
    return {one["name"]: Stage(**{**one, "roles": frozenset(one["roles"])}) for one in _data()["stages"]}


def outcomes() -> Mapping[str, str]:
    found: Mapping[str, str] = _data()["outcomes"]
    return found


def stage_after(name: str) -> Stage | None:
    """
    >>> after = stage_after("workers")
    >>> after and after.name
    'managers'
    """
    names = list(stages())
    following = names[names.index(name) + 1 :]
    return stages()[following[0]] if following else None


def sound_disagreement(told: DisagreementTold) -> DisagreementTold:
    about, wanted = (cleaned(text, limit=LIMITS["line"]) for text in (told.about, told.wanted))
    if not about:
        raise CannotDisagree("Say in a line what you disagree about.")
    if not wanted:
        raise CannotDisagree("Say what should happen for the child instead.")
    return replace(told, about=about, wanted=wanted, words=sound_turn(told.words))


def sound_turn(words: str) -> str:
    kept = cleaned(words, limit=MOST_WORDS, multi_line=True)
    if not kept:
        raise CannotDisagree("Write the reasons. Both agencies read them.")
    return kept
