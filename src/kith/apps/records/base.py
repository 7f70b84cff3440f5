"""Base classes of stored rows, which change only inside a deed or a load; the one door to this app."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Protocol, Self

from django.db import models
from django.db.models.base import ModelState

from kith.apps.records.field_sealing import open_sealed, seal
from kith.apps.records.gate import ChangedOutsideDeed, open_gate, require_gate
from kith.apps.records.inserting import Row, insert_all, insert_values, insert_with_keys
from kith.apps.records.prepared import Prepared, Written, prepared
from kith.apps.records.remembering import asked_once, each_remembered, one_memory, remembered
from kith.apps.records.sealing import CannotOpen, open_bytes, seal_bytes
from kith.apps.records.taken_along import ON_A_DEVICE_FOR, called_there, new_queue_key, queue_key_in
from kith.kernel.errors import KithError
from kith.kernel.refs import new_ref

__all__ = [
    "ON_A_DEVICE_FOR",
    "Aggregate",
    "CannotOpen",
    "ChangedOutsideDeed",
    "Guarded",
    "Prepared",
    "Record",
    "Row",
    "SortKeyField",
    "StaleVersion",
    "Written",
    "asked_once",
    "called_there",
    "each_remembered",
    "insert_all",
    "insert_values",
    "insert_with_keys",
    "new_queue_key",
    "next_ref",
    "one_memory",
    "open_bytes",
    "open_gate",
    "open_sealed",
    "prepared",
    "queue_key_in",
    "refs_from",
    "remembered",
    "require_version",
    "seal",
    "seal_bytes",
]

_ref_source: ContextVar[Callable[[], str]] = ContextVar("ref_source", default=new_ref)


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


class GuardedQuerySet(models.QuerySet[Any]):
    """Refuses every bulk way around `save` unless the gate is open."""

    def update(self, **changes: Any) -> int:
        require_gate(self.model, "updated")
        return super().update(**changes)

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> Any:
        require_gate(self.model, "created")
        return super().bulk_create(objs, *args, **options)

    def bulk_update(self, objs: Any, *args: Any, **options: Any) -> int:
        require_gate(self.model, "updated")
        return super().bulk_update(objs, *args, **options)

    def delete(self) -> tuple[int, dict[str, int]]:
        require_gate(self.model, "deleted")
        return super().delete()


class Guarded(models.Model):
    """A row without a public address."""

    id = models.BigAutoField(primary_key=True)
    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        require_gate(type(self), "saved")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        require_gate(type(self), "deleted")
        return super().delete(*args, **options)

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any], **_: Any) -> Self:
        """Filled at once: Django's own sets field after field, which costs more than to ask the database."""
        row, row_state = cls.__new__(cls), ModelState()
        row_state.db, row_state.adding = db, False
        vars(row).update(zip(field_names, values, strict=True), _state=row_state)
        return row


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
