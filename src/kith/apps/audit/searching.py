"""Words that were searched, as keyed hashes: comparable by whoever has the key, readable by nobody."""

import hmac
from collections.abc import Iterable
from hashlib import sha256

from kith.apps.audit.keys import SEARCH, audit_keys, key_in_use
from kith.apps.records.keys import Key
from kith.kernel.refs import LENGTH, new_ref
from kith.kernel.text import folded_tokens

MARK = "w"  # no ref begins with it, so that a word is never taken for a subject


def word_hash(word: str, key: Key) -> str:
    """122 bits or more of HMAC-SHA-256, in the alphabet of refs."""
    digest = hmac.digest(key.derived(SEARCH), word.encode(), sha256)
    return MARK + new_ref(lambda size: digest[:size])[1:LENGTH]


def searched_words(words: Iterable[str]) -> dict[str, str]:
    """Each word's hash, in the way in which a row names its subjects."""
    key = key_in_use()
    return {word_hash(word, key): "searched" for word in words}


def hashes_of(terms: str) -> list[list[str]]:
    """For each word of what is asked, its hash under every key there is."""
    return [[word_hash(word, key) for key in audit_keys()] for word in folded_tokens(terms)]
