"""`kith migrate`: the database is brought up to date."""

import typer
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def migrate() -> None:
    """Bring the database up to date. Safe to run twice."""
    bring_up_to_date()


def bring_up_to_date() -> None:
    """SQLite forgets what it knew of a table that a migration rebuilt, and then reads lists the long way round."""
    is_changed = waiting_migrations() > 0
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    if is_changed:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def waiting_migrations() -> int:
    """How many changes of the database are not made yet."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
