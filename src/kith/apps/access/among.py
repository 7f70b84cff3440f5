"""Asking of each row whether its key is in a large set, in the words that each database answers fastest."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Func, QuerySet
from django.db.models.sql.compiler import SQLCompiler


class IsAmong(Func):
    """Whether the key in a column is among those that a query finds.

    `IN` is right for SQLite. PostgreSQL makes a join of it, reads whole tables for that and sorts everybody there is
    to show fifty. Here it gathers the keys once, as ranges, which it can search by halves; so it can walk a list in
    the order that is asked for, and stop when the page is full.
    """

    template = "(%(column)s IN %(keys)s)"
    template_of_ranges = (
        "(%(column)s <@ (SELECT COALESCE(range_agg(int8range(key, key, '[]')), '{}') FROM %(keys)s found(key)))"
    )
    output_field = BooleanField()

    def __init__(self, column: str, keys: QuerySet[Any, Any]) -> None:
        super().__init__(column, keys)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *_: Any, **how: Any) -> tuple[str, Any]:
        (column, of_column), (keys, of_keys) = (compiler.compile(part) for part in self.get_source_expressions())
        return how.get("template", self.template) % {"column": column, "keys": keys}, (*of_column, *of_keys)

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_: Any) -> tuple[str, Any]:
        return self.as_sql(compiler, connection, template=self.template_of_ranges)
