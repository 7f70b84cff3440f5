"""The typed table of settings, all from the environment and all named KITH_*; an unknown one stops the start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kith.kernel.errors import KithError


class WrongSetting(KithError):
    """A setting is unknown or cannot be understood."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, kind (text, path, list, flag), default, and what it says."""

    name: str
    kind: str
    default: str
    says: str


TABLE = (
    Setting("KITH_DATA_DIR", "path", "var", "Where the embedded database, keys and caches live."),
    Setting(
        "KITH_DATABASE_URL",
        "text",
        "",
        "postgresql://user:password@host:port/name; empty: SQLite in the data directory.",
    ),
    Setting("KITH_SECRET_KEY", "text", "", "Signs sessions. A demonstration makes its own on first run."),
    Setting("KITH_HOSTS", "list", "localhost,127.0.0.1", "Host names this installation answers to."),
    Setting("KITH_LOG_LEVEL", "text", "INFO", "How much is logged: DEBUG, INFO, WARNING or ERROR."),
    Setting("KITH_TEST_DATABASE_URL", "text", "", "A PostgreSQL server for the tests; set by `make test`."),
)


def read_environment(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Every setting with its value or default."""
    known = {setting.name for setting in TABLE}
    unknown = sorted(name for name in environ if name.startswith("KITH_") and name not in known)
    if unknown:
        raise WrongSetting(f"There is no setting {unknown[0]}. The settings are {', '.join(sorted(known))}.")
    return {setting.name: environ.get(setting.name, setting.default) for setting in TABLE}


SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=8000;"  # 64 MB of pages; a checkpoint every 32 MB
)


def sqlite_database(path: Path) -> dict[str, object]:
    """The embedded database: durable on power loss, and one writer at a time by design."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def postgresql_database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise WrongSetting("KITH_DATABASE_URL must look like postgresql://user:password@host:port/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
    }
