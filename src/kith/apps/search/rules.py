"""Which tokens a person is found under, and how well a hit fits what was typed."""

from collections.abc import Iterable

from kith.apps.search.models import NAME, POSTCODE, SOUND, YEAR
from kith.kernel.sounds import sound_key
from kith.kernel.text import folded_tokens

LONGEST_TOKEN = 40


def tokens_of(names: Iterable[str], *, year: int | None, postcodes: Iterable[str]) -> set[tuple[str, str]]:
    words = {word for name in names for word in folded_tokens(name)}
    found = {(NAME, word[:LONGEST_TOKEN]) for word in words}
    found |= {(SOUND, key) for key in map(sound_key, words) if key}
    found |= {(POSTCODE, part) for code in postcodes for part in (folded_postcode(code), *folded_tokens(code)) if part}
    if year:
        found.add((YEAR, str(year)))
    return found


def folded_postcode(code: str) -> str:
    return "".join(folded_tokens(code))[:LONGEST_TOKEN]


def is_found_under(words: Iterable[str], tokens: Iterable[tuple[str, str]]) -> bool:
    """What `narrow` asks the table, asked of the tokens of one person: whether every word finds one of them."""
    have = set(tokens)
    return all(any(_finds(word, sound, kind, token) for kind, token in have) for word, sound in _heard(words))


def _heard(words: Iterable[str]) -> list[tuple[str, str]]:
    """Each word with how it sounds; what is very short sounds like too many."""
    return [(word, sound_key(word) if len(word) > 2 else "") for word in words]


def _finds(word: str, sound: str, kind: str, token: str) -> bool:
    if kind == SOUND:
        return token == sound
    if kind == YEAR:
        return token == word
    return token.startswith(word) and (kind == NAME or may_be_postcode(word))


def may_be_postcode(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def fits(words: Iterable[str], name_words: Iterable[str]) -> bool:
    """Whether every word begins, or sounds like, a word of this name."""
    have = tuple(name_words)
    sounds = {sound_key(name) for name in have}
    return all(any(name.startswith(word) for name in have) or sound_key(word) in sounds for word in words)


def fit_of(words: Iterable[str], name_words: Iterable[str]) -> int:
    """Higher is better: a whole word beats a beginning, a beginning beats a sound."""
    have = tuple(name_words)
    return sum(3 if word in have else 2 if any(n.startswith(word) for n in have) else 1 for word in words)
