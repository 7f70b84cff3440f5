"""Whether a command on the server acts, and not a person who signed in: each row that it writes says so."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

_command: ContextVar[str] = ContextVar("audit_command", default="")


@contextmanager
def from_command(name: str) -> Iterator[None]:
    """Whom it names as the doer is taken at its word by whoever runs it."""
    token = _command.set(name)
    try:
        yield
    finally:
        _command.reset(token)


def told_by() -> Mapping[str, str]:
    """What a row says of it beside its own facts."""
    name = _command.get()
    return {"by_command": name} if name else {}
