"""Signed heads: what a second agency keeps, so that nobody can cut off or rewrite a chain unseen.

A file of heads has one JSON record in a line. The key of the first is the key of the file, unless the reader was
given the key by another way, which is safer: whoever can rewrite the file could begin it anew.
"""

import base64
import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kith.apps.audit.chain import canonical
from kith.apps.audit.keys import HEAD, key_in_use
from kith.kernel.errors import KithError

FORM = "kith audit head 1"


class CannotReadHeads(KithError):
    """A file of heads is not one, or not by the key it should be by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where a chain ended at a moment, signed by the installation."""

    form: str = FORM
    chain: str
    sequence: int
    hash: str
    at: str  # ISO 8601, UTC
    key: str
    signature: str = ""


def own_key() -> str:
    """The public key of this installation, as it is printed and pinned."""
    return _text(_signer().public_key().public_bytes_raw())


def signed(*, chain: str, sequence: int, hash: str, now: dt.datetime) -> Head:
    at = now.astimezone(dt.UTC).isoformat(timespec="seconds")
    head = Head(chain=chain, sequence=sequence, hash=hash, at=at, key=own_key())
    return Head(**asdict(head) | {"signature": _text(_signer().sign(_message(head)))})


def written(heads: Iterable[Head]) -> str:
    return "".join(canonical(asdict(head)) + "\n" for head in heads)


def read_heads(text: str, *, name: str, key: str = "") -> tuple[Head, ...]:
    """Every head of a file, each signed by `key` or by the key of the first."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not lines:
        raise CannotReadHeads(f"{name} holds no head of an audit chain.")
    heads = [(number, _read(line, f"Line {number} of {name}")) for number, line in lines]
    pinned = key or heads[0][1].key
    for number, head in heads:
        if head.key != pinned or not _is_genuine(head):
            raise CannotReadHeads(f"Line {number} of {name} was not signed with the key {pinned}.")
    return tuple(head for _, head in heads)


def _read(line: str, where: str) -> Head:
    try:
        head = Head(**json.loads(line))
    except (ValueError, TypeError):
        raise CannotReadHeads(f"{where} is not a head of an audit chain.") from None
    texts = [value for name, value in asdict(head).items() if name != "sequence"]
    if head.form != FORM or type(head.sequence) is not int or not all(isinstance(text, str) for text in texts):
        raise CannotReadHeads(f"{where} is not a head of an audit chain in a form that this Kith knows.")
    return head


def _is_genuine(head: Head) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(head.key, validate=True))
        public.verify(base64.b64decode(head.signature, validate=True), _message(head))
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def _message(head: Head) -> bytes:
    return canonical({name: value for name, value in asdict(head).items() if name != "signature"}).encode()


def _signer() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(key_in_use().derived(HEAD))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
