"""`kith draw`: a family file becomes a picture or a description, without any database."""

import datetime as dt
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kith.apps.networks.rules import kin_words
from kith.cli.draw_for_paper import ForPaper
from kith.engines.drawing.compose import draw as draw_network
from kith.engines.drawing.formats import READS, read
from kith.engines.drawing.network import Network
from kith.engines.drawing.output import family_json as family_record
from kith.engines.drawing.output import story, to_layout_json, to_svg, to_text
from kith.kernel.errors import KithError

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

FORMS = (".svg", ".png", ".pdf", ".txt")


class CannotDraw(KithError):
    """The command was asked for something it cannot do."""


@app.command()
def draw(
    file: Annotated[Path, typer.Argument(help=f"A family file: {READS}.")],
    out: Annotated[Path, typer.Option(help="Where to write: X.svg, X.png, X.pdf or X.txt.")],
    about: Annotated[str, typer.Option(help="The file's own id of the person at the centre.")] = "",
    on: Annotated[str, typer.Option(help="The day on which ages are counted, as 2026-11-24.")] = "",
    paper: Annotated[str, typer.Option(help="For a PDF, or a PNG for a document: a4, a3, a2 or a1.")] = "",
    tiles: Annotated[bool | None, typer.Option(help="A PDF at 100 % on many sheets, or on one however small.")] = None,
    layout_json: Annotated[Path | None, typer.Option(help="Also write where everything stands.")] = None,
    family_json: Annotated[Path | None, typer.Option(help="Also write the family as it was read.")] = None,
) -> None:
    """Draw everybody in FILE once. Families that are not connected stand side by side."""
    if out.suffix not in FORMS:
        raise CannotDraw(f"Kith writes {', '.join(FORMS)} files. Let the name after --out end with one of them.")
    for_paper = ForPaper(paper.lower(), tiles)
    for_paper.check(out.suffix)
    network, day = read_family(file, about), day_of(on)
    if family_json:
        write(family_json, _json(family_record(network)))
    if out.suffix == ".txt":
        write(out, to_text(network, on=day, kin=kin_words(network)).encode())
    if out.suffix != ".txt" or layout_json:
        draw_picture(network, day, out, layout_json, for_paper)


def draw_picture(
    network: Network, day: dt.date | None, out: Path, layout_json: Path | None, for_paper: ForPaper
) -> None:
    kin = kin_words(network)
    drawing = draw_network(network, about=network.about, on=day, kin=kin)
    if layout_json:
        write(layout_json, _json(to_layout_json(drawing)))
    if out.suffix == ".svg":
        write(out, to_svg(drawing).encode())
    if out.suffix == ".png":
        write(out, for_paper.png(drawing))
    if out.suffix == ".pdf":
        write(out, for_paper.pdf(drawing, story(network, on=day, kin=kin)))


def read_family(file: Path, about: str) -> Network:
    """The network of a file, with the person at the centre; warnings go to the error stream."""
    network, warnings = read_file(file)
    for warning in warnings:
        print(warning, file=sys.stderr)
    if not about:
        return network
    if all(person.id != about for person in network.persons):
        raise CannotDraw(f"Nobody in this file has the id {about}. Ids are written as in the file, without @ signs.")
    return replace(network, about=about)


def read_file(file: Path) -> tuple[Network, tuple[str, ...]]:
    try:
        data = file.read_bytes()
    except OSError as problem:
        raise CannotDraw(f"{file.name} cannot be opened: {(problem.strerror or 'unknown reason').lower()}.") from None
    reading = read(data, name=file.name)
    return reading.network, (*reading.warnings, *reading.network.notes)


def day_of(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise CannotDraw(f"{text} is not a day. Write it as 2026-11-24.") from None


def write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as problem:
        raise CannotDraw(f"{path.name} cannot be written: {(problem.strerror or 'unknown reason').lower()}.") from None


def _json(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False, indent=1).encode()
