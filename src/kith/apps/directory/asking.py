"""What somebody asks for in one box: needs, an age, a place, and the words that are left. No queries here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kith.apps.directory.words_of_county import Area, CountyWords, Need, Phrase, plain_words, stem, stems

MOST_WORDS = 40
_AGE = re.compile(
    r"\b(?:aged?|age of)\s+(\d{1,2})\b|\b(\d{1,2})[\s-]*(?:years?[\s-]*old|year[\s-]*olds?|yrs?|y/?o)\b", re.I
)
Named = TypeVar("Named", Need, Area)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it was understood; `hints` are the very words with which a need was named, `typed` those of
    `words` as somebody typed them."""

    needs: tuple[Need, ...] = ()
    hints: frozenset[str] = frozenset()
    areas: tuple[Area, ...] = ()
    words: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    age: int | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.needs or self.areas or self.words or self.age is not None)

    def in_words(self) -> tuple[str, ...]:
        said = [need.title for need in self.needs] + [f"“{word}”" for word in self.typed]
        said += [f"aged {self.age}"] if self.age is not None else []
        return (*said, *(f"near {area.name}" for area in self.areas))


def understood(text: str, county: CountyWords) -> Asked:
    """Longest phrases first, so that "young carer" is not "young"; what no list knows stays as a word."""
    age = _AGE.search(text)
    rest = stems(_AGE.sub(" ", text))[:MOST_WORDS]
    areas, rest = _taken(county.areas, rest)
    before = set(rest)
    needs, rest = _taken(county.needs, rest)
    words = tuple(dict.fromkeys(word for word in rest if word and word not in county.ignored and len(word) > 1))
    hints = frozenset(before - set(rest) - county.ignored)
    spoken = {stem(word): word for word in reversed(plain_words(text))}
    return Asked(
        needs=needs,
        hints=hints,
        areas=areas,
        words=words,
        typed=tuple(spoken[word] for word in words),
        age=int(age[1] or age[2]) if age else None,
    )


def mentioned(named: Iterable[Named], text: str) -> tuple[str, ...]:
    """The keys of all whose phrases stand in a text."""
    return tuple(one.key for one in _taken(named, stems(text))[0])


def _taken(named: Iterable[Named], words: Sequence[str]) -> tuple[tuple[Named, ...], Phrase]:
    """Those whose phrases stand in the words, and the words without them."""
    there = set(words)
    possible = ((phrase, one) for one in named for phrase in one.phrases if there.issuperset(phrase))
    phrases = sorted(possible, key=lambda pair: -len(pair[0]))
    left, found = list(words), {}
    for phrase, one in phrases:
        while (place := _place_of(phrase, left)) is not None:
            left[place : place + len(phrase)] = [""]
            found[one.key] = one
    return tuple(found.values()), tuple(left)


def _place_of(phrase: Phrase, words: Sequence[str]) -> int | None:
    size = len(phrase)
    return next((n for n in range(len(words) - size + 1) if tuple(words[n : n + size]) == phrase), None)
