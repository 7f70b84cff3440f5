"""Questions that every answer asks: written with the ORM, turned into SQL once, then only given new values.

To turn a question into SQL costs some ten times what the database needs to answer it, and an answer asks thirty.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache, update_wrapper
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Expression, QuerySet
from django.db.models.query import FlatValuesListIterable, ModelIterable, ValuesListIterable, get_related_populators

Question = ParamSpec("Question")
Found = TypeVar("Found")
# Of lists: each is SQL of its own, and longer ones are rare.
LENGTHS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512)


class Written(NamedTuple):
    """A query as SQL with its parameters: also a value, for a question that asks within it."""

    sql: str
    params: tuple[Any, ...]


class Place(Expression):
    """Where a value will stand, or as many values as a list has."""

    def __init__(self, name: str, length: int | None = None) -> None:
        super().__init__()
        self.name, self.length = name, length

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        if self.length is None:
            return "%s", (Blank(self.name),)
        return f"({', '.join(['%s'] * self.length)})", _blanks(self.name, self.length)


class Blank(NamedTuple):
    """A parameter still to be given: by its name, and its number in a list."""

    name: str
    number: int | None = None


class Prepared(Generic[Question, Found]):
    """A question that is asked by keyword, with values that are compared by `=`, `<`, `>` or `in` and no more.

    What the question does with a value in Python it does once. Classes and ranges are part of the question itself.
    """

    def __init__(self, question: Callable[Question, QuerySet[Any, Found]]) -> None:
        update_wrapper(self, question)
        self.question = question
        self.known: dict[object, _Query] = {}

    def __call__(self, *_: Question.args, **values: Question.kwargs) -> list[Found]:
        """The rows."""
        given = {name: _as_given(value) for name, value in values.items()}
        if any(isinstance(value, list) and len(value) > LENGTHS[-1] for value in given.values()):
            return list(self.question(*_, **values))
        return self._query(given).rows(given)

    def written(self, *_: Question.args, **values: Question.kwargs) -> Written:
        """The question itself with these values, for another to ask within it."""
        given = {name: _as_given(value) for name, value in values.items()}
        query = self._query(given)
        return Written(query.sql, query.params(given, connections[query.alias]))

    def _query(self, given: Mapping[str, Any]) -> "_Query":
        shape = tuple((name, _shape(value)) for name, value in given.items())
        found = self.known.get(shape)
        if found is None:
            places: Any = {name: _place(name, value) for name, value in given.items()}
            found = self.known[shape] = _Query(self.question(**places))  # type: ignore[call-arg]
        return found


prepared = Prepared


class _Query:
    """One question as SQL, and how its rows become what the question asked for."""

    def __init__(self, asked: QuerySet[Any, Any]) -> None:
        self.alias = asked.db
        compiler = asked.query.get_compiler(using=self.alias)
        try:
            self.sql, self.wanted = compiler.as_sql()
        except EmptyResultSet:
            self.sql, self.wanted, self.blanks = "", (), []
            return
        self.blanks = [(at, *one) for at, one in enumerate(self.wanted) if isinstance(one, Blank)]
        self.converters = list(compiler.get_converters([s[0] for s in compiler.select[: compiler.col_count]]).items())
        self.shown = _shown(asked, compiler)

    def params(self, given: Mapping[str, Any], connection: Any) -> tuple[Any, ...]:
        values = {name: _adapted(value, connection) for name, value in given.items()}
        found = list(self.wanted)
        for at, name, number in self.blanks:
            found[at] = values[name] if number is None else values[name][number]
        return tuple(found)

    def rows(self, given: Mapping[str, Any]) -> list[Any]:
        if not self.sql:
            return []
        connection = connections[self.alias]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.params(given, connection))
            found: Iterable[Any] = cursor.fetchall()
        return self.shown(_converted(found, self.converters, connection) if self.converters else found)


def _as_given(value: Any) -> Any:
    """Lists are filled up with their last value, which says nothing new in an `in`."""
    if isinstance(value, (str, bytes, range, Written)) or not isinstance(value, Collection):
        return value
    values = list(value)
    if not values or len(values) > LENGTHS[-1]:
        return values
    return values + values[-1:] * (LENGTHS[bisect_left(LENGTHS, len(values))] - len(values))


def _shape(value: Any) -> object:
    match value:
        case Written():
            return value.sql
        case list():
            return "list", len(value)
        case type() | range():
            return value
    return value is None


def _place(name: str, value: Any) -> Any:
    """What is nothing is asked for in other words than what is something."""
    match value:
        case None | [] | type() | range():
            return value
        case Written():
            return Written(value.sql, _blanks(name, len(value.params)))
        case list():
            return Place(name, len(value))
    return Place(name)


def _blanks(name: str, length: int) -> tuple[Blank, ...]:
    return tuple(Blank(name, number) for number in range(length))


def _adapted(value: Any, connection: Any) -> Any:
    """As the database takes it."""
    match value:
        case Written():
            return value.params
        case [dt.date(), *_]:
            return [_adapted(one, connection) for one in value]
        case dt.datetime():
            return _moment(value, connection.alias)
        case dt.date():
            return connection.ops.adapt_datefield_value(value)
    return value


@lru_cache(maxsize=64)
def _moment(value: dt.datetime, alias: str) -> Any:
    """Most of what an answer asks is asked of one moment."""
    return connections[alias].ops.adapt_datetimefield_value(value)


def _converted(rows: Iterable[Any], converters: list[Any], connection: Any) -> Iterator[list[Any]]:
    for row in map(list, rows):
        for number, (steps, expression) in converters:
            for step in steps:
                row[number] = step(row[number], expression, connection)
        yield row


def _shown(asked: Any, compiler: Any) -> Callable[[Iterable[Any]], list[Any]]:
    kind = asked._iterable_class
    if asked.query.annotation_select or asked._known_related_objects or asked._prefetch_related_lookups:
        raise TypeError("Only rows as they are stored can be asked for in prepared words.")
    if kind is ModelIterable:
        return _stored_rows(compiler, asked.db)
    if kind is FlatValuesListIterable:
        return lambda rows: [row[0] for row in rows]
    if kind is ValuesListIterable:
        return lambda rows: [tuple(row) for row in rows]
    raise TypeError("Only rows and lists of values can be asked for in prepared words.")


def _stored_rows(compiler: Any, alias: str) -> Callable[[Iterable[Any]], list[Any]]:
    info = compiler.klass_info
    first, last = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column[0].target.attname for column in compiler.select[first:last]]
    others = get_related_populators(info, compiler.select, alias)  # type: ignore[call-arg] # of the next Django

    def stored(row: Any) -> Any:
        found = info["model"].from_db(alias, names, row[first:last])
        for other in others:
            other.populate(row, found)
        return found

    return lambda rows: [stored(row) for row in rows]
