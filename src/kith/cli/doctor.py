"""`kith doctor`: what is installed, what is missing, and what that means for the people who use it."""

import datetime as dt
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import typer
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from kith.apps.audit.queries import broken_links, is_journal_waiting, missing_keys
from kith.apps.files.services import CannotReadFile, fences
from kith.apps.installation.queries import installation_facts
from kith.apps.upkeep.projections import JobState
from kith.apps.upkeep.queries import job_states
from kith.cli.draw_for_paper import why_no_pdf
from kith.cli.migrate import waiting_migrations
from kith.cli.own_keys import misplaced_keys
from kith.kernel.errors import KithError

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

GOOD, NOTE, BAD = "ok     ", "note   ", "MISSING"
ROOM_NEEDED = 500 * 1024 * 1024
FENCES = ("memory", "time", "writing", "network by the kernel")
OLDEST_SQLITE = (3, 35)
REMEMBERED = dt.timedelta(days=7)  # how long a failure is told of a job that goes well again


class NotWell(KithError):
    """Something that Kith needs is missing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and what it means."""

    state: str
    what: str
    means: str = ""

    def __str__(self) -> str:
        return f"{self.state}  {self.what}" + (f"\n         {self.means}" if self.means else "")


@app.command()
def doctor() -> None:
    """Say what is installed, what is missing, and what it means. Exit code 2 where something needed is missing."""
    findings = list(examine())
    print("\n".join(map(str, findings)))
    if any(finding.state == BAD for finding in findings):
        raise NotWell("Kith cannot work properly until what is missing is there.")


def examine() -> Iterator[Finding]:
    yield python()
    yield packages()
    yield room()
    yield uploads()
    yield from database()
    yield printing()
    yield from optional_parts()


def python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if (3, 11) <= sys.version_info < (3, 14):
        return Finding(GOOD, f"Python {version}")
    return Finding(BAD, f"Python {version}", "Kith needs Python 3.11, 3.12 or 3.13.")


def packages() -> Finding:
    count = sum(1 for _ in metadata.distributions())
    return Finding(GOOD, f"{count} packages, Django {metadata.version('django')}")


