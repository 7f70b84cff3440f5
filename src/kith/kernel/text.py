"""Text at the edge: what may be stored, how it is put in order, how it is found."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from kith.kernel.errors import KithError
from kith.kernel.folding import folded
from kith.kernel.sounds import sound_key

__all__ = ["LIMITS", "BadText", "cleaned", "folded", "folded_tokens", "sort_key", "sound_key"]

LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "postcode": 12,
        "identifier": 40,
        "phone": 40,
        "date": 100,
        "name": 200,
        "search": 200,
        "email": 254,
        "place": 300,
        "line": 500,
        "address": 1_000,
        "link": 2_000,
        "words": 20_000,
    }
)
"""The longest text of each kind, in characters after normalising."""

_DIRECTION_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NOT_IN_WORDS = re.compile(r"[\W_]+")


class BadText(KithError):
    """The text cannot be kept as it is."""


def cleaned(text: str, *, limit: int, multi_line: bool = False) -> str:
    """The text as it is stored: NFC, without spaces at its ends, at most `limit` characters.

    Refuses control characters (line breaks and tabs are welcome in multi-line text) and characters
    that turn the direction of what follows, because they can make a name read as another. Right-to-left
    marks and joiners, which some names need, stay.

    >>> cleaned("  Zoe\\u0308 ", limit=200)
    'Zoë'
    """
    kept = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    for place, sign in enumerate(kept, 1):
        if _is_refused(sign, multi_line=multi_line):
            raise BadText(_refusal(sign, place))
    if len(kept) > limit:
        raise BadText(f"This is {len(kept):,} characters long and the limit is {limit:,}; please shorten it.")
    return kept


def _is_refused(sign: str, *, multi_line: bool) -> bool:
    if multi_line and sign in "\n\t":
        return False
    return sign in _DIRECTION_OVERRIDES or unicodedata.category(sign) in {"Cc", "Cs"}


def _refusal(sign: str, place: int) -> str:
    if sign in "\n\t":
        return f"This must fit on one line: remove the line break or tab at character {place}."
    return f"Character {place} (U+{ord(sign):04X}) is invisible and cannot be kept: please remove it."


def sort_key(text: str) -> str:
    """What is stored beside a name to put lists in one order on every database (compared as bytes)."""
    return " ".join(folded(text).split())


def folded_tokens(text: str) -> tuple[str, ...]:
    """The words of a text for search: folded, split at everything that is no letter or digit.

    >>> folded_tokens("Siân O'Brien-Okafor, Flat 2")
    ('sian', 'o', 'brien', 'okafor', 'flat', '2')
    """
    return tuple(token for token in _NOT_IN_WORDS.split(folded(text)) if token)
