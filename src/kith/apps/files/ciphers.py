"""How files are encrypted: AES-GCM, bound to the row they belong to, so that no changed or exchanged file opens."""

import hmac
import secrets
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kith.apps.files.keys import FINGERPRINT, FileKey
from kith.kernel.errors import KithError

MARK = b"KITH1"
NONCE = 12


class CannotDecrypt(KithError):
    """The bytes are not what was encrypted for this row."""


def encrypted(data: bytes, *, key: FileKey, purpose: str, belongs_to: str) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return MARK + nonce + AESGCM(key.derived(purpose)).encrypt(nonce, data, belongs_to.encode())


def decrypted(data: bytes, *, key: FileKey, purpose: str, belongs_to: str) -> bytes:
    start = len(MARK)
    nonce, rest = data[start : start + NONCE], data[start + NONCE :]
    try:
        if not data.startswith(MARK):
            raise InvalidTag
        return AESGCM(key.derived(purpose)).decrypt(nonce, rest, belongs_to.encode())
    except (InvalidTag, ValueError) as problem:
        raise CannotDecrypt(
            "This file is not what was stored, so it is not shown. Tell your administrator: it can be brought back "
            "from a backup."
        ) from problem


def fingerprint(data: bytes, *, key: FileKey) -> str:
    """Tells whether two files are the same to whoever has the key, and nothing to anybody else."""
    return hmac.new(key.derived(FINGERPRINT), data, sha256).hexdigest()
