"""Emptying a test database: the one moment at which audit rows may go, because nobody's data is there."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.commands import flush
from django.db import connection, transaction

from kith.apps.audit.append_only import add_triggers, drop_triggers
from kith.testing.copying import can_be_copied, copied, put_back


@contextmanager
def audit_rows_unlocked() -> Iterator[None]:
    """Take the triggers away and put them back."""
    with transaction.atomic(), connection.cursor() as cursor:
        drop_triggers(cursor.execute, connection.vendor)
    try:
        yield
    finally:
        with transaction.atomic(), connection.cursor() as cursor:
            add_triggers(cursor.execute, connection.vendor)


class FlushWithAudit(flush.Command):
    """Django's flush, which tests with real transactions end with, allowed through the append-only triggers.

    Where a database can be copied, it is emptied once, and what that left is put back each time after.
    """

    empty: sqlite3.Connection | None = None

    def handle(self, **options: Any) -> None:
        if FlushWithAudit.empty is not None:
            put_back(FlushWithAudit.empty)
            return
        with audit_rows_unlocked():
            super().handle(**options)
        if can_be_copied():
            FlushWithAudit.empty = copied()


def let_tests_empty_the_database() -> None:
    flush.Command = FlushWithAudit  # type: ignore[misc]
