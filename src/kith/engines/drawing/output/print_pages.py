"""The pages of a print as HTML with its pictures beside it: the picture, its key, and the family in sentences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from kith.engines.drawing.output.key_panel import picture_height, picture_width
from kith.engines.drawing.output.markup import Value, element, escaped, group, number, text
from kith.engines.drawing.output.sheets import HEADING, MARGIN, OVERLAP, Sheets, Tile, plan_sheets
from kith.engines.drawing.output.svg import to_svg
from kith.engines.drawing.output.text import Passage
from kith.engines.drawing.output.window import through_window
from kith.engines.drawing.picture import Box, Drawing, KeyEntry, Size, Symbol
from kith.engines.drawing.symbols.sheet import sheet_of
from kith.kernel.palette import colour

SCHEME = "kith:"  # addresses that only the one who makes the pages can answer
OVERVIEW = 90.0  # mm, the tallest that the small picture of all the sheets may be
NUMBER = 0.022  # of the width of the overview, the size of a sheet's number
KEY_WIDTH = 640.0  # pixels, of a key that stands by itself
MARK, MARK_GAP = 4.0, 1.0  # mm, of a cut mark and from it to the picture
HOW_TO_JOIN = (
    "Cut each sheet along the marks on its left and at its top, and lay it over the sheet before it as far as the "
    "dotted marks. The lines of the picture then meet."
)


@dataclass(frozen=True, slots=True)
class PrintPages:
    """A document, and the pictures it asks for by name (`kith:` and the name)."""

    html: str
    pictures: dict[str, str]


def plan_for(drawing: Drawing, *, paper: str = "a4", spread: bool | None = None) -> Sheets:
    """The sheets for a drawing: a single one carries the key below the picture if both can be read there.

    Else the key stands on a page before the sheets, and no sheet is added for the empty margin of the picture.

    >>> plan_for(Drawing(title="", description="", width=2400, height=600)).note
    'This picture is spread over 2 sheets of A4, 1 down and 2 across, so that it can be read.'
    """
    sizes = sheet_of(drawing.sheet).sizes
    smallest = min(sizes.fact, sizes.name)
    whole = Size(picture_width(drawing), picture_height(drawing))
    plan = plan_sheets(whole, smallest, paper=paper, spread=spread)
    if plan.count == 1:
        return plan
    held = Size(drawing.width - drawing.margin, drawing.height - drawing.margin)
    return replace(plan_sheets(held, smallest, paper=paper, spread=spread), carries_key=False)


def print_pages(drawing: Drawing, passages: Iterable[Passage], plan: Sheets, *, stamp: str = "") -> PrintPages:
    """The whole print. `stamp` stands at the foot of every page, for example for whom the copy was made."""
    pictures = _pictures(drawing, plan)
    opening = _one_sheet(drawing, plan) if plan.carries_key else _many_sheets(drawing, plan)
    body = "".join((*opening, *_words(drawing.key, passages)))
    head = element("title", {}, escaped(drawing.title)) + element("style", {}, style_of(plan, stamp))
    page = element("head", {}, '<meta charset="utf-8">', head) + element("body", {}, body)
    return PrintPages("<!DOCTYPE html>" + element("html", {"lang": "en-GB"}, page), pictures)


def _pictures(drawing: Drawing, plan: Sheets) -> dict[str, str]:
    if plan.carries_key:
        return {"picture": to_svg(drawing)}
    tiles = list(plan.tiles())
    pictures = {"overview": _overview(drawing, tiles)} | ({"key": to_svg(_key_alone(drawing))} if drawing.key else {})
    for tile in tiles:
        pictures[f"sheet-{tile.number}"] = to_svg(through_window(drawing, tile.window))
        pictures[f"marks-{tile.number}"] = cut_marks(plan, tile)
    return pictures


def _one_sheet(drawing: Drawing, plan: Sheets) -> Iterator[str]:
    size = Size(picture_width(drawing) * plan.scale, picture_height(drawing) * plan.scale)
    heading = element("h1", {}, escaped(drawing.title)) + element("p", {}, escaped(drawing.description))
    yield element("section", {"class": "whole"}, heading, image("picture", _alt(drawing), size))


def _many_sheets(drawing: Drawing, plan: Sheets) -> Iterator[str]:
    yield element("section", {"class": "cover"}, *_cover(drawing, plan))
    for tile in plan.tiles():
        yield element("section", {"class": f"tile tile-{tile.number}"}, *_tile(drawing, plan, tile))


def _cover(drawing: Drawing, plan: Sheets) -> Iterator[str]:
    yield element("h1", {}, escaped(drawing.title))
    yield element("p", {}, escaped(drawing.description))
    if plan.count > 1:
        yield element("p", {}, escaped(plan.note))
        alt = f"The whole picture, small, with the numbers of its {plan.count} sheets."
        yield element("p", {}, image("overview", alt, within(Size(drawing.width, drawing.height), plan.page)))
        yield element("p", {}, HOW_TO_JOIN)
    if drawing.key:
        alone = _key_alone(drawing)
        size = within(Size(picture_width(alone), picture_height(alone)), plan.page)
        yield element("p", {}, image("key", "The key to this picture. It stands in words after the sheets.", size))


def within(picture: Size, page: Size) -> Size:
    scale = min((page.w - 2 * MARGIN) / picture.w, OVERVIEW / picture.h, 0.22)
    return Size(picture.w * scale, picture.h * scale)


def _tile(drawing: Drawing, plan: Sheets, tile: Tile) -> Iterator[str]:
    place = (
        f"Sheet {tile.number} of {plan.count}, row {tile.row}, column {tile.column}" if plan.count > 1 else "Picture"
    )
    yield element("h2", {}, place)
    size = Size(drawing.width * plan.scale, drawing.height * plan.scale)
    left, top = ((tile.window.x - tile.window.w / 2), (tile.window.y - tile.window.h / 2))
    shift = f"margin-left:{-left * plan.scale:.2f}mm;margin-top:{-top * plan.scale:.2f}mm"
    shown = through_window(drawing, tile.window).symbols
    yield element("div", {"class": "pane"}, image(f"sheet-{tile.number}", f"{place}. {_people(shown)}", size, shift))


def _people(symbols: Sequence[Symbol]) -> str:
    names = [" ".join(line.text for line in s.label.lines if line.bold) for s in symbols if s.label]
    return f"It shows {', '.join(names)}." if names else "It shows lines only."


def _words(key: Sequence[KeyEntry], passages: Iterable[Passage]) -> Iterator[str]:
    """Everything that the picture says, as text."""
    told = "".join(f"{element('h2', {}, escaped(p.heading))}{listed(p.sentences)}" for p in passages)
    signs = element("h2", {}, "Key to this picture") + listed(map(_sign, key)) if key else ""
    yield element("section", {"class": "words"}, told, signs)


def listed(sentences: Iterable[str]) -> str:
    items = [element("li", {}, escaped(sentence)) for sentence in sentences]
    return element("ul", {}, *items) if items else ""


def _sign(entry: KeyEntry) -> str:
    sign = {"note": "", "shape": f"{entry.name.replace('_', ' ')}: "}.get(entry.kind, f"{entry.kind}: ")
    said = sign + entry.says
    return said[0].upper() + said[1:]


def _alt(drawing: Drawing) -> str:
    return f"{drawing.description} The sentences after the picture say the same."


def image(name: str, alt: str, size: Size, style: str = "") -> str:
    measured = f"width:{size.w:.2f}mm;height:{size.h:.2f}mm;{style}"
    return element("img", {"src": SCHEME + name, "alt": alt, "style": measured})


def _overview(drawing: Drawing, tiles: Sequence[Tile]) -> str:
    """The picture without words under a grid of numbered sheets."""
    symbols = tuple(replace(symbol, label=None, inside="") for symbol in drawing.symbols)
    hulls = tuple(replace(hull, name=()) for hull in drawing.hulls)
    curves = tuple(replace(curve, word="") for curve in drawing.curves)
    bare = replace(drawing, key=(), symbols=symbols, hulls=hulls, curves=curves, marks=())
    body, end = to_svg(bare).rsplit("</svg>", 1)
    return f"{body}{group('sheets', (_outlined(tile, drawing) for tile in tiles))}</svg>{end}"


def _outlined(tile: Tile, drawing: Drawing) -> str:
    x, y, w, h = tile.window
    left, top = max(0.0, x - w / 2), max(0.0, y - h / 2)
    right, bottom = min(drawing.width, x + w / 2), min(drawing.height, y + h / 2)
    size = drawing.width * NUMBER
    tint = colour("reed")
    outline: dict[str, Value] = {"x": left, "y": top, "width": right - left, "height": bottom - top, "fill": "none"}
    return element("rect", {**outline, "stroke": tint, "stroke-width": size / 10}) + text(
        str(tile.number), left + size / 2, top + size, size=size, fill=tint, bold=True
    )


def _key_alone(drawing: Drawing) -> Drawing:
    """The key by itself: a picture of no height, with whoever bears a sign of the key out of sight."""
    names = {entry.name for entry in drawing.key if entry.kind == "mark"}
    bearers = (s for s in drawing.symbols if names & set(s.marks))
    unseen = tuple(replace(s, box=Box(-2000, -2000, 0, 0), label=None, inside="") for s in bearers)
    return replace(drawing, width=KEY_WIDTH, height=0, symbols=unseen, lines=(), marks=(), hulls=(), curves=())


def cut_marks(plan: Sheets, tile: Tile) -> str:
    """Where a sheet is cut (its left and top, unless nothing lies there) and how far the next one covers it."""
    pane, page = plan.pane, plan.page
    left, top = MARGIN, MARGIN + HEADING
    right, bottom = left + pane.w, top + pane.h
    strokes = []
    if tile.column > 1:
        strokes += [_upright(left, top, bottom)]
    if tile.row > 1:
        strokes += [_level(top, left, right)]
    if tile.column < plan.columns:
        strokes += [_upright(right - OVERLAP, top, bottom, "0.6 0.6")]
    if tile.row < plan.rows:
        strokes += [_level(bottom - OVERLAP, left, right, "0.6 0.6")]
    view = f'viewBox="0 0 {number(page.w)} {number(page.h)}" width="{number(page.w)}mm" height="{number(page.h)}mm"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{"".join(strokes)}</svg>'


def _upright(x: float, top: float, bottom: float, dash: str = "") -> str:
    ends = (top - MARK_GAP, -MARK), (bottom + MARK_GAP, MARK)
    return _stroke("".join(f"M{number(x)} {number(y)}v{number(length)}" for y, length in ends), dash)


def _level(y: float, left: float, right: float, dash: str = "") -> str:
    ends = (left - MARK_GAP, -MARK), (right + MARK_GAP, MARK)
    return _stroke("".join(f"M{number(x)} {number(y)}h{number(length)}" for x, length in ends), dash)


def _stroke(path: str, dash: str) -> str:
    line: dict[str, Value] = {"stroke": colour("ink"), "stroke-width": "0.2", "stroke-dasharray": dash or None}
    return element("path", {"d": path, "fill": "none", **line})


def style_of(plan: Sheets, stamp: str) -> str:
    """The style sheet of every print, the size of these sheets, and what stands at their foot."""
    page = f"{number(plan.page.w)}mm {number(plan.page.h)}mm"
    pane = f"width:{plan.pane.w:.2f}mm;height:{plan.pane.h:.2f}mm"
    back = f"{number(-MARGIN)}mm"  # a page's ground is placed from the corner inside its margins
    rules = [
        files(__package__).joinpath("print.css").read_text(encoding="utf-8"),
        f"@page sheet {{ size: {page} }} .pane {{ {pane} }}",
        f"html {{ color: {colour('ink')} }}",
        foot_of(stamp),
    ]
    for tile in () if plan.carries_key else plan.tiles():
        marks = f"background: url({SCHEME}marks-{tile.number}) {back} {back} / {page} no-repeat"
        rules.append(f"@page s{tile.number} {{ size: {page}; {marks} }} .tile-{tile.number} {{ page: s{tile.number} }}")
    return "\n".join(rules)


def foot_of(stamp: str) -> str:
    """The rule for what stands at the foot of every page."""
    quiet = f"color: {colour('slate')}"
    return f'@page {{ @bottom-left {{ {quiet}; content: "{_quoted(stamp)}" }} @bottom-right {{ {quiet} }} }}'


def _quoted(words: str) -> str:
    """Words as they may stand in a string of a style sheet inside a document: every sign that is not plain as its code.

    >>> _quoted("Ann's </style>")
    'Ann\\\\27 s \\\\3c \\\\2f style\\\\3e '
    """
    return "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in words)