def room() -> Finding:
    folder = Path(settings.DATA_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        return Finding(
            BAD, "The data folder cannot be written to", "Nothing can be saved. Give Kith's user the folder."
        )
    free = shutil.disk_usage(folder).free
    if free < ROOM_NEEDED:
        return Finding(BAD, f"{free // 2**20} MB free", "A full disk stops all saving. Make room.")
    return Finding(GOOD, f"Data folder, {free // 2**30} GB free")


def uploads() -> Finding:
    """The fences round whatever reads an uploaded file."""
    try:
        standing = fences()
    except CannotReadFile:
        return Finding(BAD, "Uploaded files cannot be read", "The process that reads them does not start.")
    missing = [fence for fence in FENCES if fence not in standing]
    if missing:
        means = "This system does not provide it. Python's own fences stand, and no real data belongs here."
        return Finding(NOTE, f"Uploaded files are read without the fence: {', '.join(missing)}", means)
    return Finding(GOOD, "Uploaded files are read behind all fences")


def database() -> Iterator[Finding]:
    try:
        yield database_kind()
        yield migrations()
        yield installation()
        yield from own_keys()
        yield audit_chains()
        yield from audit_keys()
        yield from heads_kept()
        yield from jobs()
    except DatabaseError as problem:
        reason = str(problem).splitlines()[0]
        yield Finding(BAD, "The database does not answer", f"{reason}. Nothing can be read or saved until it does.")


def database_kind() -> Finding:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW server_version")
            return Finding(GOOD, f"PostgreSQL {cursor.fetchone()[0]}")
        cursor.execute("PRAGMA synchronous")
        durable = cursor.fetchone()[0] == 2
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < OLDEST_SQLITE or not durable:
        return Finding(BAD, f"SQLite {version}", "Kith needs SQLite 3.35 with full durability.")
    return Finding(GOOD, f"SQLite {version}, durable on power loss")


def migrations() -> Finding:
    if waiting := waiting_migrations():
        return Finding(BAD, f"{waiting} changes of the database are waiting", "Run kith migrate.")
    return Finding(GOOD, "The database is up to date")


def installation() -> Finding:
    facts = installation_facts()
    if not facts.kind:
        return Finding(NOTE, "The database is empty", "kith found begins a live one, make demo an invented county.")
    return Finding(GOOD, f"{'A demonstration' if facts.is_demo else 'A live installation'}: {facts.partnership}")


def own_keys() -> Iterator[Finding]:
    if misplaced := misplaced_keys():
        yield Finding(BAD, "A safe place for the keys", misplaced)


def audit_chains() -> Finding:
    fault = next(broken_links(), None)
    if fault:
        where = f"Row {fault.sequence} of chain {fault.chain}" if fault.chain else "Beside the chains"
        return Finding(BAD, "The audit record does not hold", f"{where}: {fault.fault}. kith audit verify says more.")
    return Finding(GOOD, "The audit record holds")


def audit_keys() -> Iterator[Finding]:
    """What the record needs to be read, and what still has to go onto it."""
    if missing := missing_keys():
        means = f"Give {', '.join(missing)} in KITH_AUDIT_KEY, or what was changed under it stays unreadable."
        yield Finding(BAD, "An audit key is not here", means)
    if is_journal_waiting():
        means = "Looks in an emergency are not on the record yet. Run kith audit recover."
        yield Finding(BAD, "The emergency journal waits", means)


def heads_kept() -> Iterator[Finding]:
    if installation_facts().is_live and not settings.HEADS_DIR:
        means = "Whoever owns this server could write it anew unseen. Give them a folder with KITH_HEADS_DIR."
        yield Finding(NOTE, "No second agency keeps heads of the audit record", means)


def jobs() -> Iterator[Finding]:
    """What Kith does by itself: when each job last ran, and what came of it."""
    now = timezone.now()
    states = job_states(now=now)
    if not any(state.has_run for state in states):
        yield Finding(NOTE, "No regular job has run here yet", "kith serve and kith worker run what is due.")
        return
    worry = BAD if installation_facts().is_live else NOTE
    for state in states:
        yield job(state, worry)
        if state.is_well and state.failed_at and now - state.failed_at < REMEMBERED:
            yield Finding(NOTE, f"{state.says}: failed on {clock(state.failed_at)}, and well since", state.failed_said)


def job(state: JobState, worry: str) -> Finding:
    if state.is_failing and state.failed_at:
        means = f"{state.failed_said} It is tried again by itself; it last went well {clock(state.well_at)}."
        return Finding(worry, f"{state.says}: failed on {clock(state.failed_at)}", means)
    if state.is_late:
        means = f"It last went well {clock(state.well_at)}. Start kith serve or kith worker."
        return Finding(worry, f"{state.says}: late", means)
    if not state.has_run:
        return Finding(NOTE, f"{state.says}: not yet")
    return Finding(GOOD, f"{state.says}: last ran {clock(state.began_at)}. {state.said}")


def clock(moment: dt.datetime | None) -> str:
    return f"{timezone.localtime(moment):%d %B %Y %H:%M}" if moment else "never"


def printing() -> Finding:
    """Whether pictures can be printed, by `kith draw` and from the page of a picture."""
    if why := why_no_pdf():
        return Finding(NOTE, "Pango is not here, so pictures cannot be printed as PDF", why)
    return Finding(GOOD, "Pango, so that pictures can be printed as PDF")


def optional_parts() -> Iterator[Finding]:
    for what, is_there, means in OPTIONAL:
        yield Finding(GOOD, what) if is_there() else Finding(NOTE, f"{what} is not here", means)


def _postgresql() -> bool:
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


OPTIONAL: tuple[tuple[str, Callable[[], bool], str], ...] = (
    (
        "Chromium",
        lambda: shutil.which("chromium") is not None,
        "Only the browser tests need it: apt-get install chromium.",
    ),
    (
        "PostgreSQL's own programs",
        _postgresql,
        "Only the tests need them: apt-get install postgresql. The embedded SQLite serves a small county.",
    ),
)
