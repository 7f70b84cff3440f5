"""A whole test database on SQLite, kept in memory and put back: quicker than writing or emptying it row by row."""

import sqlite3
import time

from django.db import connection

SECONDS = 20  # the longest that anybody else writes


class CannotCopy(RuntimeError):
    """The database is being written to, by this test or by somebody who does not end."""


def can_be_copied() -> bool:
    """SQLite copies nothing out of or into an open transaction: it would wait for its end without end."""
    return connection.vendor == "sqlite" and not connection.in_atomic_block


def copied() -> sqlite3.Connection:
    """The database as it is now, outside any transaction."""
    copy = sqlite3.connect(":memory:")
    _pour(_database(), copy)
    return copy


def put_back(copy: sqlite3.Connection) -> None:
    """Make the database what it was when the copy was taken; nobody may be writing to it."""
    _pour(copy, _database())


def _pour(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Python would ask a database that is being written to again and again, without end."""
    deadline = time.monotonic() + SECONDS

    def give_up(status: int, *_: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise CannotCopy(f"Somebody else has been writing for {SECONDS} seconds.")

    source.backup(target, progress=give_up)


def _database() -> sqlite3.Connection:
    if connection.in_atomic_block:
        raise CannotCopy("An open transaction keeps the database from being copied.")
    connection.ensure_connection()
    database: sqlite3.Connection = connection.connection
    return database
