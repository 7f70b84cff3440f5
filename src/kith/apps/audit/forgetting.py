"""Destroying the data key of a subject, and wrapping every key under the audit key in use."""

import datetime as dt

from django.db import connection

from kith.apps.audit.keys import key_in_use
from kith.apps.audit.models import SubjectKey
from kith.apps.audit.sealing import unwrapped, wrapped

KEYS_IN_A_BATCH = 500


def destroy_key(subject_ref: str, *, now: dt.datetime) -> None:
    """The key is overwritten and its row stays, so that nobody makes a new key for the same subject."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")  # the old bytes of the page are overwritten, too
    row, _ = SubjectKey.objects.select_for_update().get_or_create(subject=subject_ref)
    row.key_id, row.wrapped, row.forgotten_at = "", b"", row.forgotten_at or now
    row.save()


def rewrap_some() -> int:
    """Wrap the next keys that stand under an older audit key; how many there were."""
    rows = SubjectKey.objects.select_for_update().filter(forgotten_at=None).exclude(key_id=key_in_use().id)
    some = list(rows.order_by("pk")[:KEYS_IN_A_BATCH])
    for row in some:
        row.key_id, row.wrapped = wrapped(row.subject, unwrapped(row))
    SubjectKey.objects.bulk_update(some, ["key_id", "wrapped"])
    return len(some)
