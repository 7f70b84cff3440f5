"""Other words in the place of somebody's name, number or address, wherever they stand in a text.

Found by the patterns by which the sieve finds what is sealed (scanning.py). Plain words in and out; no queries.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kith.apps.people.scanning import HOME, LANGUAGE, NAME, SealedValue, patterns_of
from kith.kernel.folding import folded
from kith.kernel.reading_age import sentences_of

TOKEN = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+")
MOST_BEFORE = 4  # digits that may be dialled before a number
LONGEST_PLAIN = 2  # letters of a word that nobody takes for a name


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number of a text, and where it stands."""

    start: int
    end: int
    compact: str
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text with stand-ins; what surely stood there of one person each; words that may be names and stay."""

    text: str
    told: frozenset[SealedValue]
    doubtful: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands for whom: by the key of a person, by the kind of what leads to somebody, and for names of several.
    Where one home, or anything else that is a record, has a word of its own, that stands in `records`. Names that are
    `sure` are found in small letters too.

    What stands in one of the `kept` texts stays; `common` words have a capital and are no names.
    """

    people: Mapping[int, str]
    places: Mapping[str, str]
    shared: str
    kept: Collection[str] = ()
    common: Collection[str] = ()
    records: Mapping[str, str] = field(default_factory=dict)
    sure: Collection[str] = ()


class StandIns:
    """Writes texts again, the longest that is found standing for all within it."""

    def __init__(self, values: Iterable[SealedValue], words: Words) -> None:
        self.words = words
        kept = [[word.compact for word in tokens_of(text)] for text in words.kept]
        self.kept = {"".join(text) for text in kept} | {word for text in kept for word in text}
        self.plain = self.kept | {folded(word) for word in words.common}
        self.whole: dict[str, list[SealedValue]] = {}
        self.within: dict[str, SealedValue] = {}
        for value in values:
            self._learn(value)
        self.longest = max(map(len, (*self.whole, *self.within)), default=0) + MOST_BEFORE

    def _learn(self, value: SealedValue) -> None:
        """Of a home its whole name alone: the words of it are those of every second sentence."""
        patterns = () if value.kind == LANGUAGE else tuple(patterns_of(value))
        for pattern in patterns[:1] if value.kind == HOME else patterns:
            if pattern.is_within:
                self.within[pattern.compact] = value
            elif pattern.compact and pattern.compact not in self.kept:
                self.whole.setdefault(pattern.compact, []).append(value)

    def written(self, text: str) -> Rewritten:
        tokens, parts, done, first = list(tokens_of(text)), list[str](), 0, 0
        told, stayed = set[SealedValue](), list[Token]()
        while first < len(tokens):
            last, found = self._longest_from(tokens, first)
            if found:
                parts += [text[done : tokens[first].start], self._word_for(found)]
                done = tokens[last].end
                told |= set(found) if len({value.person_id for value in found}) == 1 else set()
            else:
                stayed.append(tokens[first])
            first = last + 1
        return Rewritten("".join((*parts, text[done:])), frozenset(told), self._doubtful(text, stayed))

    def _longest_from(self, tokens: list[Token], first: int) -> tuple[int, list[SealedValue]]:
        best: tuple[int, list[SealedValue]] = (first, [])
        row = ""
        for last in range(first, len(tokens)):
            row += tokens[last].compact
            if len(row) > self.longest:
                break
            found = self._found(row)
            is_told = last > first or tokens[first].is_capital or row in self.words.sure
            if found and (is_told or found[0].kind != NAME):
                best = (last, found)
        return best

    def _found(self, row: str) -> list[SealedValue]:
        if row in self.whole:
            return self.whole[row]
        ends = (row[start:] for start in range(MOST_BEFORE + 1)) if row.isdigit() else ()
        return next(([self.within[end]] for end in ends if end in self.within), [])

    def _word_for(self, found: list[SealedValue]) -> str:
        if found[0].kind != NAME:
            return self.words.records.get(found[0].record_ref) or self.words.places[found[0].kind]
        words = {self.words.people.get(value.person_id, self.words.shared) for value in found}
        return words.pop() if len(words) == 1 else self.words.shared

    def _doubtful(self, text: str, stayed: Iterable[Token]) -> tuple[str, ...]:
        """A capital inside a sentence that nobody keeps and that is no common word; and a name in small letters."""
        opening = _openings(text)
        found = (text[one.start : one.end] for one in stayed if self._may_be_name(one, one.start in opening))
        return tuple(dict.fromkeys(found))

    def _may_be_name(self, one: Token, is_opening: bool) -> bool:
        if len(one.compact) <= LONGEST_PLAIN or one.compact in self.plain:
            return False
        return one.compact in self.whole or (one.is_capital and not is_opening)


def tokens_of(text: str) -> Iterator[Token]:
    for found in TOKEN.finditer(text):
        yield Token(found.start(), found.end(), folded(found[0]), found[0][0].isupper())


def _openings(text: str) -> set[int]:
    """Where sentences begin, with their first letter."""
    found, place = set(), 0
    for sentence in sentences_of(text):
        place = text.find(sentence, place)
        first = TOKEN.search(text, place)
        found |= {first.start()} if first else set()
        place += len(sentence)
    return found
