"""The closed words of voices and the kinds of label, as data with their version and source."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kith.kernel.data_files import toml_of

USED, CHANGED, TOLD = "used", "changed", "told"
RATHER_NOT = "rather_not"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerKind:
    """One of the three things that may come of a voice, with its questions."""

    name: str
    says: str
    adds: str
    asks: str
    words: str
    who: str
    what: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelKind:
    """One kind of the file `data/labels.toml`."""

    name: str
    says: str
    means: str
    made_by: str
    source: str
    look_again: int
    ratings: Mapping[str, str]
    since: dt.date
    until: dt.date | None = None

    def is_given_on(self, day: dt.date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@cache
def _data(name: str) -> Mapping[str, Any]:
    return toml_of("kith.apps.voices", f"data/{name}.toml")


@cache
def label_kinds() -> Mapping[str, LabelKind]:
    """By name, in the order in which they are offered."""
    return {name: LabelKind(name=name, **spec) for name, spec in _data("labels")["kinds"].items()}


@cache
def answer_kinds() -> Mapping[str, AnswerKind]:
    """By name: used, changed, told."""
    return {name: AnswerKind(name=name, **spec) for name, spec in _data("words")["answers"].items()}


def ways() -> Mapping[str, str]:
    words: Mapping[str, str] = _data("words")["ways"]
    return words


def stances() -> Mapping[str, str]:
    words: Mapping[str, str] = _data("words")["stances"]
    return words


def waits() -> Mapping[str, str]:
    words: Mapping[str, str] = _data("words")["waits"]
    return words
