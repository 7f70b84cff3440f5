"""Keys that an installation makes for itself on first run, readable by its owner only."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from kith.apps.records.keys import new_key


def own_secret(path: Path) -> str:
    """This installation's own session key, made once."""
    return _made_once(path, lambda: secrets.token_urlsafe(48))


def own_key(path: Path) -> str:
    """This installation's own key of a kind, made once: without it, nothing that it protects can be read."""
    return _made_once(path, new_key)


def _made_once(path: Path, make: Callable[[], str]) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(make())
    return path.read_text(encoding="ascii")
