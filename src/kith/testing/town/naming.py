"""Gives invented people names as their families would: inherited, from the father, by marriage, by weekday."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from kith.testing.town.cultures import Culture
from kith.testing.town.shelf import data_file, one_of


@dataclass(slots=True)
class Spoken:
    """A name in parts; `stem` is what goes on to children, in the form a man bears."""

    culture: Culture
    sex: str
    given: str
    family: str
    stem: str

    @property
    def text(self) -> str:
        return whole(self.culture, self.given, self.family)


def whole(culture: Culture, given: str, family: str) -> str:
    """Both parts in the order of the culture."""
    return f"{family} {given}" if culture.custom == "family_name_first" else f"{given} {family}".strip()


def name_founder(rng: Random, culture: Culture, *, sex: str, generation: int) -> Spoken:
    """Somebody whose parents we have not invented yet."""
    stem = one_of(rng, culture.families)
    return _named(
        rng, culture, sex=sex, names=culture.given[sex, generation], family=_CUSTOMS[culture.custom], stem=stem
    )


def name_child(
    rng: Random, culture: Culture, *, sex: str, born: date, parents: tuple[Spoken, ...], generation: int = 0
) -> Spoken:
    """A child of named parents, whose name goes on first; a parent of another culture passes on a plain name."""
    names = _given_names(culture, sex, generation, born)
    if parents[0].culture is culture:
        family, stem = _CUSTOMS[culture.custom], _stem(rng, culture, parents)
    else:
        family, stem = _unchanged, parents[0].stem
    return _named(rng, culture, sex=sex, names=names, family=family, stem=stem)


def _named(rng: Random, culture: Culture, *, sex: str, names: tuple[str, ...], family: "Custom", stem: str) -> Spoken:
    """Draws again where the whole name is one we must not use."""
    for _ in range(20):
        given = one_of(rng, names)
        spoken = Spoken(culture, sex, given, family(rng, culture, sex, stem), stem)
        if given != stem and not is_taken(spoken.text):
            return spoken
    return spoken


def is_taken(text: str) -> bool:
    """Whether somebody widely known bears this whole name."""
    return text in taken_names()


@cache
def taken_names() -> frozenset[str]:
    return frozenset(data_file("taken.toml")["names"])


def _given_names(culture: Culture, sex: str, generation: int, born: date) -> tuple[str, ...]:
    """The list to pick from; where days have names, that of the birthday is picked every other time."""
    names = culture.given[sex, generation]
    days = culture.day_girls if sex == "F" else culture.day_boys
    return names + (days[born.weekday()],) * len(names) if days else names


def _stem(rng: Random, culture: Culture, parents: tuple[Spoken, ...]) -> str:
    """What a child bears after the given name, before any ending."""
    first, last = parents[0], parents[-1]
    if culture.custom == "fathers_names":
        return _chain(culture, first)
    if culture.custom == "fathers_name_with_ending":
        return first.given if first.given in culture.genitive else one_of(rng, culture.families)
    if culture.custom == "two_family_names" and last is not first:
        return f"{last.stem.split()[-1]} {first.stem.split()[-1]}"
    return first.stem


def _chain(culture: Culture, parent: Spoken) -> str:
    """The father's own name, and his father's; without a father, what the mother bears."""
    return " ".join([parent.given, *parent.family.split()][: culture.chain]) if parent.sex == "M" else parent.stem


def with_ending(name: str, endings: tuple[tuple[str, str], ...]) -> str:
    """The name with the longest fitting ending exchanged.

    >>> with_ending("Krajewski", (("ski", "ska"),))
    'Krajewska'
    """
    fitting = max((pair for pair in endings if name.endswith(pair[0])), key=lambda pair: len(pair[0]), default=("", ""))
    return name[: len(name) - len(fitting[0])] + fitting[1]


def name_in_marriage(wife: Spoken, partner: Spoken) -> str:
    """The family name a wife bears after taking her partner's."""
    culture = partner.culture
    if wife.sex != "F":
        return partner.family
    if culture.custom == "singh_and_kaur":
        return f"Kaur {partner.stem}" if wife.culture is culture else partner.stem
    return with_ending(partner.stem, culture.married or culture.feminine)


def may_take_name(wife: Spoken, partner: Spoken) -> bool:
    """Whether a shared family name is usual for both."""
    return wife.culture.wife == "takes" and partner.culture.wife == "takes" and bool(partner.stem)


def in_own_script(spoken: Spoken) -> str:
    """The whole name in its own writing, or empty where we cannot write it."""
    script = spoken.culture.script
    given, family = script.get(spoken.given), script.get(spoken.family)
    if not given or not family:
        return ""
    return f"{family}{given}" if spoken.culture.custom == "family_name_first" else f"{given} {family}"


Custom = Callable[[Random, Culture, str, str], str]


def _inherited(_rng: Random, culture: Culture, sex: str, stem: str) -> str:
    return with_ending(stem, culture.feminine) if sex == "F" and culture.feminine else stem


def _unchanged(_rng: Random, _culture: Culture, _sex: str, stem: str) -> str:
    return stem


def _singh_and_kaur(_rng: Random, _culture: Culture, sex: str, stem: str) -> str:
    return f"{'Kaur' if sex == 'F' else 'Singh'} {stem}"


def _own_second_name(rng: Random, culture: Culture, sex: str, stem: str) -> str:
    return one_of(rng, culture.second_women) if sex == "F" else stem


def _fathers_name_with_ending(_rng: Random, culture: Culture, sex: str, stem: str) -> str:
    return culture.genitive[stem] + ("dóttir" if sex == "F" else "son")


_CUSTOMS: dict[str, Custom] = {
    "inherited": _inherited,
    "married_and_maiden_endings": _inherited,
    "two_family_names": _inherited,
    "fathers_names": _inherited,
    "family_name_first": _inherited,
    "day_names": _inherited,
    "singh_and_kaur": _singh_and_kaur,
    "own_second_name": _own_second_name,
    "fathers_name_with_ending": _fathers_name_with_ending,
}
