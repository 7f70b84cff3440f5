"""A scene on paper: the picture on one sheet, or on several so that it can be read, then everything in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from kith.engines.drawing.output.key_panel import SIZE as SMALLEST
from kith.engines.drawing.output.markup import element, escaped
from kith.engines.drawing.output.pdf import written
from kith.engines.drawing.output.print_pages import (
    HOW_TO_JOIN,
    PrintPages,
    cut_marks,
    image,
    listed,
    style_of,
    within,
)
from kith.engines.drawing.output.sheets import (
    MM,
    PAPERS,
    POINT,
    SMALLEST_TEXT,
    CannotFitPaper,
    Sheets,
    Tile,
    pane_of,
    plan_sheets,
    turned,
)
from kith.engines.drawing.picture import Size
from kith.engines.drawing.scenes.arranged import Arranged
from kith.engines.drawing.scenes.arranging import arrange
from kith.engines.drawing.scenes.easy_read import EasyThing, easy_read
from kith.engines.drawing.scenes.keys import signs_of
from kith.engines.drawing.scenes.low_ink import in_low_ink
from kith.engines.drawing.scenes.marked import WIDE, MarkedPhotograph, marked_svg
from kith.engines.drawing.scenes.said import described, said
from kith.engines.drawing.scenes.scene import Scene
from kith.engines.drawing.scenes.svg import to_svg
from kith.kernel.palette import colour

WISHED = {"a4": 10.0, "a3": 14.0}  # points, of the smallest words where there is room for them
LARGE, LEAST_LARGE = 18.0, 10.0
WIDEST, HIGHEST = 178.0, 190.0  # millimetres, of a photograph on A4 with a list below it
NOBODY = "Nobody is on it yet."


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPaper:
    """How a picture is printed: the paper of its sheets, and for whose eyes. Its words stand on A4."""

    paper: str = "a4"
    is_large: bool = False  # 18 points
    is_easy: bool = False  # one thing after the other, which is in large print too
    is_low_ink: bool = False

    @property
    def reads_large(self) -> bool:
        return self.is_large or self.is_easy


def to_pdf(
    scene: Scene,
    how: OnPaper,
    *,
    lead: Sequence[str] = (),
    stamp: str = "",
    photograph: MarkedPhotograph | None = None,
) -> bytes:
    """PDF bytes (PDF/UA-1). `lead` are sentences below the title, `stamp` stands at the foot of every page, and
    `photograph` is the paper map that it was made from, with its marks and their names on a page of its own.

    The same input gives the same bytes. Raises CannotFitPaper for paper that is not known, and CannotMakePdf where this
    computer cannot make one.

    >>> from kith.engines.drawing.output.pdf import missing_for_pdf
    >>> noor = Scene(kind="rings", title="", centre="Noor")
    >>> to_pdf(noor, OnPaper())[:8] if not missing_for_pdf() else b"%PDF-1.7"
    b'%PDF-1.7'
    """
    return written(paper_pages(scene, how, lead=lead, stamp=stamp, photograph=photograph))


def paper_pages(
    scene: Scene,
    how: OnPaper,
    *,
    lead: Sequence[str] = (),
    stamp: str = "",
    photograph: MarkedPhotograph | None = None,
) -> PrintPages:
    """The pages as HTML, and the pictures that they ask for by name."""
    scene = _without_faces(scene) if how.is_low_ink else scene
    arranged, plan = _laid_out(scene, how)
    picture = _picture(arranged, how)
    pictures = {"picture": picture}
    opening = _one_sheet(arranged, plan, lead) if plan.count == 1 else _many_sheets(arranged, plan, lead)
    if plan.count > 1:
        pictures |= {f"sheet-{tile.number}": _through(picture, arranged, tile) for tile in plan.tiles()}
        pictures |= {f"marks-{tile.number}": cut_marks(plan, tile) for tile in plan.tiles()}
    if photograph is not None:
        pictures["photograph"] = marked_svg(photograph)
    body = "".join((*opening, *_on_paper(photograph), *_words(scene, how, lead)))
    head = element("title", {}, escaped(scene.title)) + element("style", {}, _style(plan, how, stamp))
    page = element("head", {}, '<meta charset="utf-8">', head) + element("body", {}, body)
    return PrintPages("<!DOCTYPE html>" + element("html", {"lang": "en-GB"}, page), pictures)


def _without_faces(scene: Scene) -> Scene:
    """A photograph takes more ink than everything else; initials stand in its place."""
    return replace(scene, items=tuple(replace(item, face=None) for item in scene.items))


def _laid_out(scene: Scene, how: OnPaper) -> tuple[Arranged, Sheets]:
    """Arranged for the sheet as it is turned best: on the fewest sheets, and there as large as it can be."""
    if how.paper not in PAPERS:
        raise CannotFitPaper(f"Kith prints on {', '.join(PAPERS)}, not on {how.paper}.")
    wished = max(WISHED.get(how.paper, LARGE), LARGE if how.reads_large else 0) * POINT / SMALLEST
    tries = [_tried(scene, how, page, wished) for page in turned(how.paper)]
    arranged, plan = min(tries, key=lambda tried: (tried[1].count, -tried[1].scale))
    return arranged, replace(plan, carries_key=plan.count == 1)


def _tried(scene: Scene, how: OnPaper, page: Size, wished: float) -> tuple[Arranged, Sheets]:
    pane = pane_of(page)
    arranged = arrange(scene, width=int(pane.w / wished), height=int(pane.h / wished))
    least = LEAST_LARGE if how.reads_large else SMALLEST_TEXT
    size = Size(arranged.width, arranged.height)
    return arranged, plan_sheets(size, SMALLEST * SMALLEST_TEXT / least, paper=how.paper, largest=wished / MM)


def _picture(arranged: Arranged, how: OnPaper) -> str:
    svg = to_svg(arranged)
    return in_low_ink(svg) if how.is_low_ink else svg


def _through(svg: str, arranged: Arranged, tile: Tile) -> str:
    """The picture as it shows through the window of one sheet."""
    x, y, w, h = tile.window
    whole = f'viewBox="0 0 {arranged.width} {arranged.height}" width="{arranged.width}" height="{arranged.height}"'
    part = f'viewBox="{x - w / 2:.2f} {y - h / 2:.2f} {w:.2f} {h:.2f}" width="{w:.2f}" height="{h:.2f}"'
    return svg.replace(whole, part, 1)


def _one_sheet(arranged: Arranged, plan: Sheets, lead: Sequence[str]) -> Iterator[str]:
    size = Size(arranged.width * plan.scale, arranged.height * plan.scale)
    heading = element("h1", {}, escaped(arranged.scene.title)) + element("p", {}, escaped("".join(lead[:1])))
    yield element("section", {"class": "whole"}, heading, image("picture", _alt(arranged), size))


def _on_paper(photograph: MarkedPhotograph | None) -> Iterator[str]:
    """The photograph as large as a sheet of A4 allows, and below it who each number is."""
    if photograph is None:
        return
    scale = min(WIDEST / WIDE, HIGHEST / photograph.high)
    size = Size(WIDE * scale, photograph.high * scale)
    names = listed(f"{mark.number}: {mark.name}" for mark in photograph.marks)
    alt = f"{photograph.title}. The list after it says whom each number stands for."
    title = element("h1", {}, escaped(photograph.title))
    yield element("section", {"class": "words"}, title, element("p", {}, image("photograph", alt, size)), names)


def _many_sheets(arranged: Arranged, plan: Sheets, lead: Sequence[str]) -> Iterator[str]:
    small = within(Size(arranged.width, arranged.height), plan.page)
    paragraphs = [element("p", {}, escaped(words)) for words in (*lead[:1], plan.note)]
    shown = element("p", {}, image("picture", _alt(arranged), small))
    title = element("h1", {}, escaped(arranged.scene.title))
    yield element("section", {"class": "cover"}, title, *paragraphs, shown, element("p", {}, HOW_TO_JOIN))
    for tile in plan.tiles():
        place = f"Sheet {tile.number} of {plan.count}, row {tile.row}, column {tile.column}"
        part = image(f"sheet-{tile.number}", f"{place}. {_shown(arranged, tile)}", plan.pane)
        inside = element("h2", {}, place), element("div", {"class": "pane"}, part)
        yield element("section", {"class": f"tile tile-{tile.number}"}, *inside)


def _shown(arranged: Arranged, tile: Tile) -> str:
    x, y, w, h = tile.window
    names = [
        " ".join(line.text for line in spot.label.lines if line.bold)
        for spot in arranged.spots
        if abs(spot.x - x) <= w / 2 and abs(spot.y - y) <= h / 2
    ]
    return f"It shows {', '.join(names)}." if names else "It shows nobody."


def _alt(arranged: Arranged) -> str:
    return f"{described(arranged.scene)} The words after the picture say the same."


def _words(scene: Scene, how: OnPaper, lead: Sequence[str]) -> Iterator[str]:
    """Everything that the picture says, as text."""
    told = [element("p", {}, escaped(words)) for words in lead]
    parts = list(_easy(scene) if how.is_easy else _list(scene)) or [element("p", {}, NOBODY)]
    signs = listed(sign.says for sign in signs_of(scene))
    key = element("h2", {}, "Key to this picture") + signs if signs else ""
    title = element("h1", {}, escaped(f"In words: {scene.title}"))
    yield element("section", {"class": "words"}, title, *told, *parts, key)


def _list(scene: Scene) -> Iterator[str]:
    for part in said(scene):
        yield element("h2", {}, escaped(part.title)) + listed(line.words for line in part.lines)


def _easy(scene: Scene) -> Iterator[str]:
    for part in easy_read(scene):
        yield element("h2", {}, escaped(part.title))
        yield from map(_easy_thing, part.things)


def _easy_thing(thing: EasyThing) -> str:
    words = [element("p", {}, escaped(line)) for line in thing.lines]
    name = element("p", {"class": "name"}, escaped(thing.name))
    sign = element("div", {"class": "sign"}, escaped(thing.sign))
    return element("div", {"class": "thing"}, sign, element("div", {"class": "told"}, name, *words))


def _style(plan: Sheets, how: OnPaper, stamp: str) -> str:
    """The style sheet of every print, then what is asked for by the reader's eyes."""
    own = files(__package__).joinpath("paper.css").read_text(encoding="utf-8")
    large = f"html {{ font-size: {LARGE:.0f}pt }}" if how.reads_large else ""
    edge = f".sign, .thing {{ border-color: {colour('ink')} }}"
    return "\n".join((style_of(plan, stamp), own, large, edge))
