"""The closed lists, texts and limits of group supervision, as a file says them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kith.kernel.data_files import toml_of

PROCEED = "proceed"
NOT_TOLD_YET = "not_yet"
AT_ONCE, LATER = "at_once", "later"
YES, NO, TIED = "yes", "no", "tied"
LEAD_ANSWERS: Mapping[str, str] = {
    YES: "Yes, and I do not know this network",
    TIED: "I have a tie to this network",
    NO: "I cannot this time",
}
INVITATION_ANSWERS: Mapping[str, str] = {YES: "Yes, I can come", NO: "I cannot"}
TRANSITION_AGES = ("from_14", "from_18")


@cache
def supervision_data() -> Mapping[str, Any]:
    return toml_of("kith.apps.supervision", "data/supervision.toml")


def words_of(kind: str) -> Mapping[str, str]:
    """A closed list by the name of its table: age_bands, consent, themes, changed, support, peer_hows.

    >>> words_of("age_bands")["under_5"]
    'Under 5'
    """
    found: Mapping[str, str] = supervision_data()[kind]
    return found


def localities() -> Mapping[str, str]:
    return {key: one["says"] for key, one in supervision_data()["localities"].items()}


def place_of(locality: str) -> tuple[float, float] | None:
    """Miles east and north; nothing where somebody goes anywhere."""
    at = supervision_data()["localities"].get(locality, {}).get("at")
    return (float(at[0]), float(at[1])) if at else None


def outcomes() -> Mapping[str, str]:
    return {key: one["says"] for key, one in supervision_data()["outcomes"].items()}


def points() -> Mapping[str, str]:
    """What good looks like when somebody watches how a meeting is led."""
    found: Mapping[str, str] = supervision_data()["observing"]["points"]
    return found


def seen_answers() -> Mapping[str, str]:
    found: Mapping[str, str] = supervision_data()["observing"]["answers"]
    return found


@dataclass(frozen=True, slots=True)
class Offer:
    """One row of the table that tells the offers apart."""

    name: str
    for_whom: str
    what: str
    decides: str
    keeps: str


@dataclass(frozen=True, slots=True)
class Tool:
    """One part of the facilitators' toolbox."""

    name: str
    lines: tuple[str, ...]


def offers() -> tuple[Offer, ...]:
    return tuple(Offer(**one) for one in supervision_data()["offers"])


def toolbox() -> tuple[Tool, ...]:
    return tuple(Tool(one["name"], tuple(one["lines"])) for one in supervision_data()["toolbox"])


def stop_card() -> Tool:
    said = supervision_data()["stop_card"]
    return Tool(said["heading"], tuple(said["lines"]))
