"""The thresholds of one version, and the log of what changed."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdStep:
    """One step of the path from help for everybody to section 47."""

    key: str
    title: str
    law: str
    means: str
    signs: tuple[str, ...]
    who_decides: str
    families_are_told: str
    agreement: str
    how_to_ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnThreshold:
    """What one team takes on, where that is not the path's own step: the disability team, the exploitation team."""

    key: str
    team: str
    takes: str
    not_takes: str
    instead: str
    since_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdChange:
    """One line of the change log; `id` is the same for ever, so that people can have read it."""

    id: str
    on: dt.date
    about: str
    says: str
    why: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdPlan:
    """What loading a version would change, by the names of steps and teams; nothing is stored yet."""

    version: str
    title: str
    valid_from: dt.date
    instead_of: str
    is_there: bool
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    changes: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """One version of the whole document. Whoever decides by it keeps `version` beside the decision."""

    version: str
    title: str
    source: str
    authority: str
    is_checked: bool
    is_own: bool
    valid_from: dt.date
    steps: tuple[ThresholdStep, ...]
    teams: tuple[OwnThreshold, ...] = ()
    changes: tuple[ThresholdChange, ...] = ()

    def step(self, key: str) -> ThresholdStep | None:
        return next((step for step in self.steps if step.key == key), None)
