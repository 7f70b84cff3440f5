"""`migrate`: an empty database gets its tables at once, as the models stand; any other goes from step to step.

Walking every migration from nothing is most of what a first start and each run of the tests would wait for. That both
ways end in the same database is held by `project/tests/test_laying.py`.
"""

from typing import Any, cast

from django.apps import apps
from django.core.management.commands import migrate
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import StateApps

ALSO_WHEN_EMPTY = "also_when_empty"  # the hint of an operation that a database made at once needs as well
OTHER_WISHES = ("app_label", "plan", "check_unapplied", "fake", "fake_initial", "prune")


class Command(migrate.Command):
    """Django's command, quicker where nothing is yet."""

    def handle(self, *labels: str, **options: Any) -> None:
        connection = connections[options["database"]]
        if is_empty(connection) and not any(options.get(wish) for wish in OTHER_WISHES):
            lay_tables(connection)
        else:
            super().handle(*labels, **options)


def is_empty(connection: BaseDatabaseWrapper) -> bool:
    """Nothing is there but, perhaps, the empty list of migrations that asking leaves behind."""
    tables = set(connection.introspection.table_names())
    return (
        tables <= {MigrationRecorder.Migration._meta.db_table}
        and not MigrationRecorder(connection).applied_migrations()
    )


def lay_tables(connection: BaseDatabaseWrapper) -> None:
    """All tables in one transaction, and every migration written down as made: a kill leaves the database empty."""
    executor = MigrationExecutor(connection)
    plan = [migration for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]
    executor.recorder.ensure_schema()
    emit_pre_migrate_signal(0, False, connection.alias)
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
        for migration in plan:
            _run_what_is_no_table(migration, editor)
            for app, name in migration.replaces or [(migration.app_label, migration.name)]:
                executor.recorder.record_applied(app, name)
    executor.check_replacements()
    emit_post_migrate_signal(0, False, connection.alias)


def _run_what_is_no_table(migration: Migration, editor: BaseDatabaseSchemaEditor) -> None:
    for operation in migration.operations:
        if isinstance(operation, RunPython) and operation.hints.get(ALSO_WHEN_EMPTY):
            operation.code(cast(StateApps, apps), editor)
