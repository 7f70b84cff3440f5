"""The file keys, which never stand in the database or in a backup of files, and what is derived from them."""

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from kith.kernel.errors import KithError

CONTENT, NAME, FINGERPRINT = "content", "name", "fingerprint"
LENGTH = 32


class WrongFileKey(KithError):
    """The setting does not hold file keys."""


class NoFileKey(KithError):
    """A file cannot be opened without the key it was encrypted under."""


@dataclass(frozen=True, slots=True)
class FileKey:
    """One file key; `id` stands beside every file it encrypted, so that keys may change."""

    secret: bytes = field(repr=False)

    @property
    def id(self) -> str:
        return hashlib.sha256(b"kith file key id" + self.secret).hexdigest()[:8]

    def derived(self, purpose: str) -> bytes:
        """32 bytes for one purpose: knowing them tells nothing of any other purpose."""
        return _derived(self.secret, purpose)


@lru_cache(maxsize=64)
def _derived(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=LENGTH, salt=None, info=f"kith file {purpose}".encode()).derive(secret)


def file_key_in_use() -> FileKey:
    return FileKey(settings.FILE_KEYS[0])


def file_key_of(key_id: str) -> FileKey:
    for secret in settings.FILE_KEYS:
        if FileKey(secret).id == key_id:
            return FileKey(secret)
    raise NoFileKey(
        f"This file needs the file key {key_id}, which is not among those in KITH_FILE_KEY. Tell your administrator."
    )


def new_file_key() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(LENGTH)).decode()


def file_keys_in(text: str) -> tuple[bytes, ...]:
    """The keys of a setting or file, the one in use first, separated by commas, spaces or line ends."""
    words = text.replace(",", " ").split()
    if not words:
        raise WrongFileKey("There is no file key. Put 32 random bytes in base64 into KITH_FILE_KEY.")
    return tuple(_read_key(word, place) for place, word in enumerate(words, start=1))


def _read_key(word: str, place: int) -> bytes:
    try:
        key = base64.b64decode(word, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != LENGTH:
        raise WrongFileKey(f"Key {place} of KITH_FILE_KEY is not 32 random bytes in base64.")
    return key
