"""`kith agencies`: agencies, teams and who is in which team are added from a file, after saying what that will do."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from kith.apps.access.services import add_agencies, plan_agencies
from kith.cli.load import worker
from kith.kernel.errors import KithError, file_trouble

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

LARGEST = 5 * 1024 * 1024


class CannotReadAgencies(KithError):
    """The file cannot be opened, or is far too large to be one of agencies."""


@app.command()
def agencies(
    file: Annotated[Path, typer.Argument(help="A TOML file of agencies, their teams and who is in them.")],
    by: Annotated[str, typer.Option(help="The email address of the administrator who does it.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and stop.")] = False,
) -> None:
    """Add what FILE names and is not there yet: all of it, or nothing. What it does not name stays."""
    now = timezone.now()
    actor, data = worker(by, now), bytes_of(file)
    lines = plan_agencies(by=actor, data=data, name=file.name, now=now)
    print("\n".join(lines) if lines else "All of this stands already; nothing to change.")
    if dry_run:
        print("Nothing was stored: this was a dry run.")
    elif lines:
        done = add_agencies(by=actor, data=data, name=file.name, now=now)
        print(f"Done. {len(done):,} {'change' if len(done) == 1 else 'changes'}.")


def bytes_of(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise CannotReadAgencies(f"{file.name} is over 5 MB, which is no list of agencies.")
        return file.read_bytes()
    except OSError as problem:
        raise CannotReadAgencies(file_trouble(file.name, "opened", problem)) from None
