"""`kith convert`: a family file becomes one of another form, and whatever that form cannot say is said here."""

from pathlib import Path
from typing import Annotated

import typer

from kith.cli.draw import read_family
from kith.cli.files import write as write_file
from kith.engines.drawing.formats import FORMS, READS
from kith.engines.drawing.formats import write as write_network

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

FORM_NAMES = ", ".join(f"{name} ({form.called})" for name, form in FORMS.items())


@app.command()
def convert(
    file: Annotated[Path, typer.Argument(help=f"A family file: {READS}.")],
    to: Annotated[str, typer.Option(help=f"The form to write: {FORM_NAMES}.")],
    out: Annotated[Path, typer.Option(help="Where to write it.")],
) -> None:
    """Write the family in FILE in another form, and say everything that this form has no place for."""
    network = read_family(file, "")
    written = write_network(network, to=to)
    write_file(out, written.data)
    print(f"{len(network.persons):,} people were written to {out.name} as {FORMS[to].called}.")
    for loss in written.losses:
        print(loss)
