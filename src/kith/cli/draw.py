"""`kith draw`: a family file becomes a picture or a description, without any database."""

import datetime as dt
import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kith.apps.networks.rules import kin_words
from kith.cli.draw_for_paper import ForPaper
from kith.cli.files import bytes_of, write
from kith.engines.drawing.compose import draw as draw_network
from kith.engines.drawing.compose import wanted
from kith.engines.drawing.formats import READS, read
from kith.engines.drawing.layers import ALL, NONE, Layers
from kith.engines.drawing.layout import Earlier, Wishes, earlier_layout
from kith.engines.drawing.network import Network
from kith.engines.drawing.output import Passage, story, to_layout_json, to_svg, to_text
from kith.engines.drawing.output import family_json as family_record
from kith.engines.drawing.picture import Drawing
from kith.engines.drawing.routing.feelings import feeling_groups
from kith.engines.drawing.symbols import SymbolSheet, load_sheet, read_sheet
from kith.kernel.errors import KithError

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

FORMS = (".svg", ".png", ".pdf", ".txt")
DEFAULT = "mcgoldrick"
NOBODY: list[str] = []
MOST_PIXELS = 1e6


class CannotDraw(KithError):
    """The command was asked for something it cannot do."""


@app.command()
def draw(
    file: Annotated[Path, typer.Argument(help=f"A family file: {READS}.")],
    out: Annotated[Path, typer.Option(help="Where to write: X.svg, X.png, X.pdf or X.txt.")],
    about: Annotated[str, typer.Option(help="The file's own id of the person at the centre.")] = "",
    on: Annotated[str, typer.Option(help="The day on which ages are counted, as 2026-11-24.")] = "",
    sheet: Annotated[str, typer.Option(help="The signs: mcgoldrick, nsgc, or a sheet of your own, X.toml.")] = DEFAULT,
    feelings: Annotated[str, typer.Option(help="all, none, or kinds and groups, as close,harm.")] = "all",
    homes: Annotated[bool, typer.Option(help="A curve around those who live together.")] = True,
    birth_sex: Annotated[bool, typer.Option(help="Say the sex registered at birth where it differs.")] = False,
    cultures: Annotated[bool, typer.Option(help="Colour and letter for the ethnicity told of each person.")] = False,
    paper: Annotated[str, typer.Option(help="For a PDF, or a PNG for a document: a4, a3, a2 or a1.")] = "",
    tiles: Annotated[bool | None, typer.Option(help="A PDF at 100 % on many sheets, or on one however small.")] = None,
    layout_json: Annotated[Path | None, typer.Option(help="Also write where everything stands.")] = None,
    family_json: Annotated[Path | None, typer.Option(help="Also write the family as it was read.")] = None,
    effort: Annotated[float, typer.Option(help="How long to search: 1 at once, 10 for a print.")] = 1.0,
    together: Annotated[float, typer.Option(help="How many crossings it is worth that partners touch.")] = 4.5,
    before: Annotated[Path | None, typer.Option(help="An earlier --layout-json file, whose places are kept.")] = None,
    edit: Annotated[bool, typer.Option(help="People only in --before were taken out, not hidden.")] = False,
    move: Annotated[list[str], typer.Option(help="With --before: ID=X puts somebody elsewhere.")] = NOBODY,
    twice: Annotated[list[str], typer.Option(help="The id of somebody to draw twice, marked.")] = NOBODY,
    certificate: Annotated[bool, typer.Option(help="Say whether the drawing is proved to be best.")] = False,
    seconds: Annotated[float, typer.Option(help="Stop after so long with the best so far; 0 never.")] = 0.0,
) -> None:
    """Draw everybody in FILE once. Families that are not connected stand side by side."""
    if out.suffix not in FORMS:
        raise CannotDraw(f"Kith writes {', '.join(FORMS)} files. Let the name after --out end with one of them.")
    signs = sheet_named(sheet)
    for_paper = paper_for(out.suffix, paper.lower(), tiles)
    network, day = read_family(file, about), day_of(on)
    told = cultures_of(network) if cultures else {}
    layers = Layers(feelings=feelings_of(feelings, signs), homes=homes, birth_sex=birth_sex, cultures=told)
    wishes = replace(
        kept_of(before, move, is_edit=edit),
        effort=at_least(0.01, effort, "--effort"),
        together=at_least(0, together, "--together"),
        twice=tuple(dict.fromkeys(twice)),
        is_certified=certificate,
        stop=alarm(at_least(0, seconds, "--seconds")),
    )
    if family_json:
        write(family_json, _json(family_record(network)))
    shown, kin = wanted(network, layers, signs), kin_words(network)
    if out.suffix == ".txt":
        write(out, to_text(shown, on=day, kin=kin).encode())
    if out.suffix != ".txt" or layout_json:
        drawing = draw_network(shown, on=day, kin=kin, sheet=signs, layers=layers, wishes=wishes)
        if layout_json:
            write(layout_json, _json(to_layout_json(drawing, kept=wishes.keep)))
        write_picture(drawing, out, for_paper, story(shown, on=day, kin=kin) if out.suffix == ".pdf" else ())
        tell_quality(drawing)


