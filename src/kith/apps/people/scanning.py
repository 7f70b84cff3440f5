"""Whether a text holds what is sealed: an address, a name, a number, a home's name, a language, however it is written.

Plain words in, yes or no out; no queries. Case, marks, punctuation, spacing and line breaks make no difference, so
a postcode is found with and without its space, and digits are found that were written apart.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kith.kernel.folding import folded
from kith.kernel.text import folded_tokens

ADDRESS, NAME, NUMBER, HOME, LANGUAGE = "address", "name", "number", "household", "language"
SHORTEST_WORD = 3  # a shorter word of a name is in every second sentence
TELLING_WORD = 6  # one word of an address that tells of a place by itself
SHORTEST_NUMBER = 5
DIALLED_FIRST = re.compile(r"^(?:0044|44|0)(?=\d{9})")
WITHIN_A_HOUSE = frozenset(("flat", "unit", "room", "floor", "apartment", "apt", "block", "no", "number", "the", "of"))
PIECES = re.compile(r"[^\W\d_]+|\d+")
LINE_ENDS = re.compile(r"[\n,;]+")
IN_BRACKETS = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class SealedValue:
    """One sealed thing in words: its kind, the record it is, whose it is (0 for a home), an address with its postcode.

    `is_whole` where the person is sealed and not this record: then only free text is looked through for it.
    """

    kind: str
    record_ref: str
    person_id: int
    text: str
    postcode: str = ""
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Letters and digits in a row. `is_hint` where it is a part that tells little if others are known by it too;
    `is_within` where it may stand inside a longer row of digits."""

    compact: str
    is_hint: bool = False
    is_within: bool = False


class Scanner:
    """Looks for sealed values in texts. What stands in an open text as well is no secret, and no hint at one."""

    def __init__(self, values: Iterable[SealedValue], *, open_texts: Iterable[str] = ()) -> None:
        known = [Compact(text) for text in open_texts]
        self._patterns = [
            (value, pattern)
            for value in values
            for pattern in patterns_of(value)
            if not (pattern.is_hint and any(text.holds(pattern) for text in known))
        ]

    def found_in(self, text: str) -> tuple[SealedValue, ...]:
        """The values that a text holds, each once."""
        if not self._patterns or not text:
            return ()
        compact = Compact(text)
        return tuple(dict.fromkeys(value for value, pattern in self._patterns if compact.holds(pattern)))

    def says_the_same(self, text: str) -> bool:
        """Whether a text says what a sealed address or number says: the whole of it, not a hint."""
        compact = Compact(text)
        return any(not pattern.is_hint and compact.holds(pattern) for _, pattern in self._patterns)


def patterns_of(value: SealedValue) -> Iterator[Pattern]:
    """What to look for; of somebody who is sealed as a whole everything is a hint."""
    for pattern in _patterns_of(value):
        yield replace(pattern, is_hint=True) if value.is_whole else pattern


def _patterns_of(value: SealedValue) -> Iterator[Pattern]:
    if value.kind == NUMBER:
        yield from _number_patterns(value.text)
    elif value.kind == ADDRESS:
        yield from _address_patterns(value.text, value.postcode)
    elif value.kind == LANGUAGE:
        yield from _language_patterns(value.text)
    else:
        yield from _name_patterns(folded_tokens(value.text))


def _number_patterns(text: str) -> Iterator[Pattern]:
    """A telephone number is found with its country's code and without: what is dialled first is left out."""
    compact = "".join(folded_tokens(text))
    if compact.isdigit():
        compact = DIALLED_FIRST.sub("", compact)
    if len(compact) >= SHORTEST_NUMBER:
        yield Pattern(compact, is_within=compact.isdigit())


def _address_patterns(lines: str, postcode: str) -> Iterator[Pattern]:
    """Each line with a number, or the name of the house; as hints the street alone and the postcode."""
    code = "".join(folded_tokens(postcode))
    numbered = list(numbered_lines(lines))
    first = folded_tokens(LINE_ENDS.split(lines)[0])
    yield from (Pattern(line) for line, _ in numbered)
    yield from (Pattern(street, is_hint=True) for _, street in numbered if street)
    if not numbered and _tells(first):
        yield Pattern("".join(first))
    if len(code) >= SHORTEST_NUMBER:
        yield Pattern(code, is_hint=bool(numbered or _tells(first)))


def numbered_lines(lines: str) -> Iterator[tuple[str, str]]:
    """("14quayrow", "quayrow"), the second empty where the street's name says nothing by itself."""
    for line in LINE_ENDS.split(lines):
        words = folded_tokens(line)
        street = [word for word in words if not word[0].isdigit() and word not in WITHIN_A_HOUSE and len(word) > 1]
        if street and any(word[0].isdigit() for word in words):
            yield "".join(words), "".join(street) if _tells(street) else ""


def _tells(words: Sequence[str]) -> bool:
    return len(words) > 1 or any(len(word) >= TELLING_WORD for word in words)


def _name_patterns(words: Sequence[str]) -> Iterator[Pattern]:
    """The whole name and each of its words: no secret where somebody else is openly called the same."""
    yield Pattern("".join(words), is_hint=True)
    if len(words) > 1:
        yield from (Pattern(word, is_hint=True) for word in words if len(word) >= SHORTEST_WORD)


def _language_patterns(text: str) -> Iterator[Pattern]:
    """ "Chinese (Mandarin)" is either; no secret where somebody else openly uses it."""
    yield from (Pattern("".join(folded_tokens(part)), is_hint=True) for part in IN_BRACKETS.split(text))


class Compact:
    """A text as one row of folded letters and digits, with the places where a word or a number begins or ends."""

    def __init__(self, text: str) -> None:
        pieces = PIECES.findall(folded(text))
        self.row, self.edges, length = "".join(pieces), {0}, 0
        for piece in pieces:
            length += len(piece)
            self.edges.add(length)

    def holds(self, pattern: Pattern) -> bool:
        start = self.row.find(pattern.compact) if pattern.compact else -1
        while start >= 0:
            end = start + len(pattern.compact)
            if pattern.is_within or (start in self.edges and end in self.edges):
                return True
            start = self.row.find(pattern.compact, start + 1)
        return False
