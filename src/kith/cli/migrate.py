"""`kith migrate`: the database is brought up to date."""

import typer
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from kith.kernel.errors import KithError

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


class CannotMigrate(KithError):
    """The database cannot be brought up to date; the message says why and what to do."""


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
    refuse_a_broken_past(executor.loader)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def refuse_a_broken_past(loader: MigrationLoader) -> None:
    """One migration may stand for several older ones; Django drops it unsaid where only some of those were made."""
    if left_out := sorted({label for label, _ in loader.disk_migrations.keys() - loader.graph.nodes.keys()}):
        raise CannotMigrate(
            f"This database stopped half-way in an earlier Kith ({', '.join(left_out)}). First bring it up to date "
            "with the version that made it, or begin with an empty one. Nothing was changed."
        )
