"""`kith load`: a family file is brought into a named child's network, after saying what that will do."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone
from rich.progress import Progress

from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import reading as on_record
from kith.apps.files.services import AT_A_TERMINAL, read_family
from kith.apps.people.services import LoadPlan, load_file, plan_file
from kith.apps.sentences.events import COMPARED
from kith.apps.sentences.projections import UnsafeCard
from kith.apps.sentences.queries import unsafe_in
from kith.apps.sentences.services import go_on
from kith.cli.acting import acting
from kith.cli.files import bytes_of
from kith.engines.drawing.formats import READS, Reading
from kith.engines.drawing.network import Network
from kith.kernel.errors import KithError

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


class CannotLoad(KithError):
    """The command was asked for something it cannot do."""


@app.command()
def load(
    file: Annotated[Path, typer.Argument(help=f"A family file: {READS}.")],
    child: Annotated[str, typer.Option(help="The reference of the child: the end of the address of their page.")],
    about: Annotated[str, typer.Option(help="The file's own id of the child.")],
    by: Annotated[str, typer.Option(help="The e-mail address of the worker who loads it.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be created, and stop.")] = False,
    why: Annotated[str, typer.Option("--go-on", help="Why it is loaded although it warns of an unsafe address.")] = "",
) -> None:
    """Bring everybody in FILE into a child's network: all of them, or nobody."""
    now = timezone.now()
    with acting("load", by, now) as actor:
        bring_in(actor, child, read_file(file), about=about, is_dry=dry_run, why=why, now=now)


def bring_in(
    actor: Actor, child: str, found: tuple[bytes, Reading], *, about: str, is_dry: bool, why: str, now: dt.datetime
) -> None:
    """Say what it will do; then do it."""
    data, reading = found
    network = replace(reading.network, about=about)
    plan = plan_file(by=actor, child_ref=child, network=network, data=data, now=now)
    cards = unsafe(actor, child, network, now)
    print("\n".join((said(plan, reading), *(f"Unsafe address. {card.says}" for card in cards))))
    if is_dry:
        print("Nothing was stored: this was a dry run.")
        return
    if cards:
        go_on(by=actor, cards=cards, why=required(why), now=now)
    with Progress(transient=True) as progress:
        bar = progress.add_task("Bringing people in", total=plan.new_people)
        added = load_file(
            by=actor,
            child_ref=child,
            network=network,
            data=data,
            file_format=reading.format,
            now=now,
            progress=lambda done: progress.update(bar, completed=done),
        )
    print(f"Done. {added:,} people are now in the network.")


def unsafe(actor: Actor, child_ref: str, network: Network, now: dt.datetime) -> tuple[UnsafeCard, ...]:
    """What the file would be warned of; that it was compared is on record."""
    with on_record(COMPARED, by=actor, now=now):
        return unsafe_in(actor, child_ref, network, now=now)


def required(why: str) -> str:
    if not why.strip():
        raise CannotLoad(
            "Ring their probation worker or the front door now. If it is so all the same, say why: --go-on."
        )
    return why


def read_file(file: Path) -> tuple[bytes, Reading]:
    data = bytes_of(file)
    return data, read_family(data, name=file.name, limits=AT_A_TERMINAL)


def said(plan: LoadPlan, reading: Reading) -> str:
    """The dry run in words."""
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in plan.tie_kinds)
    kept = ", ".join(f"{number:,} {tag}" for tag, number in reading.kept_by_tag.items())
    lines = [
        f"Read as {reading.format}.",
        f"This brings in {plan.new_people:,} new people and {plan.ties:,} ties ({kinds or 'none'}).",
        f"Kept word for word, because Kith has no room of its own for it: {kept}." if kept else "",
        *reading.warnings,
        *plan.notes,
    ]
    return "\n".join(line for line in lines if line)
