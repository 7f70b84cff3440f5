"""Whoever puts a database back is told that somebody goes on writing to it, instead of waiting without end."""

import sqlite3

import pytest
from django.db import connection

from kith.testing import copying
from kith.testing.copying import CannotCopy, can_be_copied, copied, put_back


@pytest.mark.django_db(transaction=True)
def test_whoever_writes_for_ever_is_not_waited_for(monkeypatch):
    if not can_be_copied():
        pytest.skip("A database is copied on SQLite alone.")
    monkeypatch.setattr(copying, "SECONDS", 0)
    copy = copied()
    writer = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(CannotCopy, match="Somebody else"):
        put_back(copy)
    writer.close()
    put_back(copy)
