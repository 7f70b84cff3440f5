"""What an account tells, as concepts: the words of different professions for one thing become one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kith.engines.chronology.lexicon import NO_STEM, lexicon, plain, stem

_WORD_OR_END = re.compile(r"[a-z]+|\d+|\n")
_END, _END_OF_TEXT = "\n", 0
_AT_ONCE = 4_000  # texts that are taken apart together; bounds the memory
UNHEARD = -1

Places = NDArray[np.int64]


class _Words(dict[str, int]):
    """A number for every word, given when it is first met."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


@dataclass(slots=True)
class Ear:
    """Turns texts into numbers of concepts; the same word has the same number for as long as the ear lives.

    By the number of a word, `stems` says which stem of a phrase it has, and `heard` what it tells. `strange` are the
    numbers of words that nobody explained, `places` those of the streets that are named.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    words: _Words = field(default_factory=lambda: _Words({_END: _END_OF_TEXT}))
    stems: list[int] = field(default_factory=lambda: [NO_STEM])
    heard: list[int] = field(default_factory=lambda: [UNHEARD])
    called: dict[str, list[int]] = field(default_factory=dict)
    strange: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)

    def told(self, texts: Sequence[str], about: Sequence[int], names: Sequence[str]) -> tuple[Places, Places]:
        """Places of texts and numbers of what they tell, side by side, without words that tell nothing.

        `about` has places of texts in order, and `names` beside each a name of somebody the text is about: it stands
        in every account of theirs and tells of no event.

        >>> at, tells = Ear().told(["Mia did not attend the dentist.", "DNA dental appointment"], [0], ["Mia"])
        >>> set(tells[at == 0].tolist()) == set(tells[at == 1].tolist())
        True
        """
        parts = [np.zeros((2, 0), dtype=np.int64)]
        for start in range(0, len(texts), _AT_ONCE):
            some = slice(*(bisect_left(about, start + more) for more in (0, _AT_ONCE)))
            at, words, tells = self._heard_in(texts[start : start + _AT_ONCE])
            called, called_words = self._called(about[some], names[some])
            tells[_among(at + start, words, called, called_words)] = UNHEARD
            kept = tells != UNHEARD
            parts.append(np.stack([at[kept] + start, tells[kept]]))
        whole = np.concatenate(parts, axis=1)
        return whole[0], whole[1]

    def _heard_in(self, texts: Sequence[str]) -> tuple[Places, Places, Places]:
        """The places of texts, their words and what each tells, side by side."""
        words = self._numbered(texts)
        tells = np.array(self.heard)[words]
        self._hear_phrases(np.array(self.stems)[words], tells)
        self._hear_streets(words, tells)
        return np.cumsum(words == _END_OF_TEXT), words, tells

    def _called(self, about: Sequence[int], names: Sequence[str]) -> tuple[Places, Places]:
        """The places of texts, and the words of the names of those they are about, side by side."""
        several = list(map(self._words_of, names))
        words = np.array(list(chain.from_iterable(several)), dtype=np.int64)
        return np.repeat(np.array(about, dtype=np.int64), list(map(len, several))), words

    def _words_of(self, name: str) -> list[int]:
        known = self.called.get(name)
        if known is None:
            known = self.called[name] = self._numbered([name]).tolist()
        return known

    def _numbered(self, texts: Sequence[str]) -> Places:
        """The words of all texts by their numbers; from now on each has its stem and what it tells."""
        found = _WORD_OR_END.findall(_END.join([plain(text).replace(_END, " ") for text in texts]))
        numbers = np.fromiter(map(self.words.__getitem__, found), np.int64, len(found))
        for word in islice(self.words, len(self.heard), None):
            known = _known(word)
            self.stems.append(known.stem)
            self.heard.append(self._heard_first(known))
        return numbers

    def _hear_phrases(self, stems: Places, tells: Places) -> None:
        """Phrases tell something as a whole: every word of one has the number of the phrase there."""
        known, listed, end = lexicon(), stems.tolist(), 0
        for at in np.flatnonzero(known.begins[stems[:-1], stems[1:]]).tolist():
            length, concept = known.phrase_at(listed, at) if at >= end else (0, "")
            if length:
                end = at + length
                tells[at:end] = self._named(concept)

    def _hear_streets(self, words: Places, tells: Places) -> None:
        """The name before a word for a street is a place of its own, unless it is a word that is known."""
        streets = [self.words[street] for street in lexicon().streets if street in self.words]
        is_street = np.zeros(len(self.words), dtype=np.bool_)
        is_street[streets] = True
        for at in np.flatnonzero(is_street[words[1:]]).tolist():
            if tells[at] in self.strange:
                tells[at : at + 2] = place = self._named(f"{tells[at]} street")
                self.places.add(place)

    def _named(self, concept: str) -> int:
        return self.numbers.setdefault(concept, len(self.numbers))

    def _heard_first(self, known: "_Known") -> int:
        if not known.tells:
            return UNHEARD
        number = self._named(known.tells)
        if known.is_strange:
            self.strange.add(number)
        return number


class _Known(NamedTuple):
    """What is known of a word by itself: its stem in phrases, and what it tells, if anything."""

    stem: int
    tells: str
    is_strange: bool = False


@lru_cache(maxsize=32_768)  # agencies have few words, and each merge would look all of them up anew
def _known(word: str) -> _Known:
    known, short = lexicon(), stem(word)
    number = known.stems.get(short, NO_STEM)
    if word in known.unheard:
        return _Known(number, "")
    concept = known.word(word)
    if concept is not None:
        return _Known(number, concept)
    if len(word) == 1 and not word.isdigit():
        return _Known(number, "")
    return _Known(number, f"={short}", is_strange=True)


def _among(at: Places, words: Places, called: Places, names: Places) -> Places:
    """Where the word of a text is one of the `names` that are `called` in it."""
    width = int(max(words.max(initial=0), names.max(initial=0))) + 1
    is_name = np.zeros(width, dtype=np.bool_)
    is_name[names] = True
    maybe = np.flatnonzero(is_name[words])
    found: Places = maybe[np.isin(at[maybe] * width + words[maybe], called * width + names)]
    return found
