"""The triggers that refuse to change or delete audit rows, on both databases."""

from collections.abc import Callable, Iterator

TABLES = ("audit_auditrow", "audit_auditsubject")

SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END
"""

POSTGRESQL_FUNCTION = """
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'audit rows are never changed'; END $$
"""

POSTGRESQL = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()
"""


def add_triggers(execute: Callable[[str], object], vendor: str) -> None:
    for statement in _creation(vendor):
        execute(statement)


def drop_triggers(execute: Callable[[str], object], vendor: str) -> None:
    if vendor == "postgresql":
        execute("DROP FUNCTION audit_is_append_only() CASCADE")
        return
    for table in TABLES:
        for verb in ("update", "delete"):
            execute(f"DROP TRIGGER {table}_no_{verb}")


def _creation(vendor: str) -> Iterator[str]:
    if vendor == "postgresql":
        yield POSTGRESQL_FUNCTION
        yield from (POSTGRESQL.format(table=table) for table in TABLES)
    else:
        yield from (SQLITE.format(table=table, verb=verb) for table in TABLES for verb in ("update", "delete"))
