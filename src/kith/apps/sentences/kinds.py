"""Kinds of condition and order, as data with their words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kith.kernel.data_files import toml_of

LICENCE, ORDER = "licence", "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionKind:
    """One kind of the file `data/conditions.toml`."""

    name: str
    group: str
    says: str
    means: str
    under: int
    keeps_apart: bool
    since: dt.date
    until: dt.date | None = None

    @property
    def is_order(self) -> bool:
        return self.group == ORDER

    def is_given_on(self, day: dt.date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@cache
def condition_kinds() -> Mapping[str, ConditionKind]:
    """By name, in the order in which they are offered."""
    data = toml_of("kith.apps.sentences", "data/conditions.toml")
    return {name: ConditionKind(name=name, **spec) for name, spec in data["kinds"].items()}


@cache
def keeping_apart() -> frozenset[str]:
    """Names of the kinds that living under one roof with a child breaks."""
    return frozenset(kind.name for kind in condition_kinds().values() if kind.keeps_apart)
