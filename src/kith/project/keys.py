"""Keys that an installation makes for itself on first run, readable by its owner only."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from kith.apps.records.keys import KeyKind, new_key


def own_secret(data_dir: Path) -> str:
    """This installation's own session key, made once."""
    return _made_once(data_dir / "session.key", lambda: secrets.token_urlsafe(48))


def own_key(kind: KeyKind, data_dir: Path) -> str:
    """This installation's own key of a kind, made once: without it, nothing that it protects can be read."""
    return _made_once(data_dir / kind.own_file, new_key)


def _made_once(path: Path, make: Callable[[], str]) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(make())
    return path.read_text(encoding="ascii")
