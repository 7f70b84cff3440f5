"""Lines with their hops, and the signs and words that stand on them, as SVG."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from math import hypot

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.output.markup import Value, element, number, text
from kith.engines.drawing.output.svg_symbols import BASE_LINE, line_attributes
from kith.engines.drawing.picture import Line, Mark, Point
from kith.engines.drawing.symbols.sheet import SymbolSheet
from kith.engines.drawing.symbols.styles import LINE_SIGNS
from kith.kernel.palette import colour, stroke

DOUBLED = 3  # times as wide as a single line: two lines and what is between them
HOP = 5  # radius of the arc by which one line hops over another
SLASH_HEIGHT = 20
SLASH_LEAN, SLASHES_APART = 0.45, 0.35  # of the height; three fit between a symbol and the trunk of the children
WORDS_UP = 19  # from a line to the middle of the words above it, clear of a slash
PLATE = 2


def line_markup(line: Line, sheet: SymbolSheet) -> str:
    """One line as a path that names its union and child; a doubled one has a pale line along its middle."""
    drawn, path = stroke(sheet.line(line.kind).stroke), path_of(line.points, line.jumps)
    names: dict[str, Value] = {
        "data-kind": line.kind,
        "data-union": line.union or None,
        "data-child": line.child or None,
    }
    look: dict[str, Value] = {
        "d": path,
        "fill": "none",
        "stroke-linecap": None if drawn.dash else "square",  # so that corners of two lines are full
    }
    if not line.doubled:
        return element("path", {**names, **look, **line_attributes(drawn)})
    wide = replace(drawn, width=drawn.width * DOUBLED)
    pale: dict[str, Value] = {"d": path, "fill": "none", "stroke": colour("foam"), "stroke-width": drawn.width}
    return element("path", {**names, **look, **line_attributes(wide)}) + element("path", pale)


def mark_markup(mark: Mark, sheet: SymbolSheet) -> str:
    """A slash, a letter or words beside a line, on a plate so that no line runs through the text."""
    inside = [slashes(mark.at, mark.kind)] if "slash" in mark.kind else []
    inside += _words(mark, sheet) if mark.text else []
    return element("g", {"data-kind": mark.kind}, *inside)


def slashes(at: Point, sign: str, *, height: float = SLASH_HEIGHT) -> str:
    """Slashes across a level line: as many as the sign says, crossed out by a stroke the other way if it says so."""
    count = LINE_SIGNS[sign]
    lean, first = height * SLASH_LEAN, at.x - height * SLASHES_APART * (count - 1) / 2
    path = "".join(
        f"M{number(x + lean / 2)} {number(at.y - height / 2)}L{number(x - lean / 2)} {number(at.y + height / 2)}"
        for x in (first + height * SLASHES_APART * step for step in range(count))
    )
    if sign == "crossed_slash":
        path += f"M{number(at.x - lean)} {number(at.y - height / 2)}L{number(at.x + lean)} {number(at.y + height / 2)}"
    return element("path", {"d": path, "fill": "none", **line_attributes(stroke("family"))})


def path_of(points: Iterable[Point], jumps: Iterable[Point] = ()) -> str:
    """The path through the points; each jump becomes a small arc over the line that is crossed.

    >>> path_of((Point(0, 0), Point(40, 0)), (Point(20, 0),))
    'M0 0L15 0A5 5 0 0 1 25 0L40 0'
    """
    course = tuple(points)
    left = list(jumps)
    parts = [f"M{_pair(course[0])}"]
    for a, b in pairwise(course):
        here = [jump for jump in left if _is_between(a, jump, b)]
        left = [jump for jump in left if jump not in here]
        parts += _hops(a, b, here)
        parts.append(f"L{_pair(b)}")
    return "".join(parts)


def _hops(a: Point, b: Point, jumps: list[Point]) -> Iterator[str]:
    length = hypot(b.x - a.x, b.y - a.y)
    step = Point((b.x - a.x) / length * HOP, (b.y - a.y) / length * HOP) if length else Point(0, 0)
    # Arcs bulge up (or to the right), whichever way the line was drawn.
    sweep = int(step.x > 0 or (step.x == 0 and step.y > 0))
    for jump in sorted(jumps, key=lambda point: hypot(point.x - a.x, point.y - a.y)):
        yield f"L{number(jump.x - step.x)} {number(jump.y - step.y)}"
        yield f"A{HOP} {HOP} 0 0 {sweep} {number(jump.x + step.x)} {number(jump.y + step.y)}"


def _is_between(a: Point, point: Point, b: Point) -> bool:
    whole = hypot(b.x - a.x, b.y - a.y)
    return hypot(point.x - a.x, point.y - a.y) + hypot(b.x - point.x, b.y - point.y) <= whole + 0.01


def _words(mark: Mark, sheet: SymbolSheet) -> list[str]:
    """A letter stands where it is put; words stand above their line."""
    is_letter, size = mark.kind == "letter", sheet.sizes.fact
    middle = mark.at.y - (0 if is_letter else WORDS_UP)
    width, height = text_width(mark.text, size, is_letter) + 2 * PLATE, size * 1.1
    place: dict[str, Value] = {"x": mark.at.x - width / 2, "y": middle - height / 2, "width": width, "height": height}
    fill = colour("ink" if is_letter else "slate")
    return [
        element("rect", {**place, "fill": colour("foam")}),
        text(mark.text, mark.at.x, middle + size * BASE_LINE, size=size, fill=fill, bold=is_letter),
    ]


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"
