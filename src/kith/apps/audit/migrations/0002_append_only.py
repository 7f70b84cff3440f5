"""Triggers that refuse to change or delete audit rows, on both databases."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kith.apps.audit.append_only import add_triggers, drop_triggers


def add(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    add_triggers(schema_editor.execute, schema_editor.connection.vendor)


def drop(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    drop_triggers(schema_editor.execute, schema_editor.connection.vendor)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(add, drop)]
