"""A database that is being written to is not copied, and whoever asks is told so instead of waiting for ever."""

import sqlite3

import pytest
from django.db import connection

from kith.testing import copying
from kith.testing.copying import CannotCopy, can_be_copied, copied, put_back


@pytest.fixture(autouse=True)
def on_sqlite(db):
    if connection.vendor != "sqlite":
        pytest.skip("asks about SQLite itself; this run is on PostgreSQL")


@pytest.mark.parametrize("act", [copied, lambda: put_back(sqlite3.connect(":memory:"))], ids=["taken", "put back"])
def test_no_copy_inside_a_transaction(act):
    assert not can_be_copied()
    with pytest.raises(CannotCopy, match="transaction=True"):
        act()


@pytest.mark.django_db(transaction=True)
def test_whoever_writes_for_ever_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(copying, "SECONDS", 0)
    copy = copied()
    writer = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(CannotCopy, match="somebody else"):
        put_back(copy)
    writer.close()
    put_back(copy)