def paper_for(form: str, paper: str, tiles: bool | None) -> ForPaper:
    for_paper = ForPaper(paper, tiles)
    for_paper.check(form)
    return for_paper


def sheet_named(name: str) -> SymbolSheet:
    """One of the sheets that come with Kith, or somebody's own from a file."""
    if not name.endswith(".toml"):
        return load_sheet(name)
    path = Path(name)
    return read_sheet(bytes_of(path).decode(errors="replace"), where=path.name)


def feelings_of(text: str, sheet: SymbolSheet) -> tuple[str, ...]:
    """The kinds and groups asked for; a word that the sheet does not know is refused with those it knows."""
    if text == "none":
        return NONE
    asked = tuple(word.strip() for word in text.split(",") if word.strip())
    known = {*ALL, *sheet.feelings, *sheet.same_feelings, *feeling_groups(sheet)}
    for word in asked:
        if word not in known:
            groups = ", ".join(feeling_groups(sheet))
            raise CannotDraw(
                f'There are no feelings called "{word}". Ask for all, none, a kind such as close, or: {groups}.'
            )
    return asked


def write_picture(drawing: Drawing, out: Path, for_paper: ForPaper, told: tuple[Passage, ...]) -> None:
    if out.suffix == ".svg":
        write(out, to_svg(drawing).encode())
    if out.suffix == ".png":
        write(out, for_paper.png(drawing))
    if out.suffix == ".pdf":
        write(out, for_paper.pdf(drawing, told))


def tell_quality(drawing: Drawing) -> None:
    """What the reader should know about the search, on the error stream."""
    if not drawing.is_finished:
        print("The time was up, so this is the best drawing found so far.", file=sys.stderr)
    if proved := drawing.certificate:
        print(
            f"Couples apart: {proved.apart}, at least {proved.least_apart}. "
            f"Crossings: {proved.crossings}, at least {proved.least_crossings}. "
            f"{'Proved to be best.' if proved.is_best else 'Not proved to be best.'}",
            file=sys.stderr,
        )


def alarm(seconds: float) -> Callable[[], bool]:
    """Says whether the time is up; never, for 0 seconds."""
    if not seconds:
        return bool
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def at_least(least: float, value: float, name: str) -> float:
    if not least <= value < float("inf"):
        raise CannotDraw(f"{name} {value:g} is too small or no number. Give {least:g} or more.")
    return value


def read_earlier(file: Path) -> Earlier:
    try:
        return earlier_layout(json.loads(bytes_of(file)))
    except ValueError:
        raise CannotDraw(f"{file.name} is not JSON; give a file that --layout-json wrote.") from None


def cultures_of(network: Network) -> dict[str, tuple[str, ...]]:
    return {person.id: (person.ethnicity,) for person in network.persons if person.ethnicity}


def kept_of(before: Path | None, moves: Iterable[str], *, is_edit: bool) -> Wishes:
    """What is to stay of an earlier drawing."""
    earlier = with_moves(read_earlier(before) if before else Earlier(), moves)
    return Wishes(before=earlier.places, heights=earlier.heights, keep=earlier.kept, is_edit=is_edit)


def with_moves(earlier: Earlier, moves: Iterable[str]) -> Earlier:
    """The earlier drawing with somebody put elsewhere by hand; they stay there until a drawing without --before."""
    moved: dict[str, float] = {}
    for words in moves:
        person, _, x = words.rpartition("=")
        if person not in earlier.places:
            raise CannotDraw(f"--move {words}: write ID=X, with an id that is in the layout file given by --before.")
        moved[person] = _pixels(x, words)
    return earlier._replace(places={**earlier.places, **moved}, kept={**earlier.kept, **moved})


def _pixels(text: str, words: str) -> float:
    try:
        return at_least(-MOST_PIXELS, min(float(text), MOST_PIXELS), f"--move {words}:")
    except ValueError:
        raise CannotDraw(f"--move {words}: {text} is no number of pixels, as x in the layout file.") from None


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
    reading = read(bytes_of(file), name=file.name)
    return reading.network, (*reading.warnings, *reading.network.notes)


def day_of(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise CannotDraw(f"{text} is not a day. Write it as 2026-11-24.") from None


def _json(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False, indent=1).encode()
