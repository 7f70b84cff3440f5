"""What an account tells, as concepts: the words of different professions for one thing become one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

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
    stems: dict[str, str] = field(default_factory=dict)
    heard: dict[str, int] = field(default_factory=dict)
    called: dict[str, set[int]] = field(default_factory=dict)

    def concepts(self, text: str) -> set[int]:
        """The numbers of what a text tells, without words that tell nothing.

        >>> ear = Ear()
        >>> ear.concepts("Mum did not attend the dentist.") == ear.concepts("Mother DNA dental appointment")
        True
        """
        words = self._words(text)
        stems = list(map(self.stems.__getitem__, words))
        numbers = list(map(self.heard.__getitem__, words))
        if not _lexicon().phrases.keys().isdisjoint(pairwise(stems)):
            self._hear_phrases(stems, numbers)
        found = set(numbers)
        found.discard(UNHEARD)
        return found

    def names(self, text: str) -> set[int]:
        """The numbers of the words of a name, which stand in every account and tell nothing of one event."""
        known = self.called.get(text)
        if known is None:
            known = self.called[text] = set(map(self.heard.__getitem__, self._words(text)))
        return known

    def _words(self, text: str) -> list[str]:
        """The words of a text, each of which has its stem and number from now on."""
        words: list[str] = _WORD.findall(plain(text))
        for word in sorted(set(words).difference(self.heard)):
            self.stems[word], self.heard[word] = stem(word), self._heard_first(word)
        return words

    def _hear_phrases(self, stems: Sequence[str], numbers: list[int]) -> None:
        """Phrases tell something as a whole: every word of one has the number of the phrase there."""
        lexicon, end = _lexicon(), 0
        for at, pair in enumerate(pairwise(stems)):
            if at >= end and pair in lexicon.phrases:
                length, concept = lexicon.phrase_at(stems, at)
                numbers[at : at + length] = [self._named(concept)] * length if length else []
                end = at + length

    def _named(self, concept: str) -> int:
        return self.numbers.setdefault(concept, len(self.numbers))

    def _heard_first(self, word: str) -> int:
        lexicon = _lexicon()
        known = None if word in lexicon.unheard else lexicon.word(word)
        if known is None and (word in lexicon.unheard or (len(word) == 1 and not word.isdigit())):
            return UNHEARD
        return self._named(known or f"={stem(word)}")


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
    phrases: Mapping[tuple[str, str], Sequence[tuple[tuple[str, ...], str]]]
    unheard: frozenset[str]

    def word(self, word: str) -> str | None:
        """The concept of a word, also where one letter of a long word is wrong."""
        known = self.words.get(stem(word))
        if known is not None or len(word) < _SHORTEST_REPAIRED:
            return known
        return next((self.repairs[left] for left in _letters_lost(stem(word)) if left in self.repairs), None)

    def phrase_at(self, stems: Sequence[str], at: int) -> tuple[int, str]:
        """How many words from here are a phrase, and its concept; the longest first."""
        for phrase, concept in self.phrases[stems[at], stems[at + 1]]:
            if tuple(stems[at : at + len(phrase)]) == phrase:
                return len(phrase), concept
        return 0, ""


@cache
def _lexicon() -> Lexicon:
    data = words_data()
    words: dict[str, str] = {}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for concept, listed in data["concepts"].items():
        for meant in listed.split(","):
            parts = tuple(map(stem, _WORD.findall(plain(meant))))
            if len(parts) == 1:
                words[parts[0]] = concept
            else:
                phrases[parts[0], parts[1]].append((parts, concept))
    for known in phrases.values():
        known.sort(key=lambda phrase: -len(phrase[0]))
    repairs = {left: concept for word, concept in words.items() if len(word) >= 5 for left in _letters_lost(word)}
    return Lexicon(words, repairs, dict(phrases), frozenset(data["unheard"].split()))


def _letters_lost(word: str) -> Iterator[str]:
    """The word, and all that is left of it when one letter but the first is lost."""
    yield word
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]
