"""The audit keys, which never stand in the database, and the keys that are derived from them for one purpose each."""

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

WRAP, SEARCH, HEAD, JOURNAL = "wrap", "search", "head", "journal"


LENGTH = 32


class WrongAuditKey(KithError):
    """The setting does not hold audit keys."""


class NoAuditKey(KithError):
    """What was written under an audit key cannot be read without it."""


@dataclass(frozen=True, slots=True)
class AuditKey:
    """One audit key; `id` may be stored beside what it protects."""

    secret: bytes = field(repr=False)

    @property
    def id(self) -> str:
        return hashlib.sha256(b"kith audit key id" + self.secret).hexdigest()[:8]

    def derived(self, purpose: str) -> bytes:
        """32 bytes for one purpose: knowing them tells nothing of any other purpose."""
        return _derived(self.secret, purpose)


@lru_cache(maxsize=64)
def _derived(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"kith audit {purpose}".encode()).derive(secret)


def audit_keys() -> tuple[AuditKey, ...]:
    """Every key of this installation, the one in use first; the others only read what they wrote."""
    return tuple(AuditKey(secret) for secret in settings.AUDIT_KEYS)


def key_in_use() -> AuditKey:
    return audit_keys()[0]


def key_of(key_id: str) -> AuditKey:
    for key in audit_keys():
        if key.id == key_id:
            return key
    raise NoAuditKey(f"The audit key {key_id} is not among those in KITH_AUDIT_KEY; what it protects cannot be read.")


def new_audit_key() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(LENGTH)).decode()


def audit_keys_in(text: str) -> tuple[bytes, ...]:
    """The keys of a setting or file, the one in use first, separated by commas, spaces or line ends."""
    words = text.replace(",", " ").split()
    if not words:
        raise WrongAuditKey("There is no audit key. kith audit new-key makes one, for KITH_AUDIT_KEY.")
    return tuple(_read_key(word, place) for place, word in enumerate(words, start=1))


def _read_key(word: str, place: int) -> bytes:
    try:
        key = base64.b64decode(word, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != LENGTH:
        raise WrongAuditKey(f"Key {place} of KITH_AUDIT_KEY is not an audit key. kith audit new-key makes one.")
    return key
