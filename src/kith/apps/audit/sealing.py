"""What a deed changed, sealed under a data key of each subject: who destroys the key destroys what was said.

The hash of a row covers the sealed bytes, so that the chain holds whether or not they can still be read.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kith.apps.audit.chain import canonical
from kith.apps.audit.keys import WRAP, key_in_use, key_of
from kith.apps.audit.models import SubjectKey
from kith.apps.records.base import open_bytes, seal_bytes

KEY_BITS = 256


def sealed_changes(changes: Mapping[str, Any]) -> dict[str, bytes]:
    """The changes of each subject under its own key; of a forgotten subject nothing is kept."""
    keys = _data_keys(changes)
    return {
        ref: seal_bytes(canonical(said).encode(), key=keys[ref], bound_to=ref)
        for ref, said in changes.items()
        if ref in keys
    }


def unsealed_change(ref: str, data: bytes, key: bytes) -> dict[str, Any]:
    """What was said of a subject: `before` and `after`."""
    said: dict[str, Any] = json.loads(open_bytes(data, key=key, bound_to=ref))
    return said


def known_keys(subject_refs: Iterable[str]) -> dict[str, bytes]:
    """The data keys there are; a subject that was forgotten, or of whom nothing was sealed, has none."""
    rows = SubjectKey.objects.filter(subject__in=subject_refs, forgotten_at=None)
    return {row.subject: unwrapped(row) for row in rows}


def unwrapped(row: SubjectKey) -> bytes:
    return open_bytes(bytes(row.wrapped), key=key_of(row.key_id).derived(WRAP), bound_to=row.subject)


def wrapped(subject_ref: str, data_key: bytes) -> tuple[str, bytes]:
    """The id of the audit key in use, and the data key under it."""
    key = key_in_use()
    return key.id, seal_bytes(data_key, key=key.derived(WRAP), bound_to=subject_ref)


def _data_keys(subject_refs: Iterable[str]) -> dict[str, bytes]:
    """Two deeds may make the first key of one subject at once: one insert wins, and both read what stands."""
    wanted = sorted(subject_refs)
    if not wanted:
        return {}
    rows = {row.subject: row for row in SubjectKey.objects.filter(subject__in=wanted)}
    missing = [ref for ref in wanted if ref not in rows]
    if missing:
        SubjectKey.objects.bulk_create(map(_new_key, missing), ignore_conflicts=True)
        rows |= {row.subject: row for row in SubjectKey.objects.filter(subject__in=missing)}
    return {ref: unwrapped(row) for ref, row in rows.items() if row.forgotten_at is None}


def _new_key(subject_ref: str) -> SubjectKey:
    key_id, data = wrapped(subject_ref, AESGCM.generate_key(KEY_BITS))
    return SubjectKey(subject=subject_ref, key_id=key_id, wrapped=data)
