"""A whole test database on SQLite, kept in memory and put back: quicker than writing or emptying it row by row."""

import sqlite3

from django.db import connection


def can_be_copied() -> bool:
    return connection.vendor == "sqlite"


def copied() -> sqlite3.Connection:
    """The database as it is now, outside any transaction."""
    copy = sqlite3.connect(":memory:")
    _database().backup(copy)
    return copy


def put_back(copy: sqlite3.Connection) -> None:
    """Make the database what it was when the copy was taken; nobody may be writing to it."""
    copy.backup(_database())


def _database() -> sqlite3.Connection:
    connection.ensure_connection()
    database: sqlite3.Connection = connection.connection
    return database
