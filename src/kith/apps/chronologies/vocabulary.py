"""The closed words of kept rows, from data/rows.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kith.kernel.data_files import toml_of
from kith.kernel.text import folded_tokens

HAPPENED = "happened"
OWN_AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """Why a row goes no farther, who reads it, and what a copy for a relative who knows of it says in its place."""

    says: str
    read_by: str
    family: str


@cache
def _data() -> Mapping[str, Any]:
    return toml_of("kith.apps.chronologies", "data/rows.toml")


@cache
def restrictions() -> Mapping[str, Restriction]:
    return {name: Restriction(**spec) for name, spec in _data()["restrictions"].items()}


@cache
def for_own_agency() -> tuple[str, ...]:
    """Restrictions under which a row is for nobody but the agency that wrote it."""
    return tuple(name for name, one in restrictions().items() if one.read_by == OWN_AGENCY)


@cache
def row_words(part: str) -> Mapping[str, str]:
    """Words by id of one part of the file: roles, effects, stand_ins or for_family."""
    words: Mapping[str, str] = _data()[part]
    return words


def grown_ups_called(text: str) -> frozenset[str]:
    """What the grown-ups are to the child for whom an ordinary word stands in a text: Mum, Dad or partner."""
    words = set(folded_tokens(text))
    return frozenset(kin for kin, called in _data()["words_for"].items() if words & set(called))


@cache
def common_capitals() -> tuple[str, ...]:
    """Words with a capital that are nobody's name."""
    return tuple(_data()["capitals"]["common"])


@cache
def kinds_of_own_life() -> frozenset[str]:
    """Kinds of event that tell of a grown-up's own life."""
    return frozenset(_data()["for_family"]["own_life"])
