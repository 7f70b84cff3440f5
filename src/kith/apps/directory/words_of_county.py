"""The county's own words: needs with the words people use, places with their neighbours, how long a check lasts."""

from collections.abc import Mapping
from dataclasses import dataclass

from kith.apps.directory.county_files import (
    Body,
    CannotReadCountyData,
    require_unlike,
    tables_of,
    text_of,
    texts_of,
)
from kith.apps.directory.projections import GlossaryWord
from kith.kernel.text import folded_tokens

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something people ask for, and the phrases they ask with."""

    key: str
    title: str
    browse: str
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A place of the county, what people call it, and the places next to it."""

    key: str
    name: str
    phrases: tuple[Phrase, ...]
    near: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How long a check of an entry lasts, and of which kinds of agency nobody is found by name."""

    stale_after_days: int
    not_by_name: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyWords:
    """Everything a question is understood with."""

    needs: tuple[Need, ...]
    areas: tuple[Area, ...]
    ignored: frozenset[str]
    keeping: Keeping

    def need(self, key: str) -> Need | None:
        return next((need for need in self.needs if need.key == key), None)


def county_words(bodies: Mapping[str, Body]) -> CountyWords:
    words = bodies["asked_words"]
    return CountyWords(
        needs=read_needs(words),
        areas=read_areas(bodies["areas"]),
        ignored=frozenset(stem(word) for said in texts_of(words, "ignored", "top") for word in folded_tokens(said)),
        keeping=read_keeping(bodies["keeping"]),
    )


def read_needs(body: Body) -> tuple[Need, ...]:
    needs = tables_of(body, "needs", _need)
    require_unlike((need.key for need in needs), "The need")
    return needs


def read_areas(body: Body) -> tuple[Area, ...]:
    areas = tables_of(body, "areas", _area)
    require_unlike((area.key for area in areas), "The area")
    known = {area.key for area in areas}
    for area in areas:
        if area.near - known:
            raise CannotReadCountyData(
                f"The area {area.key} is near {', '.join(sorted(area.near - known))}: not there."
            )
    return areas


def read_keeping(body: Body) -> Keeping:
    days = body.get("stale_after_days")
    if not isinstance(days, int) or isinstance(days, bool) or not 1 <= days <= 3_650:
        raise CannotReadCountyData("stale_after_days has to be a number from 1 to 3650.")
    return Keeping(stale_after_days=days, not_by_name=frozenset(texts_of(body, "not_by_name", "top")))


def read_glossary(body: Body) -> tuple[GlossaryWord, ...]:
    words = tables_of(body, "words", _glossary_word)
    require_unlike((word.word for word in words), "The word")
    return tuple(sorted(words, key=lambda word: folded_tokens(word.word)))


def stem(word: str) -> str:
    """One form for one and many: carers and carer are the same word."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def stems(text: str) -> Phrase:
    """The words of a text as they are compared."""
    return tuple(stem(word) for word in plain_words(text))


def plain_words(text: str) -> Phrase:
    """An apostrophe parts no word from its s."""
    return tuple(folded_tokens(text.replace("’", "").replace("'", "")))


def _phrases(said: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(phrase for phrase in (stems(one) for one in said) if phrase)


def _need(table: Body, where: str) -> Need:
    return Need(
        key=text_of(table, "key", where, most=30),
        title=text_of(table, "title", where, most=100),
        browse=text_of(table, "browse", where, most=40, may_lack=True),
        phrases=_phrases(texts_of(table, "words", where)),
    )


def _area(table: Body, where: str) -> Area:
    name = text_of(table, "name", where, most=100)
    return Area(
        key=text_of(table, "key", where, most=30),
        name=name,
        phrases=_phrases((name, *texts_of(table, "also", where))),
        near=frozenset(texts_of(table, "near", where)),
    )


def _glossary_word(table: Body, where: str) -> GlossaryWord:
    return GlossaryWord(
        word=text_of(table, "word", where, most=100),
        short=text_of(table, "short", where, most=20, may_lack=True),
        means=text_of(table, "means", where),
    )
