"""What a row tells of, by phrases from data/adding_up.toml, and at which of its words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kith.engines.chronology.knowledge import adding_up_data
from kith.engines.chronology.lexicon import plain
from kith.engines.chronology.rows import Row

_ENDS = (".", ";", "|")  # a phrase does not run on into the next sentence
_SPACES = str.maketrans(dict.fromkeys("!\"#$%&'()*+,-/:<=>?@[\\]^_`{}~", " "))
_OF_POSSESSION = "s"


class Hit(NamedTuple):
    """A topic that is told of, and between which words."""

    topic: str
    start: int
    end: int


class _Meaning(NamedTuple):
    topic: str
    is_denial: bool


class _Phrases(NamedTuple):
    """What every phrase means, and by its first word how many words phrases have, the most first."""

    meant: Mapping[tuple[str, ...], Sequence[_Meaning]]
    lengths: Mapping[str, Sequence[int]]


def words_of(text: str) -> list[str]:
    """The words of a text in small letters without marks, and the signs that end a sentence.

    >>> words_of("Dad’s late. Not seen")
    ['dad', 's', 'late', '.', 'not', 'seen']
    """
    told = plain(text.replace("’", " "))
    for end in _ENDS:
        told = told.replace(end, f" {end} ")
    return told.translate(_SPACES).split()


def text_of(row: Row) -> str:
    """What happened and what was done; these two are heard."""
    return f"{row.fact} | {row.action}" if row.action else row.fact


def hits(words: Sequence[str]) -> tuple[Hit, ...]:
    """All topics that are told of; where words are part of a denial, their topic is not.

    >>> [hit.topic for hit in hits(words_of("WNB, dentist"))], hits(words_of("No DNA test."))
    (['missed', 'appointment'], ())
    """
    meant, lengths = _phrases()
    told, found, deaf_until = tuple(words), [], dict[str, int]()
    for at in [at for at, word in enumerate(told) if word in lengths]:
        for length in lengths[told[at]]:
            end = at + length
            for topic, is_denial in meant.get(told[at:end], ()):
                if is_denial:
                    deaf_until[topic] = max(end, deaf_until.get(topic, 0))
                elif at >= deaf_until.get(topic, 0):
                    found.append(Hit(topic, at, end))
    return tuple(found)


@lru_cache(maxsize=1024)
def topics_of(words: str) -> frozenset[str]:
    """The topics of a few words that often come again, as somebody's role.

    >>> sorted(topics_of("birth father"))
    ['father']
    """
    return frozenset([hit.topic for hit in hits(words_of(words))])


@cache
def _phrases() -> _Phrases:
    """All phrases of the data."""
    meant: dict[tuple[str, ...], list[_Meaning]] = defaultdict(list)
    for words, meaning in _listed():
        meant[words].append(meaning)
    firsts = {words[0] for words in meant}
    lengths = {first: sorted({len(words) for words in meant if words[0] == first}, reverse=True) for first in firsts}
    return _Phrases(dict(meant), lengths)


def _listed() -> Iterator[tuple[tuple[str, ...], _Meaning]]:
    data = adding_up_data()
    for is_denial, table in ((False, data["words"]), (True, data["denied"])):
        for topic, listed in table.items():
            yield from ((words, _Meaning(topic, is_denial)) for words in _split(listed))
    for carer in data["carers"]:
        for words in _split(carer["words"]):
            yield words, _Meaning(carer["id"], is_denial=False)
            yield (*words, _OF_POSSESSION), _Meaning(carer["id"], is_denial=True)  # “Dad’s mother” is not Dad


def _split(listed: str) -> Iterator[tuple[str, ...]]:
    return filter(None, [tuple(words_of(phrase)) for phrase in listed.split(",")])
