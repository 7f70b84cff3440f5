"""Keys that a demonstration makes for itself on first run, readable by its owner only."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from kith.apps.audit.keys import new_audit_key
from kith.apps.files.keys import new_file_key
from kith.apps.records.field_keys import new_field_key


def own_secret(data_dir: Path) -> str:
    """This installation's own session key, made once."""
    return _made_once(data_dir / "session.key", lambda: secrets.token_urlsafe(48))


def own_audit_key(data_dir: Path) -> str:
    """This installation's own audit key, made once: without it, what the audit record sealed cannot be read."""
    return _made_once(data_dir / "audit.key", new_audit_key)


def own_file_key(data_dir: Path) -> str:
    """This installation's own key of stored files, made once: without it, none of them can be opened."""
    return _made_once(data_dir / "files.key", new_file_key)


def own_field_key(data_dir: Path) -> str:
    """This installation's own field key, made once: without it, second steps of signing in have to be added anew."""
    return _made_once(data_dir / "field.key", new_field_key)


def _made_once(path: Path, make: Callable[[], str]) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(make())
    return path.read_text(encoding="ascii")
