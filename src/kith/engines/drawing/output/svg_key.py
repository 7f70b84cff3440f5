"""The key under the picture as SVG: each sign small, and what it says."""

from collections.abc import Iterator

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.output import key_panel
from kith.engines.drawing.output.key import IDENTICAL, PERHAPS_IDENTICAL, RELATED, TWINS
from kith.engines.drawing.output.key_panel import Entry, KeyPanel
from kith.engines.drawing.output.markup import element, text
from kith.engines.drawing.output.svg_curves import curve_parts
from kith.engines.drawing.output.svg_lines import line_markup, path_of, slashes
from kith.engines.drawing.output.svg_symbols import BASE_LINE, LETTER_SIZE, line_attributes, symbol_parts
from kith.engines.drawing.picture import Box, Culture, Drawing, Line, Point, Symbol
from kith.engines.drawing.symbols.cultures import colour_name
from kith.engines.drawing.symbols.sheet import SymbolSheet, sheet_of
from kith.engines.drawing.symbols.styles import HullStyle, LineStyle
from kith.kernel.palette import colour, stroke

SMALL = 17  # side of a symbol in the key
CORNER = 8
DROP = 20  # length of an upright line in the key
LETTER_GAP = 8


def key_parts(drawing: Drawing, panel: KeyPanel, sheet: SymbolSheet) -> Iterator[str]:
    """The panel, its title and every entry."""
    place = {"x": panel.left, "y": panel.top, "width": panel.width, "height": panel.height, "rx": CORNER}
    yield element("rect", {**place, "fill": colour("foam"), "stroke": colour("line")})
    title = Point(panel.left + key_panel.PADDING, panel.top + key_panel.TITLE_ROW / 2 + key_panel.PADDING / 2)
    yield text(
        key_panel.TITLE, title.x, title.y, size=key_panel.TITLE_SIZE, fill=colour("ink"), bold=True, anchor="start"
    )
    for entry in panel.entries:
        yield element("g", {"data-key": entry.sign.name}, *_icon(entry, drawing, sheet), _words(entry))


def _words(entry: Entry) -> str:
    x = entry.at.x + (entry.icon + key_panel.ICON_GAP if entry.icon else 0)
    fill = colour("slate" if entry.sign.kind == "note" else "ink")
    base = entry.at.y + key_panel.SIZE * BASE_LINE
    return text(entry.sign.says, x, base, size=key_panel.SIZE, fill=fill, anchor="start")


def _icon(entry: Entry, drawing: Drawing, sheet: SymbolSheet) -> Iterator[str]:
    sign = entry.sign
    middle = Point(entry.at.x + entry.icon / 2, entry.at.y)
    if sign.kind == "line":
        yield from _line_icon(sheet.line(sign.name), middle, entry.icon, sheet)
    elif sign.kind == "feeling":
        yield from curve_parts(sheet.feelings[sign.name], _level(middle, entry.icon))
    elif sign.kind == "culture":
        yield from _culture_icon(Culture(sign.name, sign.says), middle)
    elif sign.kind == "hull":
        yield _hull_icon(sheet.hulls[sign.name], middle)
    elif sign.kind in ("shape", "mark"):
        yield from symbol_parts(_small_symbol(sign.name, sign.kind == "shape", middle, drawing), sheet)


def _level(middle: Point, width: float) -> list[Point]:
    return [Point(middle.x - width / 2, middle.y), middle, Point(middle.x + width / 2, middle.y)]


def _culture_icon(culture: Culture, middle: Point) -> Iterator[str]:
    place = {"x": middle.x - SMALL / 2, "y": middle.y - SMALL / 2, "width": SMALL, "height": SMALL}
    fill = colour(colour_name(culture))
    yield element("rect", {**place, "fill": fill, **line_attributes(stroke("outline"))})
    base = middle.y + LETTER_SIZE * BASE_LINE
    yield text(culture.letter, middle.x, base, size=LETTER_SIZE, fill=colour("ink"), bold=True)


def _hull_icon(style: HullStyle, middle: Point) -> str:
    place = {"x": middle.x - SMALL * 0.75, "y": middle.y - SMALL / 2, "width": SMALL * 1.5, "height": SMALL, "rx": 5.0}
    fill = colour(style.fill) if style.fill else "none"
    return element("rect", {**place, "fill": fill, **line_attributes(stroke(style.stroke))})


def _small_symbol(name: str, is_shape: bool, middle: Point, drawing: Drawing) -> Symbol:
    """A shape by itself, or a mark on the shape that carries it in this picture."""
    bearer = None if is_shape else next(symbol for symbol in drawing.symbols if name in symbol.marks)
    shape = bearer.shape if bearer else name
    lifted = sheet_of(drawing.sheet).shapes[shape].middle * SMALL / 2
    box = Box(middle.x, middle.y - lifted, SMALL, SMALL)
    inside = "" if bearer else sheet_of(drawing.sheet).shapes[shape].inside
    return Symbol(person="", box=box, shape=shape, marks=(name,) if bearer else (), inside=inside)


def _line_icon(style: LineStyle, middle: Point, width: float, sheet: SymbolSheet) -> Iterator[str]:
    if style.name in (TWINS, PERHAPS_IDENTICAL, IDENTICAL):
        yield from _fork(style, middle)
    elif style.name.startswith("descent"):
        yield from _upright(style, middle, width)
    else:
        ends = Point(middle.x - width / 2, middle.y), Point(middle.x + width / 2, middle.y)
        yield line_markup(Line(kind=style.name, points=ends, doubled=style.name == RELATED), sheet)
        if style.sign:
            yield slashes(middle, style.sign, height=SMALL)


def _upright(style: LineStyle, middle: Point, width: float) -> Iterator[str]:
    """A child's line with its letter beside the foot."""
    size = key_panel.SIZE
    letter = middle.x + width / 2 - text_width(style.letter, size, bold=True)
    x = letter - LETTER_GAP
    yield _drawn(style, Point(x, middle.y - DROP / 2), Point(x, middle.y + DROP / 2))
    if style.letter:
        base = middle.y + size * BASE_LINE
        yield text(style.letter, letter, base, size=size, fill=colour("ink"), bold=True, anchor="start")


def _fork(style: LineStyle, middle: Point) -> Iterator[str]:
    top, foot = middle.y - SMALL / 2, middle.y + SMALL / 2
    yield _drawn(style, Point(middle.x - SMALL / 2, foot), Point(middle.x, top), Point(middle.x + SMALL / 2, foot))
    if style.name == IDENTICAL:
        yield _drawn(style, Point(middle.x - SMALL / 4, middle.y), Point(middle.x + SMALL / 4, middle.y))
    if style.name == PERHAPS_IDENTICAL:
        yield text("?", middle.x, foot, size=LETTER_SIZE, fill=colour("ink"), bold=True)


def _drawn(style: LineStyle, *points: Point) -> str:
    return element("path", {"d": path_of(points), "fill": "none", **line_attributes(stroke(style.stroke))})
