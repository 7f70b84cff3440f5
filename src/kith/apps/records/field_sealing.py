"""Sealing small texts under the field key, which is kept apart from the key that signs sessions."""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from kith.apps.records.field_keys import id_of
from kith.kernel.errors import KithError

NONCE = 12


class CannotOpen(KithError):
    """What was sealed has been changed, belongs to somebody else, or its key is gone."""


def seal(text: str, *, purpose: str, bound_to: str) -> str:
    """Seal under a key derived for the purpose; it opens only for what it is bound to."""
    key, nonce = settings.FIELD_KEYS[0], os.urandom(NONCE)
    data = nonce + AESGCM(_derived(key, purpose)).encrypt(nonce, text.encode(), bound_to.encode())
    return f"{id_of(key)}.{base64.urlsafe_b64encode(data).decode()}"


def open_sealed(sealed: str, *, purpose: str, bound_to: str) -> str:
    """What was sealed; the id in front says under which of the field keys."""
    key_id, _, text = sealed.partition(".")
    key = next((key for key in settings.FIELD_KEYS if id_of(key) == key_id), None)
    if key is None:
        raise CannotOpen("The key that sealed this is not among the field keys.")
    try:
        data = base64.urlsafe_b64decode(text)
        return AESGCM(_derived(key, purpose)).decrypt(data[:NONCE], data[NONCE:], bound_to.encode()).decode()
    except (InvalidTag, ValueError):
        raise CannotOpen("What was sealed has been changed, or was sealed for something else.") from None


def _derived(key: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=f"kith field: {purpose}".encode()).derive(key)
