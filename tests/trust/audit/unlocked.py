"""A record without its triggers: what somebody could do who owns the database."""

from django.db import connection

from kith.apps.audit.append_only import TABLES


def take_triggers_away() -> None:
    """Inside a test's own transaction, which puts them back."""
    with connection.cursor() as cursor:
        for table in TABLES:
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER {table}_append_only ON {table}")
            else:
                cursor.execute(f"DROP TRIGGER {table}_no_update")
                cursor.execute(f"DROP TRIGGER {table}_no_delete")
