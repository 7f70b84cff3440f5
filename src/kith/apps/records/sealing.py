"""AES-GCM with a fresh nonce in front: what is sealed opens only with its key, and for what it is bound to."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kith.kernel.errors import KithError

NONCE = 12


class CannotOpen(KithError):
    """What was sealed has been changed, belongs to somebody else, or its key is gone."""


def seal_bytes(data: bytes, *, key: bytes, bound_to: str) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, bound_to.encode())


def open_bytes(sealed: bytes, *, key: bytes, bound_to: str) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], bound_to.encode())
    except (InvalidTag, ValueError):
        raise CannotOpen("What was sealed has been changed, or was sealed for something else.") from None
