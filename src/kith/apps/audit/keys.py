"""The audit keys, and for what purposes other keys are derived from them."""

from django.conf import settings

from kith.apps.records.keys import Key, KeyKind, key_with_id
from kith.kernel.errors import KithError

AUDIT_KEY = KeyKind(
    name="audit key",
    setting="KITH_AUDIT_KEY",
    own_file="audit.key",
    advice="kith audit new-key makes one.",
    id_mark=b"kith audit key id",
    purpose_mark="kith audit ",
)
WRAP, SEARCH, HEAD, JOURNAL = "wrap", "search", "head", "journal"


class NoAuditKey(KithError):
    """What was written under an audit key cannot be read without it."""


def audit_keys() -> tuple[Key, ...]:
    """Every key of this installation, the one in use first; the others only read what they wrote."""
    keys: tuple[Key, ...] = settings.AUDIT_KEYS
    return keys


def key_in_use() -> Key:
    return audit_keys()[0]


def key_of(key_id: str) -> Key:
    key = key_with_id(key_id, audit_keys())
    if key is None:
        raise NoAuditKey(
            f"The audit key {key_id} is not among those in {AUDIT_KEY.setting}; what it protects cannot be read."
        )
    return key
