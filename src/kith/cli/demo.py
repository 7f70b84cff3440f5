"""`kith demo`: an invented county on this machine, with sign-ins of its own."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone

from kith.apps.installation.queries import installation_facts
from kith.cli.migrate import bring_up_to_date
from kith.cli.serve import run_server
from kith.cli.town import SEED, grow
from kith.kernel.errors import KithError
from kith.kernel.spoken_secrets import new_spoken_secret
from kith.testing.town import plan_town

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

CHILDREN = 60
STORY_WORKERS = ("rowan-achterberg", "priyanka-oduya", "marcus-feld-ibrahim", "gwen-tallis", "jude-oyelaran-finch")
OTHER_ROLES = (
    "front_door",
    "probation_manager",
    "network_adviser",
    "reviewing_officer",
    "designated_officer",
    "quality_assurer",
    "record_officer",
    "business_unit",
    "data_protection_lead",
    "administrator",
)


class CannotDemonstrate(KithError):
    """This database is not for a demonstration."""


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="The first port to try.")] = 8000,
    serve: Annotated[bool, typer.Option(help="Open it, or only make it.")] = True,
) -> None:
    """Make the invented county where the database is empty, and open it on this machine."""
    bring_up_to_date()
    facts = installation_facts()
    if facts.kind and not facts.is_demo:
        raise CannotDemonstrate("This database is live. A demonstration is never made beside real people.")
    if not facts.kind:
        make_county()
    print(sign_in_sheet())
    if serve:
        run_server(port=port)


def make_county() -> None:
    """The county, with sign-ins for the workers of the stories and one worker of each wider role."""
    town = plan_town(SEED, today=timezone.now().date(), children=CHILDREN)
    wider = [next(worker.key for worker in town.workers if worker.role == role) for role in OTHER_ROLES]
    county = grow(CHILDREN, SEED, {key: new_spoken_secret() for key in (*STORY_WORKERS, *wider)})
    keep(county.sign_ins)


def sheet_path() -> Path:
    return Path(settings.DATA_DIR) / "demo-sign-ins.json"


def keep(sign_ins: tuple[tuple[str, str, str], ...]) -> None:
    handle = os.open(sheet_path(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(sign_ins, file)


def sign_in_sheet() -> str:
    """This installation's own demo sign-ins; they are made once and belong to nobody real."""
    try:
        sign_ins = json.loads(sheet_path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return "The list of demo sign-ins is gone. Remove the var folder and run make demo again for new ones."
    width = max(len(email) for email, _, _ in sign_ins)
    lines = [f"  {email:<{width}}  {password:<36}  {who}" for email, password, who in sign_ins]
    return "\n".join(["Sign in as one of these invented workers:", *lines, ""])
