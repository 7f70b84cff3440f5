"""`kith migrate`: the database is brought up to date."""

import typer
from django.core.management import call_command
from django.db import connection

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def migrate() -> None:
    """Bring the database up to date. Safe to run twice."""
    bring_up_to_date()


def bring_up_to_date() -> None:
    """SQLite forgets what it knew of a table that a migration rebuilt, and then reads lists the long way round."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
