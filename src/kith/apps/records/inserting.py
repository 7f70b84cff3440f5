"""Inserting many rows at once, from their bare values: an instance for each would cost more than the database."""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models

from kith.apps.records.gate import require_gate

Row = Mapping[str, Any]  # values by the names an instance takes: `person_id`, `kind`, `since`

# How those fields prepare a value whose Python value is the database's own already, on both databases.
PLAIN = {
    kind.get_prep_value
    for kind in (models.CharField, models.TextField, models.BooleanField, models.IntegerField, models.ForeignKey)
}


def insert_all(model: type[models.Model], rows: Iterable[Row]) -> None:
    """Insert many rows whose keys nobody needs to know.

    What a row leaves out has its default, refs are drawn as ever, and a value that is not the database's own
    already (a date, a partial date) is prepared by its field.
    """
    shape = _shape_of(model)
    insert_values(model, [field.name for field in shape.fields], shape.filled(rows))


def insert_with_keys(model: type[models.Model], rows: Iterable[Row]) -> list[int]:
    """Insert many rows as `insert_all` does; their new keys, in order."""
    require_gate(model, "created")
    shape, database = _shape_of(model), connections[DEFAULT_DB_ALIAS]
    names = [field.name for field in shape.fields]
    waiting = shape.filled(rows)
    at_once = max(1, database.ops.bulk_batch_size(shape.fields, waiting))
    keys: list[int] = []
    with database.cursor() as cursor:
        for start in range(0, len(waiting), at_once):
            some = waiting[start : start + at_once]
            values = list(itertools.chain.from_iterable(some))
            cursor.execute(f"{_insertion(model, names, rows=len(some))} RETURNING id", values)
            keys.extend(key for (key,) in cursor.fetchall())
    return keys


def insert_values(model: type[models.Model], fields: Sequence[str], values: Sequence[Sequence[Any]]) -> None:
    """Insert rows given as values in the order of `fields`: texts and numbers that need no preparing."""
    require_gate(model, "created")
    if not values:
        return
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.executemany(_insertion(model, fields), values)


def _insertion(model: type[models.Model], fields: Sequence[str], *, rows: int = 1) -> str:
    quote = connections[DEFAULT_DB_ALIAS].ops.quote_name
    column_of = {field.name: str(field.column) for field in model._meta.local_concrete_fields}
    columns = ", ".join(quote(column_of[name]) for name in fields)
    row = f"({', '.join(['%s'] * len(fields))})"
    return f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES {', '.join([row] * rows)}"  # noqa: S608 from the model


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a new row of a model holds, column by column, unless it says otherwise."""

    fields: Sequence[models.Field]
    defaults: Row
    drawn: Mapping[str, Callable[[], Any]]  # defaults made anew for each row, such as refs
    prepared: Mapping[str, Callable[..., Any]]  # values that are not the database's own

    def filled(self, rows: Iterable[Row]) -> list[list[Any]]:
        """The values of each row in the order of the columns, as the database takes them.

        The same dates come again and again, so each is prepared once.
        """
        database = connections[DEFAULT_DB_ALIAS]
        prepare = {name: cache(partial(how, connection=database)) for name, how in self.prepared.items()}
        return [list(self._filled(row, prepare).values()) for row in rows]

    def _filled(self, row: Row, prepare: Mapping[str, Callable[[Any], Any]]) -> Row:
        values = {**self.defaults, **row}
        if len(values) != len(self.defaults):
            raise TypeError(f"There is no column for {sorted(row.keys() - self.defaults.keys())}.")
        for name, draw in self.drawn.items():
            if name not in row:
                values[name] = draw()
        for name in prepare.keys() & row.keys():
            values[name] = prepare[name](row[name])
        return values


@cache
def _shape_of(model: type[models.Model]) -> _Shape:
    database = connections[DEFAULT_DB_ALIAS]
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    drawn = {f.attname: f.default for f in fields if f.has_default() and callable(f.default)}
    constant = {f.attname: f.get_db_prep_save(f.get_default(), database) for f in fields if f.attname not in drawn}
    return _Shape(
        fields=fields,
        defaults={f.attname: constant.get(f.attname) for f in fields},
        drawn=drawn,
        prepared={f.attname: f.get_db_prep_save for f in fields if type(f).get_prep_value not in PLAIN},
    )
