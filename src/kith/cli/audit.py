"""`kith audit`: whether the audit record holds, its heads for a second agency, its keys and its journal."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone
from rich.progress import Progress, TaskID

from kith.apps.agencies.projections import Operator
from kith.apps.audit.projections import BrokenLink, RecordCheck
from kith.apps.audit.queries import check_record, head_key, rows_on_record, signed_heads
from kith.apps.audit.services import add_heads, chain_journal, heads_in, rewrap_keys
from kith.apps.records.keys import new_key

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Verify the audit record, sign its heads, and look after its keys.",
)

BROKEN = 1
PATIENCE = 2  # seconds before a bar is shown


@app.command()
def verify(
    head: Annotated[list[Path] | None, typer.Option(help="Signed heads, a file or a folder; several times.")] = None,
    key: Annotated[str, typer.Option(help="The public key the heads must be signed with.")] = "",
) -> None:
    """Say whether the record holds: exit code 0 where it does, 1 where it does not."""
    heads = [one for place in head or [] for one in heads_in(place, key=key)]
    with bar_when_slow(rows_on_record()) as bar:
        check = check_record(heads, progress=bar.show)
    for fault in check.faults:
        print(f"The audit record does not hold. {where(fault)}: {fault.fault}.")
    if check.faults:
        raise typer.Exit(BROKEN)
    print(said(check))


@app.command(name="head")
def sign_heads(
    output: Annotated[Path, typer.Option(help="The file to write to; heads are added to one that is there.")],
    chain: Annotated[list[str] | None, typer.Option(help="The chain; left out, every chain.")] = None,
) -> None:
    """Write where each chain ends now, signed, for another agency to keep. The public key is printed."""
    heads = signed_heads(chain or (), now=timezone.now())
    add_heads(output, heads)
    print(f"{number(len(heads), 'head')} in {output.name}. Public key: {head_key()}")


@app.command()
def recover() -> None:
    """Bring looks from the emergency journal onto the record. Safe to run twice."""
    found = chain_journal(by=Operator(), now=timezone.now())
    print(f"{number(found.chained, 'look')} from the emergency journal went onto the record.")
    if found.fault:
        print(f"The emergency journal does not hold: {found.fault}. It is kept beside the data as it is.")
        raise typer.Exit(BROKEN)


@app.command(name="new-key")
def print_new_key() -> None:
    """Print a new audit key, to be put in front of the one in KITH_AUDIT_KEY."""
    print(new_key())


@app.command()
def rewrap() -> None:
    """Wrap the keys of all subjects under the first key of KITH_AUDIT_KEY. Safe to run twice."""
    done = rewrap_keys(by=Operator(), now=timezone.now())
    print(f"{number(done, 'key')} wrapped under the audit key in use.")


def where(fault: BrokenLink) -> str:
    return f"Chain {fault.chain}, row {fault.sequence:,}" if fault.chain else "Beside the chains"


def said(check: RecordCheck) -> str:
    agree = f" {number(check.heads, 'signed head')} held against it." if check.heads else ""
    return f"The audit record holds: {number(check.rows, 'row')} in {number(check.chains, 'chain')}.{agree}"


def number(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


class Bar:
    """A progress bar that appears only once the work has taken a while."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress, self.total, self.began = progress, total, time.monotonic()
        self.task: TaskID | None = None

    def show(self, done: int) -> None:
        if self.task is None and time.monotonic() - self.began > PATIENCE:
            self.progress.start()
            self.task = self.progress.add_task("Reading the record", total=self.total)
        if self.task is not None:
            self.progress.update(self.task, completed=done)


@contextmanager
def bar_when_slow(total: int) -> Iterator[Bar]:
    bar = Bar(Progress(transient=True), total)
    try:
        yield bar
    finally:
        if bar.task is not None:
            bar.progress.stop()
