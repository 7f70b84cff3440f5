"""Field keys: what seals small texts at rest (secrets of signing in, kept words, family copies), and nothing else.

Nothing here reads the settings, so that the settings may read this.
"""

import base64
import binascii
import hashlib
import secrets

from kith.kernel.errors import KithError

KEY_BYTES = 32


class NotAFieldKey(KithError):
    """A field key is 32 random bytes, written in the safe alphabet of base64."""


def new_field_key() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def field_keys_in(text: str) -> tuple[bytes, ...]:
    """The keys of KITH_FIELD_KEY, the one in use first, separated by commas, spaces or line ends."""
    words = text.replace(",", " ").split()
    if not words:
        raise NotAFieldKey("There is no field key in KITH_FIELD_KEY. Leave the setting out, and Kith makes one.")
    return tuple(_field_key(word, place) for place, word in enumerate(words, start=1))


def id_of(key: bytes) -> str:
    """What stands in front of everything a key has sealed; it says nothing about the key."""
    return hashlib.sha256(b"kith field key:" + key).hexdigest()[:8]


def _field_key(word: str, place: int) -> bytes:
    try:
        key = base64.b64decode(word, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise NotAFieldKey(f"Key {place} of KITH_FIELD_KEY is not a field key: 32 random bytes, in base64.")
    return key
