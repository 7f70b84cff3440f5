"""A genogram on white paper: shapes, straight family lines, and marks for what people say of themselves."""

from collections.abc import Sequence

from kith.engines.drawing.output.markup import Value, element
from kith.engines.drawing.output.svg_lines import line_markup, mark_markup, path_of, slashes
from kith.engines.drawing.output.svg_symbols import line_attributes
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged, Spot
from kith.engines.drawing.scenes.family_ties import CARER, FAMILY_TIES, PARTED
from kith.engines.drawing.scenes.kinds.genogram import CENTRE_SIZE, THEME_SIZE
from kith.engines.drawing.scenes.lettering import lettered, plated
from kith.engines.drawing.scenes.looks import plain
from kith.engines.drawing.scenes.looks.look import (
    ROUND,
    Look,
    Parts,
    circle,
    course,
    is_unsure,
    labelled,
    letters,
    path,
    rect,
    shade,
)
from kith.engines.drawing.scenes.looks.shapes import DASH, INITIALS, shaped
from kith.engines.drawing.scenes.scene import Item
from kith.engines.drawing.scenes.wording import initials_of
from kith.engines.drawing.symbols.sheet import load_sheet
from kith.kernel.palette import stroke

KEY_RADIUS = 11.0
SECOND_OUTLINE = 0.82  # of the outer one
WITHIN, ACROSS = {"square": 0.86, "circle": 0.7}, 0.52  # of the radius: the arms of a cross that stay inside a shape
SMALL_SLASH = 14.0
WITHIN_SHAPE, CROSSED = {"square": 0.8, "circle": 0.86, "hexagon": 0.8, "diamond": 0.64, "triangle": 0.46}, 0.5


def ground(arranged: Arranged) -> Parts:
    """White paper, and the family lines with what they say."""
    height = arranged.key_top or arranged.height
    yield rect(Box(arranged.width / 2, height / 2, arranged.width, height), fill=shade("foam"))
    sheet = load_sheet()
    yield from (line_markup(line, sheet) for line in arranged.ties)
    yield from (mark_markup(mark, sheet) for mark in arranged.marks)


def centre(arranged: Arranged) -> Parts:
    """Whose genogram it is: their shape with a double outline, in Lantern."""
    shape, at, r = arranged.scene.shape or "diamond", arranged.middle, arranged.centre.w / 2
    line: dict[str, Value] = {"stroke": shade("ink"), "stroke_width": 3.0}
    yield from shaped(shape, at, r, {"fill": shade("foam"), **line})
    yield from shaped(shape, at, r * SECOND_OUTLINE, {"fill": shade("lantern"), **line})
    yield plated(arranged.centre_name, fill=shade("foam"))
    yield from lettered(arranged.centre_name, size=CENTRE_SIZE)


def item(spot: Spot, thing: Item) -> Parts:
    """Somebody in their shape, or what one of them says."""
    if thing.kind == "words":
        yield from _words(spot)
        return
    yield from _person(spot, thing)
    yield from labelled(spot)


def _person(spot: Spot, thing: Item) -> Parts:
    at = Point(spot.x, spot.y)
    line: dict[str, Value] = {
        "fill": shade("foam"),
        "stroke": shade("ink"),
        "stroke_width": 2.5,
        "stroke_dasharray": DASH if is_unsure(thing) else None,
        "stroke_linejoin": "round",
    }
    yield from shaped("pet" if thing.kind == "pet" else thing.shape or "diamond", at, spot.r, line)
    if thing.state == "has_died":
        yield _cross(at, spot.r * WITHIN.get(thing.shape, ACROSS))
    letter = "?" if is_unsure(thing) and thing.state != "not_met" else initials_of(thing)
    if thing.state == "has_died":
        yield rect(Box(at.x, at.y, 30, 20), fill=shade("foam"), rx=4)
    yield letters(letter, at, size=INITIALS)


def _cross(at: Point, r: float) -> str:
    side = r
    both = ("M", at.x - side, at.y - side, "L", at.x + side, at.y + side)
    other = ("M", at.x + side, at.y - side, "L", at.x - side, at.y + side)
    return path(course(*both, *other), stroke=shade("ink"), stroke_width=1.5, fill="none")


def _words(spot: Spot) -> Parts:
    """What somebody says of themselves, under the theme that they chose, with a dot to hold it by."""
    yield circle(Point(spot.x, spot.y), spot.r, fill=shade("dusk-pale"), stroke=shade("dusk"), stroke_width=2)
    yield plated(spot.label, fill=shade("foam"))
    yield from lettered(spot.label, size=THEME_SIZE, ink="dusk", faint="ink")


def tie(kind: str, points: Sequence[Point]) -> Parts:
    """A family line as the key shows it; every other line as between plain circles."""
    if kind not in FAMILY_TIES:
        yield from plain.tie(kind, points)
        return
    drawn = line_attributes(stroke("social" if kind == CARER else "family"))
    yield element("path", {"d": path_of(points), "fill": "none", **drawn})
    if kind == PARTED:
        middle = Point((points[0].x + points[-1].x) / 2, (points[0].y + points[-1].y) / 2)
        yield slashes(middle, "slash", height=SMALL_SLASH)


def mark(name: str, middle: Point) -> Parts:
    """A shape, what is not sure, or who has died."""
    thin: dict[str, Value] = {"fill": shade("foam"), "stroke": shade("ink"), "stroke_width": 2}
    if name == "has_died":
        yield from shaped("square", middle, KEY_RADIUS, thin)
        yield _cross(middle, KEY_RADIUS * WITHIN["square"])
    elif name == "not_sure":
        yield from shaped("diamond", middle, KEY_RADIUS, {**thin, "stroke_dasharray": "4 3"})
    else:
        yield from shaped(name, middle, KEY_RADIUS - 1, thin)


def face(thing: Item) -> float:
    """Within the shape, whose edge says something; smaller where the arms of a cross are to be seen."""
    return CROSSED if thing.state == "has_died" else WITHIN_SHAPE.get(thing.shape or "diamond", ROUND)


LOOK = Look(ground=ground, centre=centre, item=item, tie=tie, mark=mark, strand=16, face=face)
