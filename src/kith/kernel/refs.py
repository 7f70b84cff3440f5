"""Makes the references by which rows are addressed outside the database."""

import hashlib
import re
import secrets
from collections.abc import Callable
from itertools import count

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case: no i, l, o or u, so that a reference can be read aloud."""

LENGTH = 26
_BYTES = 16
_PAIRS = [first + second for first in ALPHABET for second in ALPHABET]  # ten bits at once
_SHIFTS = range(10 * (LENGTH // 2 - 1), -1, -10)
_SHAPE = re.compile(rf"[0-7][{ALPHABET}]{{{LENGTH - 1}}}", re.ASCII)


def new_ref(random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """128 random bits in 26 characters.

    >>> new_ref(lambda size: bytes(range(size)))
    '00041061050r3gg28a1c60t3gf'
    """
    number = int.from_bytes(random_bytes(_BYTES), "big")
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])


def is_ref(text: str) -> bool:
    """Whether the text has the shape of a reference; it may still refer to nothing."""
    return _SHAPE.fullmatch(text) is not None


def seeded_refs(seed: str) -> Callable[[], str]:
    """A maker of the same references in the same order for the same seed; for tests and invented data only.

    >>> seeded_refs("heron")() == seeded_refs("heron")()
    True
    """
    numbers = count()

    def next_ref() -> str:
        digest = hashlib.sha256(f"{seed}\0{next(numbers)}".encode()).digest()
        return new_ref(lambda size: digest[:size])

    return next_ref
