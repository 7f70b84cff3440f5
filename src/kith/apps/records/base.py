"""Base classes of stored rows, and the gate that lets them change only inside a deed or a load."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from operator import attrgetter
from typing import Any, Protocol

from django.db import DEFAULT_DB_ALIAS, connections, models

from kith.kernel.errors import KithError
from kith.kernel.refs import new_ref

_gate_is_open: ContextVar[bool] = ContextVar("gate_is_open", default=False)
_ref_source: ContextVar[Callable[[], str]] = ContextVar("ref_source", default=new_ref)


class ChangedOutsideDeed(KithError):
    """Stored rows change only inside `deed()` or `load()`, so that no change escapes the audit record."""


@contextmanager
def open_gate() -> Iterator[None]:
    """Only `audit.services` opens the gate, around a transaction that ends with an audit row."""
    token = _gate_is_open.set(True)
    try:
        yield
    finally:
        _gate_is_open.reset(token)


@contextmanager
def refs_from(source: Callable[[], str]) -> Iterator[None]:
    """Draw refs from a seeded source: tests and the invented county stay the same from run to run."""
    token = _ref_source.set(source)
    try:
        yield
    finally:
        _ref_source.reset(token)


def next_ref() -> str:
    return _ref_source.get()()


def _require_gate(model: type[models.Model], verb: str) -> None:
    if not _gate_is_open.get():
        raise ChangedOutsideDeed(f"{model.__name__} cannot be {verb} outside a deed or a load.")


def insert_all(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """Insert many rows whose keys nobody needs to know: half the time of `bulk_create`, which asks for them.

    The rows come as instances, so that defaults and refs are as ever; a value that is not the database's own
    already (a date, a partial date) is prepared by its field.
    """
    database = connections[DEFAULT_DB_ALIAS]
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    in_turn = attrgetter(*(field.attname for field in fields))
    preparing = [(place, field.get_db_prep_save) for place, field in enumerate(fields) if type(field) not in PLAIN]
    values = [list(in_turn(row)) for row in rows]
    for place, prepare in preparing:
        for row_values in values:
            row_values[place] = prepare(row_values[place], database)
    insert_values(model, [field.name for field in fields], values)


def insert_values(model: type[models.Model], fields: Sequence[str], values: Sequence[Sequence[Any]]) -> None:
    """Insert rows given as plain values, in the order of `fields`: texts and numbers that need no preparing."""
    _require_gate(model, "created")
    if not values:
        return
    database = connections[DEFAULT_DB_ALIAS]
    quote = database.ops.quote_name
    column_of = {field.name: str(field.column) for field in model._meta.local_concrete_fields}
    columns = ", ".join(quote(column_of[name]) for name in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 from the model
    with database.cursor() as cursor:
        cursor.executemany(statement, values)


class GuardedQuerySet(models.QuerySet[Any]):
    """Refuses every bulk way around `save` unless the gate is open."""

    def update(self, **changes: Any) -> int:
        _require_gate(self.model, "updated")
        return super().update(**changes)

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> Any:
        _require_gate(self.model, "created")
        return super().bulk_create(objs, *args, **options)

    def bulk_update(self, objs: Any, *args: Any, **options: Any) -> int:
        _require_gate(self.model, "updated")
        return super().bulk_update(objs, *args, **options)

    def delete(self) -> tuple[int, dict[str, int]]:
        _require_gate(self.model, "deleted")
        return super().delete()


class Guarded(models.Model):
    """A row without a public address."""

    id = models.BigAutoField(primary_key=True)
    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        _require_gate(type(self), "saved")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        _require_gate(type(self), "deleted")
        return super().delete(*args, **options)


class Record(Guarded):
    """A row that can be addressed from outside, by its random `ref` and never by its key."""

    ref = models.CharField(max_length=26, unique=True, default=next_ref, editable=False)

    class Meta:
        abstract = True


class Aggregate(Record):
    """A row whose changes are checked against the version the person was looking at."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class Versioned(Protocol):
    """Any row with a version, whether or not it is addressed by a ref of its own."""

    version: int


class StaleVersion(KithError):
    """Somebody else changed this first; both texts are shown and nothing typed is lost."""


def require_version(row: Versioned, expected_version: int) -> None:
    if row.version != expected_version:
        raise StaleVersion("Somebody else changed this while you were writing. Your words are kept below.")


class SortKeyField(models.CharField):
    """A folded key compared byte by byte, so that both databases sort alike."""

    def db_parameters(self, connection: Any) -> dict[str, Any]:
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


# Fields whose Python value is the database's own on both databases.
PLAIN = {
    models.CharField,
    models.TextField,
    models.BooleanField,
    models.PositiveSmallIntegerField,
    models.PositiveIntegerField,
    models.PositiveBigIntegerField,
    models.ForeignKey,
    models.OneToOneField,
    SortKeyField,
}
