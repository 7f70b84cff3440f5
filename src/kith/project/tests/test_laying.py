"""A database made at once is the database that walking every migration makes."""

import copy
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from pytest_django import DjangoDbBlocker

from kith.project.management.commands.migrate import is_empty, lay_tables

SQLITE = """
SELECT m.name, 'column', c.name, c.type, c."notnull", c.dflt_value, c.pk
  FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'
UNION ALL SELECT m.name, 'key', f."from", f."table", f."to", f.on_delete, NULL
  FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
UNION ALL SELECT m.name, 'index', group_concat(i.name), l."unique", l.partial, NULL, NULL
  FROM sqlite_master m, pragma_index_list(m.name) l, pragma_index_info(l.name) i WHERE m.type = 'table'
  GROUP BY m.name, l.name
UNION ALL SELECT tbl_name, type, name, sql, NULL, NULL, NULL
  FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
"""
POSTGRESQL = """
SELECT table_name, 'column', column_name, data_type || coalesce(character_maximum_length, 0),
       is_nullable || is_identity, column_default
  FROM information_schema.columns WHERE table_schema = current_schema()
UNION ALL SELECT conrelid::regclass::text, 'constraint', conname, pg_get_constraintdef(c.oid), '', ''
  FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace WHERE nspname = current_schema()
UNION ALL SELECT tablename, 'index', indexname, indexdef, '', ''
  FROM pg_indexes WHERE schemaname = current_schema()
UNION ALL SELECT tgrelid::regclass::text, 'trigger', tgname, pg_get_triggerdef(t.oid), '', ''
  FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
  WHERE nspname = current_schema() AND NOT tgisinternal
"""
# The one difference, on PostgreSQL: Django counts these links, which Kith never makes, in a wider number when it walks.
WIDER_BY_WALKING = (
    "('auth_group_permissions', 'column', 'id', 'bigint0'",
    "('auth_group_permissions', 'column', 'id', 'integer0'",
)


@pytest.fixture
def places(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> Iterator[list[BaseDatabaseWrapper]]:
    """Two empty databases of the kind that the tests run on."""
    with django_db_blocker.unblock(), empty_place(tmp_path / "one") as one, empty_place(tmp_path / "two") as two:
        yield [one, two]


@contextmanager
def empty_place(path: Path) -> Iterator[BaseDatabaseWrapper]:
    """On PostgreSQL an empty schema does: whoever looks from there sees no other tables."""
    alias, settings = f"laid_{path.name}", copy.deepcopy(connections["default"].settings_dict)
    if connections["default"].vendor == "sqlite":
        settings["NAME"] = str(path)
    else:
        settings["OPTIONS"] = settings.get("OPTIONS", {}) | {"options": f"-c search_path={alias}"}
    connections.databases[alias] = settings
    place = connections[alias]
    try:
        with schema_of_its_own(place):
            yield place
    finally:
        place.close()
        del connections[alias], connections.databases[alias]


@contextmanager
def schema_of_its_own(place: BaseDatabaseWrapper) -> Iterator[None]:
    if place.vendor == "sqlite":
        yield
        return
    run(place, f"CREATE SCHEMA {place.alias}")
    try:
        yield
    finally:
        run(place, f"DROP SCHEMA {place.alias} CASCADE")


def run(place: BaseDatabaseWrapper, statement: str) -> None:
    with place.cursor() as cursor:
        cursor.execute(statement)


def walk_all_migrations(place: BaseDatabaseWrapper) -> None:
    executor = MigrationExecutor(place)
    executor.migrate(executor.loader.graph.leaf_nodes())


def shape(place: BaseDatabaseWrapper) -> set[str]:
    """Tables, columns, keys, indexes, constraints and triggers, but for the order in which columns came."""
    with place.cursor() as cursor:
        cursor.execute(SQLITE if place.vendor == "sqlite" else POSTGRESQL)
        rows = {re.sub(r"laid_\w+\.", "", str(row)) for row in cursor.fetchall()}
    return {row.replace(*WIDER_BY_WALKING) for row in rows}


def test_both_ways_end_in_the_same_database(places: list[BaseDatabaseWrapper]) -> None:
    at_once, step_by_step = places
    assert is_empty(at_once)
    lay_tables(at_once)
    walk_all_migrations(step_by_step)
    assert not is_empty(at_once)
    assert not is_empty(step_by_step)
    assert len(shape(at_once)) > 500
    assert shape(at_once) == shape(step_by_step)
    made = [set(MigrationRecorder(place).applied_migrations()) for place in places]
    assert made[0] == made[1]


def test_a_database_that_was_begun_is_not_taken_for_empty(places: list[BaseDatabaseWrapper]) -> None:
    begun, asked = places
    run(begun, "CREATE TABLE somebody_elses (id integer)")
    MigrationRecorder(asked).ensure_schema()
    assert not is_empty(begun)
    assert is_empty(asked)


def test_what_goes_wrong_half_way_leaves_nothing(
    places: list[BaseDatabaseWrapper], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as broken:
        broken.setattr(MigrationRecorder, "record_applied", stop)
        with pytest.raises(RuntimeError):
            lay_tables(places[0])
    assert is_empty(places[0])
    lay_tables(places[0])
    assert not is_empty(places[0])
