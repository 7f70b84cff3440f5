"""Sealing small texts under the field key, which is kept apart from the key that signs sessions."""

import base64

from django.conf import settings

from kith.apps.records.keys import key_with_id
from kith.apps.records.sealing import CannotOpen, open_bytes, seal_bytes


def seal(text: str, *, purpose: str, bound_to: str) -> str:
    """Seal under a key derived for the purpose; it opens only for what it is bound to."""
    key = settings.FIELD_KEYS[0]
    data = seal_bytes(text.encode(), key=key.derived(purpose), bound_to=bound_to)
    return f"{key.id}.{base64.urlsafe_b64encode(data).decode()}"


def open_sealed(sealed: str, *, purpose: str, bound_to: str) -> str:
    """What was sealed; the id in front says under which of the field keys."""
    key_id, _, text = sealed.partition(".")
    key = key_with_id(key_id, settings.FIELD_KEYS)
    if key is None:
        raise CannotOpen("The key that sealed this is not among the field keys.")
    try:
        data = base64.urlsafe_b64decode(text)
    except ValueError:
        data = b""  # as little as any other change opens
    return open_bytes(data, key=key.derived(purpose), bound_to=bound_to).decode()
