"""Kinds of tie, as data with their words, and how somebody may hold parental responsibility."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kith.kernel.data_files import toml_of
from kith.kernel.errors import KithError

RESPONSIBILITY_HOWS = (
    "birth",
    "marriage",
    "birth_registration",
    "agreement",
    "court_order",
    "adoption_order",
    "special_guardianship_order",
    "care_order",
)
LOSS_WORDS = {
    "stillbirth": "The baby was stillborn",
    "miscarriage": "There was a miscarriage",
    "abortion": "The pregnancy was ended",
}
KIND_OF_LOSS = {"stillbirth": "child", "miscarriage": "unborn", "abortion": "unborn"}  # what somebody lost was
FAMILY_GROUPS = ("partnership", "parent", "sibling", "twin")  # drawn as the family itself; all others as curves


class UnknownKind(KithError):
    """A kind that is not in the data files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TieKind:
    """One kind of tie: its group, its words, and whether it runs from one person to the other."""

    name: str
    group: str
    says: str
    directed: bool


@cache
def tie_kinds() -> Mapping[str, TieKind]:
    data = toml_of("kith.apps.people", "data/tie_kinds.toml")
    return {
        name: TieKind(
            name=name, group=group, says=spec["says"], directed=group == "parent" or spec.get("directed", False)
        )
        for group, kinds in data.items()
        if isinstance(kinds, dict)
        for name, spec in kinds.items()
    }


def tie_kind(name: str) -> TieKind:
    kind = tie_kinds().get(name)
    if kind is None:
        raise UnknownKind("That is not a kind of tie Kith knows. Choose one from the list.")
    return kind


def is_of_the_family(kind: str) -> bool:
    return tie_kind(kind).group in FAMILY_GROUPS


def kinds_in(group: str) -> tuple[str, ...]:
    return tuple(kind.name for kind in tie_kinds().values() if kind.group == group)
