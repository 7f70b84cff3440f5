"""What goes along on a device without network: for how long, under which key, and what people are called there.

The key opens what was written there and not sent. It is kept sealed here, and once it is gone nobody opens that again.
"""

import base64
import datetime as dt
import hmac
import os
from hashlib import sha256

from kith.apps.records.field_sealing import open_sealed, seal

ON_A_DEVICE_FOR = dt.timedelta(hours=24)
BYTES = 32
CALLED = 26  # letters of what a device calls somebody


def new_queue_key(*, purpose: str, bound_to: str) -> str:
    """A new key, sealed."""
    return seal(base64.b64encode(os.urandom(BYTES)).decode(), purpose=purpose, bound_to=bound_to)


def queue_key_in(sealed: str, *, purpose: str, bound_to: str) -> str:
    """Base64 of its bytes."""
    return open_sealed(sealed, purpose=purpose, bound_to=bound_to)


def called_there(key: str, ref: str) -> str:
    """What this device, and no other, calls somebody: no ref leaves, and after its end nobody can tell who is meant."""
    return hmac.new(base64.b64decode(key), f"person {ref}".encode(), sha256).hexdigest()[:CALLED]
