"""`kith town`: the invented county is grown in an empty database."""

import time
from typing import Annotated

import typer
from django.utils import timezone
from rich.progress import Progress

from kith.cli.migrate import bring_up_to_date
from kith.testing.filling import County, fill

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

SEED = 7


@app.command()
def town(
    children: Annotated[int, typer.Option(help="How many children have a case.", min=1, max=200_000)] = 60,
    seed: Annotated[int, typer.Option(help="The same seed grows the same county.")] = SEED,
) -> None:
    """Grow the invented county of Eastmarch. Only an empty database takes it."""
    bring_up_to_date()
    began = time.monotonic()
    county = grow(children, seed, {})
    others, seconds = county.people - county.children, time.monotonic() - began
    print(f"{county.children:,} children and {others:,} people round them, in {seconds:.1f} s.")


def grow(children: int, seed: int, passwords: dict[str, str]) -> County:
    with Progress(transient=True) as progress:
        bar = progress.add_task("Growing the county", total=children)
        return fill(
            children=children,
            seed=seed,
            now=timezone.now(),
            passwords=passwords,
            progress=lambda done: progress.update(bar, completed=done),
        )
