"""The closed words of stand-ins, from data/pseudonyms.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kith.kernel.data_files import toml_of

NAMES, ROLES = "names", "roles"
SHIFTED, MONTH, KEPT = "shifted", "month", "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What a set of stand-ins is for, and how it calls people and tells days unless somebody chooses otherwise."""

    says: str
    people: str
    dates: str


@cache
def _data() -> Mapping[str, Any]:
    return toml_of("kith.apps.pseudonyms", "data/pseudonyms.toml")


@cache
def purposes() -> Mapping[str, Purpose]:
    return {name: Purpose(**spec) for name, spec in _data()["purposes"].items()}


@cache
def words_of(part: str) -> Mapping[str, str]:
    """Words by id of one part of the file: people, dates, labels, places or warnings."""
    words: Mapping[str, str] = _data()[part]
    return words


@cache
def listed_in(part: str, name: str) -> tuple[str, ...]:
    return tuple(_data()[part][name])


def agency_label(kind: str) -> str:
    return str(_data()["agencies"].get(kind, [words_of("labels")["agency"]])[0])


def worker_label(kind: str) -> tuple[str, str]:
    """What stands before a worker's number, and what follows it: "Worker", "health"."""
    told = _data()["agencies"].get(kind, ["", ""])
    return words_of("labels")["worker"], str(told[1])
