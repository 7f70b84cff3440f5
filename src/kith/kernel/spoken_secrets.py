"""Secrets that can be read out, written on paper and typed again."""

import secrets

_CONSONANTS, _VOWELS = "bdfghjklmnprstvwz", "aeiou"
_IN_A_WORD = _WORDS = 3


def new_spoken_secret() -> str:
    """Nine syllables such as "tovuka-limeso-badoru": 57 random bits."""
    return "-".join("".join(_syllable() for _ in range(_IN_A_WORD)) for _ in range(_WORDS))


def _syllable() -> str:
    return secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS)
