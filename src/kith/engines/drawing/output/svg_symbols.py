"""One person's symbol as SVG: outline, ring, cross, and the age on its patch."""

from collections.abc import Iterable, Iterator

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.output.markup import Value, element, number, text
from kith.engines.drawing.picture import Box, Symbol
from kith.engines.drawing.symbols.cultures import band, colour_name
from kith.engines.drawing.symbols.geometry import corners_of, diagonal_reach, outline_of, radius_of
from kith.engines.drawing.symbols.sheet import SymbolSheet
from kith.engines.drawing.symbols.styles import MarkStyle, Shape
from kith.kernel.palette import Stroke, colour, stroke

BASE_LINE = 0.36  # from the middle of capitals and figures down to the base line, in type sizes
CROSS_WIDTH = 1.6
SMALLEST_RING = 4
RAISED = 0.12  # what is inside makes room for the letters of cultures
FOOT, LETTER_AT, LETTER_SIZE = 0.16, 0.32, 11.0  # of the height, below the middle; type size


def symbol_parts(symbol: Symbol, sheet: SymbolSheet) -> Iterator[str]:
    """The pieces of a symbol from back to front."""
    shape = sheet.shapes[symbol.shape]
    marks = [sheet.marks[mark] for mark in symbol.marks]
    outline = stroke(_first([mark.outline for mark in marks], "outline"))
    fill = colour(_first([mark.fill for mark in marks], shape.fill or "foam"))
    is_crossed = _is_drawn("cross", marks) or _is_drawn("strike", marks)
    if _is_drawn("ring", marks):
        ring = max(SMALLEST_RING, sheet.sizes.ring * symbol.box.w / sheet.sizes.symbol)
        yield _outline(shape, symbol.box, outline, colour("foam"), beyond=ring)
    yield _outline(shape, symbol.box, outline, fill)
    if symbol.cultures:
        yield from _cultures(symbol, shape)
        yield _outline(shape, symbol.box, outline, "none")
    if is_crossed:
        yield _cross(shape, symbol.box, 2 if _is_drawn("cross", marks) else 1)
    if _is_drawn("arrow", marks):
        yield _arrow(symbol.box)
    if _is_drawn("brackets", marks):
        yield _brackets(symbol.box)
    if symbol.inside:
        yield from _inside(symbol, shape, sheet, on_patch=is_crossed, patch=fill)


def _first(names: Iterable[str], otherwise: str) -> str:
    return next((name for name in names if name), otherwise)


def _is_drawn(sign: str, marks: list[MarkStyle]) -> bool:
    return any(sign in mark.draws for mark in marks)


def _outline(shape: Shape, box: Box, line: Stroke, fill: str, *, beyond: float = 0) -> str:
    drawn: dict[str, Value] = {"fill": fill, **line_attributes(line)}
    if shape.radius:
        middle = box.y + shape.middle * box.h / 2
        return element("circle", {"cx": box.x, "cy": middle, "r": radius_of(shape, box, beyond=beyond), **drawn})
    corners = corners_of(shape, box, beyond=beyond)
    return element("polygon", {"points": " ".join(f"{number(x)},{number(y)}" for x, y in corners), **drawn})


def _cross(shape: Shape, box: Box, count: int) -> str:
    """Both diagonals, or only the one that rises to the right."""
    half, middle = box.w / 2, box.y + shape.middle * box.h / 2
    up, down = diagonal_reach(shape, down=False) * half, diagonal_reach(shape, down=True) * half
    strokes = ((up, -up, -down, down), (-up, -up, down, down))[:count]
    path = "".join(
        f"M{number(box.x + x1)} {number(middle + y1)}L{number(box.x + x2)} {number(middle + y2)}"
        for x1, y1, x2, y2 in strokes
    )
    return element("path", {"d": path, "fill": "none", "stroke": colour("ink"), "stroke-width": CROSS_WIDTH})


def _cultures(symbol: Symbol, shape: Shape) -> Iterator[str]:
    """The foot of the symbol in bands, one for each culture, with its colour and its letter."""
    box, outline = symbol.box, outline_of(shape, symbol.box)
    foot = [point.x for point in band(outline, box.x - box.w, box.x + box.w, box.y + box.h * LETTER_AT)]
    left, wide = min(foot), (max(foot) - min(foot)) / len(symbol.cultures)
    for place, culture in enumerate(symbol.cultures):
        start = min(point.x for point in outline) - 1 if place == 0 else left + wide * place
        is_last = place + 1 == len(symbol.cultures)
        end = max(point.x for point in outline) + 1 if is_last else left + wide * (place + 1)
        corners = " ".join(f"{number(x)},{number(y)}" for x, y in band(outline, start, end, box.y + box.h * FOOT))
        fill = colour(colour_name(culture))
        yield element("polygon", {"points": corners, "fill": fill, "data-culture": culture.letter})
        base = box.y + box.h * LETTER_AT + LETTER_SIZE * BASE_LINE
        yield text(culture.letter, left + wide * (place + 0.5), base, size=LETTER_SIZE, fill=colour("ink"), bold=True)


def _arrow(box: Box) -> str:
    """An arrow that points at the lower left corner of the symbol."""
    x, y = box.x - box.w * 0.48, box.y + box.h * 0.48
    long, head = box.w * 0.4, box.w * 0.18
    path = (
        f"M{number(x - long)} {number(y + long)}L{number(x)} {number(y)}"
        f"M{number(x - head)} {number(y)}L{number(x)} {number(y)}L{number(x)} {number(y + head)}"
    )
    return element("path", {"d": path, "fill": "none", **line_attributes(stroke("outline"))})


def _brackets(box: Box) -> str:
    away, half, arm = box.w * 0.64, box.h * 0.56, box.w * 0.14
    path = "".join(
        f"M{number(box.x + side * (away - arm))} {number(box.y - half)}L{number(box.x + side * away)} "
        f"{number(box.y - half)}L{number(box.x + side * away)} {number(box.y + half)}"
        f"L{number(box.x + side * (away - arm))} {number(box.y + half)}"
        for side in (-1, 1)
    )
    return element("path", {"d": path, "fill": "none", **line_attributes(stroke("outline"))})


def _inside(symbol: Symbol, shape: Shape, sheet: SymbolSheet, *, on_patch: bool, patch: str) -> Iterator[str]:
    box = symbol.box
    size = min(sheet.sizes.inside, box.h * 0.6)
    up = box.h * RAISED if symbol.cultures else 0
    middle = box.y + (shape.inside_shift + shape.middle) * box.h / 2 - up
    if on_patch:
        width, height = text_width(symbol.inside, size, bold=True) + 6, size * 1.25
        place: dict[str, Value] = {"x": box.x - width / 2, "y": middle - height / 2, "width": width, "height": height}
        yield element("rect", {**place, "fill": patch})
    yield text(symbol.inside, box.x, middle + size * BASE_LINE, size=size, fill=colour("ink"), bold=True)


def line_attributes(line: Stroke) -> dict[str, Value]:
    """Colour, width and dashes of a palette stroke as presentation attributes."""
    return {"stroke": line.colour_hex, "stroke-width": line.width, "stroke-dasharray": line.dash or None}
