"""`kith staff`: a staff list is loaded, so that Kith finds workers who are close to a family in their own lives."""

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from kith.apps.access.projections import StaffLine
from kith.apps.access.services import load_staff
from kith.cli.acting import acting
from kith.cli.files import bytes_of
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

COLUMNS = ("email", "born", "address", "postcode")
MEGABYTES, OVER = 5, ", which is no list of staff."


class CannotUseStaffFile(KithError):
    """The file is not a staff list; the message says where."""


@app.command()
def staff(
    file: Annotated[Path, typer.Argument(help=f"A CSV file with the columns {', '.join(COLUMNS)}.")],
    by: Annotated[str, typer.Option(help="The email address of the administrator who does it.")],
) -> None:
    """Load the whole staff list; it takes the place of the one before."""
    now = timezone.now()
    with acting("staff", by, now) as actor:
        count = load_staff(by=actor, lines=read(file), now=now)
    print(f"{count:,} {'worker' if count == 1 else 'workers'} on the list. Delete the file now: Kith does not need it.")


def read(file: Path) -> list[StaffLine]:
    try:
        text = bytes_of(file, megabytes=MEGABYTES, over=OVER).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotUseStaffFile(f"{file.name} is not written in UTF-8. Save it as “CSV UTF-8”.") from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise CannotUseStaffFile(f"The first line has to be: {','.join(COLUMNS)}.")
    try:
        return [_line(row, rows.line_num) for row in rows]
    except csv.Error:
        raise CannotUseStaffFile(f"{file.name}, line {rows.line_num}, cannot be read as CSV.") from None


def _line(row: dict[str, str], number: int) -> StaffLine:
    """Line breaks of an address become spaces."""
    if None in row or None in row.values():
        raise CannotUseStaffFile(f"Line {number} has not {len(COLUMNS)} columns. Put a text with commas in quotes.")
    said = {name: " ".join(row[name].split()) for name in COLUMNS}
    if bool(said["address"]) != bool(said["postcode"]):
        raise CannotUseStaffFile(f"Line {number}: give the address and the postcode, or neither.")
    try:
        return StaffLine(
            email=cleaned(said["email"], limit=LIMITS["email"]),
            born=dt.date.fromisoformat(said["born"]) if said["born"] else None,
            lines=cleaned(said["address"], limit=LIMITS["line"]),
            postcode=cleaned(said["postcode"], limit=LIMITS["postcode"]),
        )
    except ValueError:
        raise CannotUseStaffFile(f"Line {number}: write the day of birth like 1984-03-07.") from None
    except KithError as problem:
        raise CannotUseStaffFile(f"Line {number}: {problem.message}") from None
