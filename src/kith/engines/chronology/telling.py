"""What an account tells, as concepts: the words of different professions for one thing become one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kith.engines.chronology.knowledge import words_data
from kith.kernel.folding import folded

_WORD = re.compile(r"[a-z]+|\d+")
_SHORTEST_REPAIRED = 6
_ENDINGS = ("ings", "ing", "edly", "ied", "ed", "ies", "es", "s")
_SHORTEST_STEM = 3
UNHEARD = -1


@dataclass(slots=True)
class Ear:
    """Turns texts into numbers of concepts; the same word has the same number for as long as the ear lives."""

    numbers: dict[str, int] = field(default_factory=dict)
    heard: dict[str, int] = field(default_factory=dict)
    called: dict[str, set[int]] = field(default_factory=dict)

    def names(self, text: str) -> set[int]:
        """The numbers of the words of a name, which stand in every account and tell nothing of one event."""
        known = self.called.get(text)
        if known is None:
            known = self.called[text] = set(map(self._number, _WORD.findall(plain(text))))
        return known

    def concepts(self, text: str) -> set[int]:
        """The numbers of what a text tells, without words that tell nothing.

        >>> ear = Ear()
        >>> ear.concepts("Mum did not attend the dentist.") == ear.concepts("Mother DNA dental appointment")
        True
        """
        words = _WORD.findall(plain(text))
        found = set(map(self._number, words))
        starts = _lexicon().starts
        if not starts.keys().isdisjoint(words):
            found |= self._phrases(words, found)
        found.discard(UNHEARD)
        return found

    def _phrases(self, words: Sequence[str], found: set[int]) -> set[int]:
        """Concepts of phrases; a word inside a phrase no longer tells something on its own."""
        lexicon, told, inside, outside = _lexicon(), set(), set(), set()
        at = 0
        while at < len(words):
            length, concept = lexicon.phrase_at(words, at)
            if length:
                told.add(self.named(concept))
                inside.update(map(self._number, words[at : at + length]))
            else:
                outside.add(self._number(words[at]))
            at += length or 1
        found -= inside - outside
        return told

    def named(self, concept: str) -> int:
        return self.numbers.setdefault(concept, len(self.numbers))

    def _number(self, word: str) -> int:
        number = self.heard.get(word)
        if number is None:
            number = self.heard[word] = self._heard_first(word)
        return number

    def _heard_first(self, word: str) -> int:
        lexicon = _lexicon()
        if word in lexicon.unheard:
            return UNHEARD
        known = lexicon.word(word)
        if known is None and (len(word) == 1 and not word.isdigit()):
            return UNHEARD
        return self.named(known or f"={stem(word)}")


def plain(text: str) -> str:
    """Small letters without marks.

    >>> plain("Zoë")
    'zoe'
    """
    return text.lower() if text.isascii() else folded(text)


def stem(word: str) -> str:
    """The word without the endings of grammar, and with no letter twice in a row.

    >>> stem("bruising"), stem("bruises"), stem("attended"), stem("hit")
    ('bruis', 'bruis', 'atend', 'hit')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    single = "".join(sign for place, sign in enumerate(word) if place == 0 or sign != word[place - 1])
    return single.rstrip("ey") if len(single) > _SHORTEST_STEM else single


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known words by their stems, repairs by what is left of a known word when a letter is lost, and phrases."""

    words: Mapping[str, str]
    repairs: Mapping[str, str]
    starts: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    unheard: frozenset[str]

    def word(self, word: str) -> str | None:
        """The concept of a word, also where one letter of a long word is wrong."""
        known = self.words.get(stem(word))
        if known is not None or len(word) < _SHORTEST_REPAIRED:
            return known
        return next((self.repairs[left] for left in _letters_lost(stem(word)) if left in self.repairs), None)

    def phrase_at(self, words: Sequence[str], at: int) -> tuple[int, str]:
        """How many words from here are a phrase, and its concept; the longest first."""
        for phrase, concept in self.starts.get(words[at], ()):
            if tuple(map(stem, words[at : at + len(phrase)])) == phrase:
                return len(phrase), concept
        return 0, ""


@cache
def _lexicon() -> Lexicon:
    data = words_data()
    words: dict[str, str] = {}
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for concept, listed in data["concepts"].items():
        for meant in listed.split(","):
            parts = _WORD.findall(plain(meant))
            if len(parts) == 1:
                words[stem(parts[0])] = concept
            else:
                starts[parts[0]].append((tuple(map(stem, parts)), concept))
    for phrases in starts.values():
        phrases.sort(key=lambda known: -len(known[0]))
    repairs = {left: concept for word, concept in words.items() if len(word) >= 5 for left in _letters_lost(word)}
    return Lexicon(words, repairs, dict(starts), frozenset(data["unheard"].split()))


def _letters_lost(word: str) -> Iterator[str]:
    """The word, and all that is left of it when one letter but the first is lost."""
    yield word
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]
