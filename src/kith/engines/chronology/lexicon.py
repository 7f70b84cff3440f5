"""The words that different professions use for one thing, ready to be looked up: words, phrases, slips of the pen."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from kith.engines.chronology.knowledge import words_data
from kith.kernel.folding import folded

NO_STEM = 0
_WORD = re.compile(r"[a-z]+|\d+")
_SHORTEST_REPAIRED = 6
_ENDINGS = ("ings", "ing", "edly", "ied", "ed", "ies", "es", "s")
_SHORTEST_STEM = 3

Phrase = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known words as they are written and by their stems, and phrases.

    `repairs` has the concept by what is left of a known word when a letter is lost. A stem that stands in a phrase has
    a number from 1 on; `begins` is true where two of them begin a phrase.
    """

    written: Mapping[str, str]
    words: Mapping[str, str]
    repairs: Mapping[str, str]
    stems: Mapping[str, int]
    phrases: Mapping[tuple[int, int], Sequence[tuple[Phrase, str]]]
    begins: NDArray[np.bool_]
    unheard: frozenset[str]
    streets: frozenset[str]

    def word(self, word: str) -> str | None:
        """The concept of a word, also where one letter of a long word is wrong."""
        known = self.written.get(word) or self.words.get(stem(word))
        if known is not None or len(word) < _SHORTEST_REPAIRED:
            return known
        return next((self.repairs[left] for left in _letters_lost(stem(word)) if left in self.repairs), None)

    def phrase_at(self, stems: Sequence[int], at: int) -> tuple[int, str]:
        """How many words from here are a phrase, and its concept; the longest first."""
        for phrase, concept in self.phrases[stems[at], stems[at + 1]]:
            if tuple(stems[at : at + len(phrase)]) == phrase:
                return len(phrase), concept
        return 0, ""


@cache
def lexicon() -> Lexicon:
    """What data/words.toml knows."""
    data = words_data()
    meanings = {
        tuple(_WORD.findall(plain(meant))): concept
        for concept, listed in data["concepts"].items()
        for meant in listed.split(",")
    }
    written = {parts[0]: concept for parts, concept in meanings.items() if len(parts) == 1}
    words = {stem(word): concept for word, concept in reversed(written.items())}  # where two are one, the first stands
    several = {tuple(map(stem, parts)): concept for parts, concept in meanings.items() if len(parts) > 1}
    stems = {known: number for number, known in enumerate(sorted(set(chain.from_iterable(several))), 1)}
    phrases: dict[tuple[int, int], list[tuple[Phrase, str]]] = defaultdict(list)
    begins = np.zeros((len(stems) + 1, len(stems) + 1), dtype=np.bool_)
    for parts in sorted(several, key=len, reverse=True):
        phrase = tuple(stems[part] for part in parts)
        phrases[phrase[0], phrase[1]].append((phrase, several[parts]))
        begins[phrase[0], phrase[1]] = True
    repairs = {left: concept for word, concept in words.items() if len(word) >= 5 for left in _letters_lost(word)}
    unheard, streets = frozenset(data["unheard"].split()), frozenset(data["places"]["streets"].split())
    return Lexicon(written, words, repairs, stems, dict(phrases), begins, unheard, streets)


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


def _letters_lost(word: str) -> Iterator[str]:
    """The word, and all that is left of it when one letter but the first is lost."""
    yield word
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]
