"""The table of commands; each is imported only when it is called, so that drawing a file starts at once."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Command:
    """A sub-command: one line of help, and whether it needs the platform (settings and database)."""

    says: str
    needs_platform: bool = True


COMMANDS = {
    "demo": Command("Make the invented county and open it on this machine"),
    "found": Command("Found a live installation: its first agency and two administrators"),
    "enrol": Command("Enter somebody new, without a role, with a code for their first sign-in"),
    "agencies": Command("Add agencies and teams, and say who is in which team"),
    "serve": Command("Run the web server and one worker"),
    "worker": Command("Run what is due by the timetable; kith serve starts one"),
    "migrate": Command("Bring the database up to date"),
    "draw": Command("Draw a family file as SVG, PNG, PDF or text", needs_platform=False),
    "convert": Command("Write a family file in another form, and say what that loses", needs_platform=False),
    "chronology": Command("Merge chronologies of several agencies into one", needs_platform=False),
    "due": Command("Say when something is due by a rule of practice", needs_platform=False),
    "load": Command("Bring a family file into a child's network"),
    "directory": Command("Bring feeds of services in, and write them"),
    "staff": Command("Load the staff list, to find workers who are close to a family"),
    "town": Command("Grow the invented county in an empty database"),
    "audit": Command("Verify the audit record, and sign its heads for a second agency"),
    "doctor": Command("Say what is installed, what is missing, and what it means"),
}


def load_command(name: str) -> Callable[..., Any]:
    if COMMANDS[name].needs_platform:
        prepare_platform()
    app: Callable[..., Any] = import_module(f"kith.cli.{name}").app
    return app


def database_errors() -> tuple[type[Exception], ...]:
    """What a database may raise; nothing while no database was asked for."""
    return tuple(e for e in (getattr(sys.modules.get("django.db"), "DatabaseError", None),) if e)


def prepare_platform() -> None:
    """Start Django; a setting that cannot be understood is said in one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.project.settings")
    import django

    django.setup()
