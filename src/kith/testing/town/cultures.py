"""The naming customs, names and languages of the peoples who live in Eastmarch, read from data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kith.testing.town.shelf import CannotReadTownData, data_file, data_names, listed

CUSTOMS = (
    "inherited",
    "married_and_maiden_endings",
    "two_family_names",
    "fathers_names",
    "fathers_name_with_ending",
    "singh_and_kaur",
    "own_second_name",
    "family_name_first",
    "day_names",
)

_GROUPS = ("girls", "boys", "women", "men", "elder_women", "elder_men")
_PAIRS = ("feminine", "married")
_LISTS = ("families", "second_women", "day_girls", "day_boys", "known")


@dataclass(frozen=True, slots=True, kw_only=True)
class Culture:
    """How one people names its members; `given` is keyed by sex and generation (0 children to 2 grandparents)."""

    key: str
    label: str
    ethnicity: str
    languages: tuple[str, ...]
    given: Mapping[tuple[str, int], tuple[str, ...]]
    families: tuple[str, ...]
    custom: str = "inherited"
    chain: int = 1
    wife: str = "takes"
    feminine: tuple[tuple[str, str], ...] = ()
    married: tuple[tuple[str, str], ...] = ()
    second_women: tuple[str, ...] = ()
    day_girls: tuple[str, ...] = ()
    day_boys: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    script: Mapping[str, str] = field(default_factory=dict)
    genitive: Mapping[str, str] = field(default_factory=dict)

    @property
    def speaks_english_at_home(self) -> bool:
        return self.languages[0] == "en"


@cache
def cultures() -> Mapping[str, Culture]:
    """Every culture by its key."""
    return {key: _culture(key, facts) for name in data_names("names") for key, facts in data_file(name).items()}


def _culture(key: str, facts: dict[str, Any]) -> Culture:
    facts = dict(facts)
    groups = {group: listed(facts.pop(group, "")) for group in _GROUPS}
    custom = facts.get("custom", "inherited")
    if custom not in CUSTOMS or not all(groups.values()):
        raise CannotReadTownData(f'The names of "{key}" need six groups and a known custom; found "{custom}".')
    given = {
        (sex, generation): groups[group]
        for group, (sex, generation) in zip(
            _GROUPS, (("F", 0), ("M", 0), ("F", 1), ("M", 1), ("F", 2), ("M", 2)), strict=True
        )
    }
    facts |= {name: listed(facts[name]) for name in _LISTS if name in facts}
    facts |= {name: tuple((his, hers) for his, hers in facts[name]) for name in _PAIRS if name in facts}
    facts["languages"] = tuple(facts["languages"])
    return Culture(key=key, given=given, **facts)
