"""What may be decided of a contact, as data with its words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kith.kernel.data_files import toml_of

FRONT_DOOR, DESIGNATED = "front_door", "designated"
TO_DESIGNATED_OFFICER = "designated"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome: what a worker chooses, and what a professional who told us hears."""

    name: str
    says: str
    told: str


@cache
def outcomes(queue: str) -> Mapping[str, Outcome]:
    """By name, those of one queue, in the order in which they are offered."""
    data = toml_of("kith.apps.cases", "data/outcomes.toml")
    return {name: Outcome(name, spec["says"], spec["told"]) for name, spec in data[queue].items()}


def outcome_words(name: str) -> Outcome:
    """An outcome of either queue."""
    return {**outcomes(DESIGNATED), **outcomes(FRONT_DOOR)}[name]
