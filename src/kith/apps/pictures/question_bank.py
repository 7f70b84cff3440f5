"""The questions that are asked while a picture is made: by picture, age and step of appreciative inquiry."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kith.apps.pictures.reading import (
    CannotReadPictureData,
    read_table,
    require_known,
    require_tables,
    require_there,
    require_unlike,
)
from kith.apps.pictures.vocabulary import AGE_BANDS, file_of, picture_kinds

STAGES = ("discover", "dream", "design", "deliver")
OFFERS = ("item", "person", "voice", "chronology")
ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBand:
    """Those whom a question suits, from so many years until the next band begins."""

    name: str
    title: str
    from_years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A step of appreciative inquiry, or what an answer may become, in the words of workers and of a child."""

    name: str
    title: str
    for_child: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; `kinds` are the pictures that it belongs to, none where it fits every picture."""

    id: str
    stage: str
    ages: tuple[str, ...]
    asks: str
    kinds: tuple[str, ...]
    offers: tuple[str, ...] = ()
    part: str = ""


@cache
def age_bands() -> Mapping[str, AgeBand]:
    """By name, the youngest first."""
    return read_ages(file_of("questions"))


@cache
def stages() -> Mapping[str, Wording]:
    """By name, in the order in which they are gone through."""
    return _read_words(file_of("questions"), "stages", STAGES)


@cache
def offers() -> Mapping[str, Wording]:
    """By name, what an answer may become if the child wants that."""
    return _read_words(file_of("questions"), "offers", OFFERS)


@cache
def every_question() -> Mapping[str, Question]:
    """By id."""
    return read_questions(file_of("questions"))


def band_at(years: int) -> str:
    """The name of the band of somebody of this age."""
    return [band.name for band in age_bands().values() if band.from_years <= max(years, 0)][-1]


@cache
def questions_for(kind: str, band: str) -> tuple[Question, ...]:
    """What may be asked at a picture, step by step; within a step its own questions before those for every picture."""
    fitting = [one for one in every_question().values() if band in one.ages and (not one.kinds or kind in one.kinds)]
    return tuple(sorted(fitting, key=lambda one: (STAGES.index(one.stage), -bool(one.kinds))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The one question that stands on the page, none while nobody wants any; and the one that would come next."""

    question: Question | None
    another: Question


def asking(kind: str, band: str, *, asked: str = "", after: str = "") -> Asking:
    """The question of this id; none after one that was skipped or answered; the first where neither is known here.

    After the last one the first comes again, so that asking for another never ends in nothing.
    """
    standing = questions_for(kind, band)
    places = {one.id: place for place, one in enumerate(standing)}
    if after in places:
        return Asking(question=None, another=standing[(places[after] + 1) % len(standing)])
    place = places.get(asked, 0)
    return Asking(question=standing[place], another=standing[(place + 1) % len(standing)])


def read_ages(body: Mapping[str, Any]) -> Mapping[str, AgeBand]:
    where = "questions.toml, ages"
    require_known(body["ages"], AGE_BANDS, where)
    require_there(body["ages"], AGE_BANDS, where)
    return {name: read_table(AgeBand, body["ages"][name], f"{where}, {name}", name=name) for name in AGE_BANDS}


def read_questions(body: Mapping[str, Any]) -> Mapping[str, Question]:
    require_tables(body, ("ages", "stages", "offers", "sets"), "questions.toml")
    found = [one for name, table in body["sets"].items() for one in _questions_of(table, f"questions.toml, {name}")]
    require_unlike((one.id for one in found), "questions.toml")
    return {one.id: one for one in found}


def _questions_of(table: Mapping[str, Any], where: str) -> Iterator[Question]:
    require_known(table, ("kinds", *STAGES), where)
    require_there(table, ("kinds",), where)
    kinds = tuple(table["kinds"])
    require_known(kinds, picture_kinds(), f"{where}, kinds")
    for stage in STAGES:
        for place, told in enumerate(table.get(stage, ()), 1):
            yield _question(told, f"{where}, {stage} {place}", stage=stage, kinds=kinds)


def _question(told: Mapping[str, Any], where: str, *, stage: str, kinds: tuple[str, ...]) -> Question:
    question = read_table(Question, told, where, stage=stage, kinds=kinds)
    require_known(question.ages, AGE_BANDS, f"{where}, ages")
    require_known(question.offers, OFFERS, f"{where}, offers")
    if question.part and ITEM not in question.offers:
        raise CannotReadPictureData(f"{where}: “part” says where an item would go, and no item is offered.")
    for parts in _parts_of(kinds):
        require_known([question.part] if question.part else [], parts, f"{where}, part")
    return question


def _parts_of(kinds: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The ids of parts of each picture; none at all for a question that fits every picture."""
    yield from [tuple(part.id for part in picture_kinds()[kind].parts) for kind in kinds] or [()]


def _read_words(body: Mapping[str, Any], table: str, known: tuple[str, ...]) -> Mapping[str, Wording]:
    where = f"questions.toml, {table}"
    require_known(body[table], known, where)
    require_there(body[table], known, where)
    return {name: read_table(Wording, body[table][name], f"{where}, {name}", name=name) for name in known}
