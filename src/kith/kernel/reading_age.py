"""How hard a text is to read: school grade, length of sentences, and words that a child of 9 may not know.

Two measures have to agree, because each can be fooled alone: the Flesch-Kincaid grade, which only counts, and our
own list of words (`data/plain_words.toml`), which knows that "family" is easy and "liaise" is not.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kith.kernel.data_files import toml_of

HIGHEST_GRADE = 5.0
LONGEST_MEAN_SENTENCE = 12.0
LONGEST_SENTENCE = 20
MANY_SYLLABLES = 3

_SENTENCE_END = re.compile(r"(?<=[.?!])[”’)]*\s+|\s*\n\s*")
_WORD = re.compile(r"\d[\d .,]*\d|\d+|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_INITIALS = re.compile(r"[A-Z]{2,}s?")
_VOWELS = re.compile(r"[aeiouy]+")
_LAST_E = re.compile(r"e$")
_LAST_E_IS_HEARD = re.compile(r"[^aeiouy]le$|^[^aeiouy]*e$|[aeiouy]e$")  # table, the, see
_QUIET_ENDING = re.compile(r"[^tdszxgciuy]e[sd]$")  # likes, liked; not nurses, wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was counted: words, sentences, the grade, sentence lengths in words, and words that are too hard."""

    words: int
    sentences: int
    grade: float
    mean_sentence: float
    longest_sentence: int
    hard_words: tuple[str, ...]


def read_text(text: str, *, names: Collection[str] = ()) -> Reading:
    """Count a text; a line break ends a sentence as a full stop does, and names of people are left out.

    >>> read_text("We meet on Monday. You can bring Comfort.", names={"Comfort"}).mean_sentence
    3.5
    >>> read_text("The multi-agency meeting will liaise.").hard_words
    ('agency', 'liaise')
    """
    known = {name.casefold() for name in names}
    sentences = [
        found for one in sentences_of(text) if (found := [w for w in words_of(one) if w.casefold() not in known])
    ]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return Reading(words=0, sentences=0, grade=0.0, mean_sentence=0.0, longest_sentence=0, hard_words=())
    mean = len(words) / len(sentences)
    spoken = sum(syllables(word) for word in words) / len(words)
    return Reading(
        words=len(words),
        sentences=len(sentences),
        grade=0.39 * mean + 11.8 * spoken - 15.59,
        mean_sentence=mean,
        longest_sentence=max(len(sentence) for sentence in sentences),
        hard_words=tuple(sorted({word for word in words if is_hard(word)}, key=str.casefold)),
    )


def complaints(reading: Reading) -> Iterator[str]:
    """What stands between a text and a reader of 9 to 11, one sentence each; none where all is well.

    >>> list(complaints(read_text("You can ring us. We will listen.")))
    []
    """
    if reading.grade > HIGHEST_GRADE:
        yield f"The reading grade is {reading.grade:.1f}; at most {HIGHEST_GRADE:.0f}."
    if reading.mean_sentence > LONGEST_MEAN_SENTENCE:
        yield f"A sentence has {reading.mean_sentence:.1f} words on average; at most {LONGEST_MEAN_SENTENCE:.0f}."
    if reading.longest_sentence > LONGEST_SENTENCE:
        yield f"The longest sentence has {reading.longest_sentence} words; at most {LONGEST_SENTENCE}."
    for word in reading.hard_words:
        plainer = _words()["plainer"].get(word.casefold())
        yield f"“{word}” is hard to read; {f'say “{plainer}”' if plainer else 'use a shorter word'}."


def sentences_of(text: str) -> list[str]:
    """
    >>> sentences_of("Who is there? It rang at 2.30pm.")
    ['Who is there?', 'It rang at 2.30pm.']
    """
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def words_of(sentence: str) -> list[str]:
    """Words and numbers; a telephone number is one word.

    >>> words_of("Ring 0800 1111: it’s free.")
    ['Ring', '0800 1111', 'it’s', 'free']
    """
    return _WORD.findall(sentence)


def syllables(word: str) -> int:
    """How many beats a word has, by its vowels; a number counts as one.

    >>> [syllables(word) for word in ("ring", "people", "family", "liked", "wanted", "fire", "being", "999")]
    [1, 2, 3, 1, 2, 1, 2, 1]
    """
    letters = word.casefold().split("’")[0].split("'")[0]
    told = _words()["syllables"].get(letters)
    if told is not None:
        return int(told)
    return max(len(_VOWELS.findall(letters)) - _has_silent_e(letters), 1)


def is_hard(word: str) -> bool:
    """Initials, words with a plainer one on our list, and long words that are not on it.

    >>> [is_hard(word) for word in ("NHS", "commence", "understanding", "telephone", "ring")]
    [True, True, True, False, False]
    """
    letters = word.casefold()
    if _INITIALS.fullmatch(word) or letters in _words()["plainer"]:
        return True
    return syllables(word) >= MANY_SYLLABLES and letters not in _words()["known"]


def _has_silent_e(letters: str) -> bool:
    """Whether the last e is written and not spoken: in "like", "likes" and "liked", but not in "wanted" or "table"."""
    stem = letters[:-1] if _QUIET_ENDING.search(letters) else letters
    return bool(_LAST_E.search(stem)) and not _LAST_E_IS_HEARD.search(stem)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    data = toml_of("kith.kernel", "data/plain_words.toml")
    return {"known": dict.fromkeys(data["known"], ""), "plainer": data["plainer"], "syllables": data["syllables"]}
