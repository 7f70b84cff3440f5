"""A text with stand-ins: days told as the set tells them, numbers and addresses gone, names in other words.

And back: which stand-ins stand in a text, and the text with what they are for. No queries.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kith.apps.people.queries import StandIns
from kith.apps.pseudonyms.dates import IN_TEXTS, Days
from kith.apps.pseudonyms.vocabulary import listed_in, words_of
from kith.kernel.folding import folded
from kith.kernel.reading_age import sentences_of

FIRST_SIGN, SIGNS = 0xF0000, 0xFFFD  # signs that no text may hold: what they stand for is put in at the end
OURS = re.compile(f"[{chr(FIRST_SIGN)}-{chr(FIRST_SIGN + SIGNS)}]")
WEB = r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.[A-Za-z]{2,}"
POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}"
TELEPHONE = r"\+?\(?\d[\d\s()\-]{7,}\d"
WITH_THREE_DIGITS = r"(?=(?:[A-Za-z/\-]*\d){3})"
REFERENCE = rf"{WITH_THREE_DIGITS}[A-Za-z]+[A-Za-z\d/\-]*\d[A-Za-z\d/\-]*|\d{{5,}}[A-Za-z]*|\d+/[\d/]{{3,}}"
FOUND = re.compile(
    rf"(?P<address>{WEB}|(?<!\w){POSTCODE}(?!\w))|(?<!\w)(?P<day>{IN_TEXTS})(?!\w)|"
    rf"(?<!\w)(?P<number>{TELEPHONE}|{REFERENCE})(?!\w)"
)
WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
SHORTEST_NAME = 3


@dataclass(frozen=True)
class Writer:
    """Writes texts of one set again."""

    stand_ins: StandIns
    days: Days

    def __call__(self, text: str) -> str:
        held: list[str] = []
        signed = FOUND.sub(lambda found: self._held(found, held), OURS.sub("", text))
        written = self.stand_ins.written(signed).text
        return OURS.sub(lambda sign: held[ord(sign[0]) - FIRST_SIGN], written)

    def _held(self, found: re.Match[str], held: list[str]) -> str:
        places = words_of("places")
        if len(held) == SIGNS:
            return places["number"]
        if found["day"]:
            held.append(self.days.in_text(found["day"]) or places["birth"])
        else:
            held.append(places["address"] if found["address"] else places["number"])
        return chr(FIRST_SIGN + len(held) - 1)

    def unsure(self, texts: Iterable[str], *, known: Collection[str]) -> tuple[str, ...]:
        """Words of these texts, as the agencies wrote them, that may be names: with a capital within a sentence, or at
        its beginning where no text has them in small letters. `known` are folded words of which somebody has said what
        becomes of them."""
        texts = [FOUND.sub(" ", OURS.sub("", text)) for text in texts]
        small = {folded(word) for text in texts for word in WORD.findall(text) if word.islower()}
        plain = small | {*listed_in("openings", "words"), *listed_in("capitals", "words"), *known}
        found: dict[str, str] = {}
        for text in texts:
            written = self.stand_ins.written(text)
            words = (*written.doubtful, *_openings(written.text, plain))
            found.update(
                (folded(word), word) for word in words if folded(word) not in known and folded(word) not in found
            )
        return tuple(sorted(found.values(), key=folded))


def _openings(text: str, plain: Collection[str]) -> Iterator[str]:
    """First words of sentences that may be names; what stands in brackets is ours."""
    for sentence in sentences_of(re.sub(r"\[[^\]]*\]", ".", text)):
        first = WORD.search(sentence)
        if first and first[0][0].isupper() and len(first[0]) >= SHORTEST_NAME and folded(first[0]) not in plain:
            yield first[0]


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """All words, folded."""
    return frozenset(folded(word) for text in texts for word in WORD.findall(text))


def turned_back(text: str, names: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The text with what stand-ins are for, by the stand-in; and those that it held, each once.

    >>> turned_back("[Sister 41] saw Wren.", {"Wren": "Mina", "Sister 41": "Lou"})
    ('Lou saw Mina.', ('Sister 41', 'Wren'))
    """
    met: dict[str, None] = {}

    def back(found: re.Match[str]) -> str:
        word = next(one for one in found.groups() if one)
        met[word] = None
        return names[word]

    return _pattern(names).sub(back, text) if names else text, tuple(met)


def _pattern(names: Mapping[str, str]) -> re.Pattern[str]:
    """The longest first, so that "Worker 4" is not found within "Worker 47"."""
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"\[({words})\]|(?<!\w)({words})(?!\w)")


def in_brackets(word: str) -> str:
    """As it stands within a sentence: a first name bare, any other word marked as ours."""
    return word if word in listed_in("names", "pool") else f"[{word}]"


Write = Callable[[str], str]
