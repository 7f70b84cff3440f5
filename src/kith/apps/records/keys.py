"""Keys that never stand in the database: made, read from a setting, known by an id, derived for one purpose each.

Nothing here reads the settings or declares a model, so that the settings may read this; a front door like `base`.
"""

import base64
import binascii
import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kith.kernel.errors import KithError

KEY_BYTES = 32


class WrongKey(KithError):
    """A setting does not hold keys of its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyKind:
    """The keys of one setting; `own_file` in the data folder holds the one that Kith makes where none is given.

    Stored data depends on both marks: whoever changes one makes it unreadable.
    """

    name: str
    setting: str
    own_file: str
    advice: str
    id_mark: bytes
    purpose_mark: str


@dataclass(frozen=True, slots=True)
class Key:
    """One key; its `id` stands beside what it protects and tells nothing of it, so that keys may change."""

    kind: KeyKind
    secret: bytes = field(repr=False)

    @property
    def id(self) -> str:
        return hashlib.sha256(self.kind.id_mark + self.secret).hexdigest()[:8]

    def derived(self, purpose: str) -> bytes:
        """32 bytes for one purpose: knowing them tells nothing of any other purpose."""
        return _derived(self.secret, f"{self.kind.purpose_mark}{purpose}")


def new_key() -> str:
    """A key of any kind, as it is written in a setting."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def read_keys(kind: KeyKind, text: str) -> tuple[Key, ...]:
    """The keys of a setting or file, the one in use first, separated by commas, spaces or line ends."""
    words = text.replace(",", " ").split()
    if not words:
        raise WrongKey(f"There is no {kind.name} in {kind.setting}. {kind.advice}")
    return tuple(_read_key(kind, word, place) for place, word in enumerate(words, start=1))


def key_with_id(key_id: str, keys: Iterable[Key]) -> Key | None:
    return next((key for key in keys if key.id == key_id), None)


def _read_key(kind: KeyKind, word: str, place: int) -> Key:
    try:
        secret = base64.b64decode(word, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        secret = b""
    if len(secret) != KEY_BYTES:
        raise WrongKey(f"Key {place} of {kind.setting} is no {kind.name}. {kind.advice}")
    return Key(kind, secret)


@lru_cache(maxsize=64)
def _derived(secret: bytes, info: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info.encode()).derive(secret)
