"""`kith directory`: feeds of services in and out, and the county's own data, each after saying what it will do."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from kith.apps.directory.projections import FeedPlan
from kith.apps.directory.queries import feed_file
from kith.apps.directory.services import bring_in_county_data, load_feed, plan_feed
from kith.cli.acting import acting
from kith.cli.files import bytes_of
from kith.cli.files import write as write_file
from kith.engines.referral_feeds import CannotReadFeed, Reading, read_feed
from kith.kernel.errors import KithError

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Bring feeds of services in (Open Referral UK), write them, and load the county's own data.",
)
MEGABYTES, OVER = 50, ". A feed of that size comes in pages; load them one by one."
By = Annotated[str, typer.Option(help="The e-mail address of the worker who does it.")]


class CannotUseFeedFile(KithError):
    """A file cannot be brought in."""


@app.command()
def load(
    file: Annotated[Path, typer.Argument(help="A feed as JSON, or a folder of its files.")],
    by: By,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and stop.")] = False,
) -> None:
    """Bring a feed in: all of it, or nothing."""
    now = timezone.now()
    with acting("directory load", by, now) as actor:
        reading = read(file)
        print(said(plan_feed(by=actor, reading=reading, now=now)))
        if dry_run:
            print("Nothing was stored: this was a dry run.")
            return
        written = load_feed(by=actor, reading=reading, now=now)
        print(f"Done. {written:,} {'entry' if written == 1 else 'entries'} written.")


@app.command()
def write(file: Annotated[Path, typer.Argument(help="Where the feed goes.")], by: By) -> None:
    """Write everything that stands in the directory as Open Referral UK."""
    now = timezone.now()
    with acting("directory write", by, now) as actor:
        data = feed_file(actor, now=now)
    write_file(file, data)
    print(f"Written: {file.name}.")


@app.command()
def county(file: Annotated[Path, typer.Argument(help="Thresholds, areas, words or settings as TOML.")], by: By) -> None:
    """Load the county's own data as a new version."""
    now = timezone.now()
    with acting("directory county", by, now) as actor:
        kept = bring_in_county_data(by=actor, data=_bytes_of(file), name=file.name, now=now)
    print("Loaded." if kept else "This version stands already; nothing was changed.")


def read(file: Path) -> Reading:
    """The feed of a file, or of every JSON file of a folder; its faults are said one a line."""
    files = sorted(file.glob("*.json")) if file.is_dir() else [file]
    if not files:
        raise CannotUseFeedFile(f"There is no JSON file in {file.name}.")
    try:
        return read_feed([(one.name, _bytes_of(one)) for one in files])
    except CannotReadFeed as problem:
        faults = "\n".join(problem.faults)
        raise CannotUseFeedFile(f"{file.name} cannot be brought in, and nothing was stored.\n{faults}") from None


def said(plan: FeedPlan) -> str:
    """The dry run in words."""
    counts = f"{len(plan.new):,} new, {len(plan.changed):,} changed, {plan.same:,} the same."
    stays = f"{plan.staying:,} that the feed does not name stay."
    return "\n".join((counts, stays, *plan.warnings))


def _bytes_of(file: Path) -> bytes:
    return bytes_of(file, megabytes=MEGABYTES, over=OVER)
