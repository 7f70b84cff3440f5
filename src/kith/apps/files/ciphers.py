"""How files are encrypted: bound to the row they belong to, so that no changed or exchanged file opens."""

import hmac
from hashlib import sha256

from kith.apps.files.keys import FINGERPRINT
from kith.apps.records.base import CannotOpen, open_bytes, seal_bytes
from kith.apps.records.keys import Key
from kith.kernel.errors import KithError

MARK = b"KITH1"


class CannotDecrypt(KithError):
    """The bytes are not what was encrypted for this row."""


def encrypted(data: bytes, *, key: Key, purpose: str, belongs_to: str) -> bytes:
    return MARK + seal_bytes(data, key=key.derived(purpose), bound_to=belongs_to)


def decrypted(data: bytes, *, key: Key, purpose: str, belongs_to: str) -> bytes:
    try:
        if not data.startswith(MARK):
            raise CannotOpen("The mark of an encrypted file is missing.")
        return open_bytes(data.removeprefix(MARK), key=key.derived(purpose), bound_to=belongs_to)
    except CannotOpen as problem:
        raise CannotDecrypt(
            "This file is not what was stored, so it is not shown. Tell your administrator: it can be brought back "
            "from a backup."
        ) from problem


def fingerprint(data: bytes, *, key: Key) -> str:
    """Tells whether two files are the same to whoever has the key, and nothing to anybody else."""
    return hmac.new(key.derived(FINGERPRINT), data, sha256).hexdigest()
