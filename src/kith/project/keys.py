"""Keys that a demonstration makes for itself on first run, readable by its owner only."""

import os
import secrets
from pathlib import Path


def own_secret(data_dir: Path) -> str:
    """This installation's own session key, made once."""
    path = data_dir / "session.key"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")
