"""The gate that lets stored rows change only inside a deed or a load."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models

from kith.apps.records.remembering import no_memory
from kith.kernel.errors import KithError

_gate_is_open: ContextVar[bool] = ContextVar("gate_is_open", default=False)


class ChangedOutsideDeed(KithError):
    """Stored rows change only inside `deed()` or `load()`, so that no change escapes the audit record."""


@contextmanager
def open_gate() -> Iterator[None]:
    """Only `audit.services` opens the gate, around a transaction that ends with an audit row."""
    token = _gate_is_open.set(True)
    try:
        with no_memory():
            yield
    finally:
        _gate_is_open.reset(token)


def require_gate(model: type[models.Model], verb: str) -> None:
    if not _gate_is_open.get():
        raise ChangedOutsideDeed(f"{model.__name__} cannot be {verb} outside a deed or a load.")
