"""`kith agencies`: agencies, teams and who is in which team are added from a file, after saying what that will do."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from kith.apps.access.services import add_agencies, plan_agencies
from kith.cli.acting import acting
from kith.cli.files import bytes_of

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

MEGABYTES, OVER = 5, ", which is no list of agencies."


@app.command()
def agencies(
    file: Annotated[Path, typer.Argument(help="A TOML file of agencies, their teams and who is in them.")],
    by: Annotated[str, typer.Option(help="The email address of the administrator who does it.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and stop.")] = False,
) -> None:
    """Add what FILE names and is not there yet: all of it, or nothing. What it does not name stays."""
    now = timezone.now()
    with acting("agencies", by, now) as actor:
        data = bytes_of(file, megabytes=MEGABYTES, over=OVER)
        lines = plan_agencies(by=actor, data=data, name=file.name, now=now)
        print("\n".join(lines) if lines else "All of this stands already; nothing to change.")
        if dry_run:
            print("Nothing was stored: this was a dry run.")
        elif lines:
            done = add_agencies(by=actor, data=data, name=file.name, now=now)
            print(f"Done. {len(done):,} {'change' if len(done) == 1 else 'changes'}.")
