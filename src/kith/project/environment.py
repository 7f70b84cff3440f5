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
    """One setting: its name, kind (text, path, list, flag, number), default, and what it says."""

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
    Setting(
        "KITH_AUDIT_KEY",
        "text",
        "",
        "Seals what the audit record holds; several keys, the one in use first, while keys change.",
    ),
    Setting(
        "KITH_FILE_KEY",
        "text",
        "",
        "Encrypts stored files; several keys, the one in use first, while keys change.",
    ),
    Setting(
        "KITH_FIELD_KEY",
        "text",
        "",
        "Seals secrets of signing in, words kept of a locked form, family copies; several keys, the one in use first.",
    ),
    Setting("KITH_HEADS_DIR", "path", "", "A folder that a second agency keeps: signed heads of the audit record."),
    Setting("KITH_HOSTS", "list", "localhost,127.0.0.1", "Host names this installation answers to."),
    Setting(
        "KITH_LEAVE_TO", "text", "https://www.bbc.co.uk/weather", "Where a family page leads when it is left at once."
    ),
    Setting(
        "KITH_MAIL_URL", "text", "", "smtps://user:password@host:port, smtp://..., or files. Empty: no mail is sent."
    ),
    Setting("KITH_MAIL_FROM", "text", "", "The address that mail comes from."),
    Setting("KITH_PROXIES", "number", "0", "How many servers of yours pass requests on to Kith."),
    Setting("KITH_SECOND_FACTOR", "text", "", "all or offered; empty: all where Kith is live, offered in a demo."),
    Setting("KITH_OIDC_NAME", "text", "", "OpenID Connect: whose sign-in it is, in words for the button."),
    Setting("KITH_OIDC_SERVER", "text", "", "OpenID Connect: the address of the provider. Empty: not offered."),
    Setting("KITH_OIDC_CLIENT", "text", "", "OpenID Connect: the name under which Kith is known there."),
    Setting("KITH_OIDC_SECRET", "text", "", "OpenID Connect: Kith's secret there."),
    Setting("KITH_OIDC_EMAILS", "text", "verified", "verified: only addresses marked so there; trusted: all of them."),
    Setting("KITH_SAML_NAME", "text", "", "SAML: whose sign-in it is, in words for the button."),
    Setting("KITH_SAML_ENTITY", "text", "", "SAML: the entity id of the provider. Empty: not offered."),
    Setting("KITH_SAML_SIGN_IN_URL", "text", "", "SAML: where the provider signs people in."),
    Setting("KITH_SAML_CERTIFICATE", "path", "", "SAML: the file with the certificate that the provider signs with."),
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


BUSY_SECONDS = 5  # the longest that anything waits for a row or the embedded database; then the page says busy

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=8000;"  # 64 MB of pages; a checkpoint every 32 MB
)
STATEMENTS_KEPT = 512  # compiled, by each connection: the pages that people open most ask some three hundred
ASKED_OFTEN = 3  # times, after which PostgreSQL keeps the plan


def sqlite_database(path: Path) -> dict[str, object]:
    """The embedded database: durable on power loss, and one writer at a time by design."""
    return {
        "ENGINE": "kith.project.sqlite",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": BUSY_SECONDS,
            "init_command": SQLITE_PRAGMAS,
            "cached_statements": STATEMENTS_KEPT,
        },
        "CONN_MAX_AGE": None,
    }


def neutral_page(address: str) -> str:
    """Somewhere ordinary and not ours; anything but https would show on the way where somebody came from."""
    if urlsplit(address).scheme != "https" or not urlsplit(address).hostname:
        raise WrongSetting("KITH_LEAVE_TO must be the address of an ordinary page that begins with https://.")
    return address


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """How mail is sent; without a sender none is."""

    backend: str
    sender: str = ""
    folder: str = ""
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    is_tls: bool = False
    begins_tls: bool = False


def mail(env: Mapping[str, str], data_dir: Path) -> Mail:
    """By a server that encrypts, or into files of the data directory to look at; plain only on this machine."""
    address, sender = env["KITH_MAIL_URL"], env["KITH_MAIL_FROM"].strip()
    if not address:
        return Mail(backend="django.core.mail.backends.dummy.EmailBackend")
    if "@" not in sender:
        raise WrongSetting("KITH_MAIL_URL needs KITH_MAIL_FROM: the address that mail comes from.")
    if address == "files":
        return Mail(
            backend="django.core.mail.backends.filebased.EmailBackend", sender=sender, folder=str(data_dir / "mail")
        )
    parts = urlsplit(address)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise WrongSetting(
            "KITH_MAIL_URL must look like smtps://user:password@host:465 or smtp://host:587, or be files."
        )
    is_tls = parts.scheme == "smtps"
    return Mail(
        backend="django.core.mail.backends.smtp.EmailBackend",
        sender=sender,
        host=parts.hostname,
        port=parts.port or (465 if is_tls else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        is_tls=is_tls,
        begins_tls=not is_tls and parts.hostname not in ("localhost", "127.0.0.1", "::1"),
    )


def postgresql_database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise WrongSetting("KITH_DATABASE_URL must look like postgresql://user:password@host:port/name.")
    return {
        "ENGINE": "kith.project.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": {
            "options": f"-c lock_timeout={BUSY_SECONDS * 1000}",
            "server_side_binding": True,
            "prepare_threshold": ASKED_OFTEN,
            "statements_kept": STATEMENTS_KEPT,
        },
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
