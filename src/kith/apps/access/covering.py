"""Asking of every row whether a seal covers it, with SQL that is written once for many questions.

A page asks this of a dozen tables. Django would build the same three subqueries anew each time, which took a third of
the time of the whole page.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Func, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from kith.apps.records.base import Written


def written(query: QuerySet[Any, Any]) -> Written:
    sql, params = query.order_by().query.sql_with_params()
    return Written(sql, tuple(params))


def uncovered(rows: QuerySet, closed: Written) -> QuerySet:
    """Rows that have a ref of their own which the query of closed refs does not find."""
    return rows.filter(~IsCovered("ref", closed))


class IsCovered(Func):
    """Whether the value of a column is among the `record_ref` that a written query finds."""

    template = "EXISTS(SELECT 1 FROM (%(refs)s) closed WHERE closed.record_ref = %(expressions)s)"
    output_field = BooleanField()

    def __init__(self, column: str, refs: Written) -> None:
        super().__init__(column)
        self.refs = refs

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *_: Any, **__: Any) -> tuple[str, Any]:
        sql, params = super().as_sql(compiler, connection, refs=self.refs.sql)
        return sql, (*self.refs.params, *params)
