"""The answer to "may this person do this?": a level, a yes or no, the reason and the rule."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NoReturn

_RULE = re.compile(r"R(?:\d|1[0-5])", re.ASCII)


class Level(IntEnum):
    """How much of a subject may be seen or done; each level includes those below."""

    NOTHING = 0
    POINTER = 1
    SUMMARY = 2
    READ = 3
    WRITE = 4
    EXPORT = 5


@dataclass(frozen=True, slots=True)
class Decision:
    """One answer, with the plain sentence that is shown and the rule (R0 to R15) that is recorded.

    It has no truth value, so that nobody writes `if decide(...)` and lets a refusal through.
    """

    level: Level
    allowed: bool
    because: str
    rule: str

    def __post_init__(self) -> None:
        if not _RULE.fullmatch(self.rule):
            raise ValueError(f"A rule is R0 to R15, not {self.rule!r}.")
        if not self.because.strip():
            raise ValueError("A decision needs its reason.")
        if self.allowed and self.level is Level.NOTHING:
            raise ValueError("Nothing can be allowed at level NOTHING.")

    def __bool__(self) -> NoReturn:
        raise TypeError("A Decision has no truth value; ask for .allowed.")


def refused(rule: str, because: str, level: Level = Level.NOTHING) -> Decision:
    """A refusal; its level says how much may be seen all the same.

    >>> refused("R0", "There is nothing here for you to open.").allowed
    False
    >>> refused("R4", "Someone here knows this child.", Level.POINTER).level.name
    'POINTER'
    """
    return Decision(level, False, because, rule)


def granted(level: Level, rule: str, because: str) -> Decision:
    """Leave to see or do as much as the level says."""
    return Decision(level, True, because, rule)


def best_of(decisions: Iterable[Decision]) -> Decision:
    """The decision that allows most; among equals the first, and a refusal only when all refuse.

    Where one rule must beat another (a seal beats a role), leave the loser out before calling.

    >>> team = granted(Level.WRITE, "R1", "You are on this child's team.")
    >>> best_of([refused("R0", "No rule applies."), team]).rule
    'R1'
    """
    answers = list(decisions)
    if not answers:
        return refused("R0", "No rule allows this.")
    return max(answers, key=lambda decision: (decision.allowed, decision.level))
