"""A team on its board: shirts for people, a flag for a place, a badge for a service; calm, and nothing childish."""

from collections.abc import Sequence

from kith.engines.drawing.output.markup import Value
from kith.engines.drawing.output.svg_lines import path_of
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.routing.along import evenly
from kith.engines.drawing.scenes.arranged import Arranged, Spot
from kith.engines.drawing.scenes.centres import NAME_SIZE
from kith.engines.drawing.scenes.lettering import lettered
from kith.engines.drawing.scenes.looks.look import (
    Look,
    Parts,
    at,
    circle,
    dashed_ring,
    ellipse,
    is_unsure,
    labelled,
    letters,
    path,
    rect,
    shade,
)
from kith.engines.drawing.scenes.looks.shapes import paw
from kith.engines.drawing.scenes.looks.strands import broken, zigzag
from kith.engines.drawing.scenes.scene import Item
from kith.engines.drawing.scenes.wording import initials_of

OVER_SHIRT = 1.08  # a face, in radii: its sleeves reach as far
FULL = 36.0  # half the width of a shirt at 100 %
SHIRT = "M-12-32C-8-25 8-25 12-32L21-29L36-14L26-3L20-8V31H-20V-8L-26-3L-36-14L-21-29Z"
SHIELD = "M-25-27H25V2C25 18 11 27 0 32C-11 27-25 18-25 2Z"
FLAG = "M-22-30H26L16-14L26 2H-22"
MARGIN = 16.0


def ground(arranged: Arranged) -> Parts:
    """The board with the lines of a pitch; the ellipses tell nearness."""
    width, height = arranged.width, arranged.key_top or arranged.height
    middle = arranged.middle
    yield rect(Box(width / 2, height / 2, width, height), fill=shade("pitch"))
    white: dict[str, Value] = {"fill": "none", "stroke": shade("pitch-line"), "stroke_width": 3}
    yield rect(Box(width / 2, height / 2, width - 2 * MARGIN, height - 2 * MARGIN), rx=6, **white)
    yield path(f"M{middle.x:.0f} {MARGIN:.0f}V{height - MARGIN:.0f}", **white)
    for x, side in ((MARGIN, 1), (width - MARGIN, -1)):
        yield path(f"M{x:.0f} {middle.y - 110:.0f}h{90 * side}v220h{-90 * side}", **white)
    for zone in arranged.zones:
        yield ellipse(zone.box, fill="none", stroke=shade("pitch-edge"), stroke_width=1.5, stroke_dasharray="2 7")


def centre(arranged: Arranged) -> Parts:
    """The child's shirt, with the name across it."""
    box, name = arranged.centre, arranged.centre_name
    line: dict[str, Value] = {"stroke": shade("ink"), "stroke_width": 1.6, "stroke_linejoin": "round"}
    yield at(Point(box.x, box.y), path(SHIRT, fill=shade("lantern"), **line), scale=box.w / 2 / FULL)
    yield rect(name.box, rx=12, fill=shade("lantern"), stroke=shade("ink"), stroke_width=3)
    yield from lettered(name, size=NAME_SIZE)


def item(spot: Spot, thing: Item) -> Parts:
    """What stands for it, with initials, and its words."""
    yield at(Point(spot.x, spot.y), *_figure(thing), scale=spot.r / FULL)
    yield from labelled(spot)


def tie(kind: str, points: Sequence[Point]) -> Parts:
    """A wide band, dots, or a zigzag."""
    if kind == "strong":
        yield path(path_of(points), stroke=shade("fen"), stroke_width=9, fill="none")
        yield path(path_of(points), stroke=shade("foam"), stroke_width=3, fill="none")
    elif kind == "weak":
        for dot in evenly(points, 13)[1:-1]:
            yield circle(dot, 3, fill=shade("slate"))
    elif kind == "choppy":
        yield path(path_of(zigzag(points)), stroke=shade("tern"), stroke_width=4, fill="none")
    elif kind == "cut_off":
        for part in broken(points):
            yield path(path_of(part), stroke=shade("fen"), stroke_width=4, fill="none")
    else:
        yield path(path_of(points), stroke=shade("fen"), stroke_width=3, fill="none")


def _figure(thing: Item) -> Parts:
    line: dict[str, Value] = {
        "stroke": shade("ink"),
        "stroke_width": 2.2,
        "stroke_linejoin": "round",
        "stroke_dasharray": "5 4" if is_unsure(thing) else None,
    }
    fill = "foam" if is_unsure(thing) else "leaf-pale" if thing.state == "has_died" else "shirt"
    letter = "?" if is_unsure(thing) else initials_of(thing)
    if thing.kind == "group":
        yield at(Point(10, 3), path(SHIRT, fill=shade(fill), **line), scale=0.8)
        yield at(Point(-9, -1), path(SHIRT, fill=shade(fill), **line), scale=0.8)
        yield letters(letter, Point(-9, 2), size=18)
    elif thing.kind in ("place", "home"):
        yield path("M-22 34V-32", stroke=shade("ink"), stroke_width=4, stroke_linecap="round")
        yield path(FLAG, fill=shade(fill), **line)
        yield letters(letter, Point(-2, -14), size=18)
    elif thing.kind == "service":
        yield path(SHIELD, fill=shade(fill), **line)
        yield letters(letter, Point(0, -1), size=19)
    else:
        yield from _shirt(thing, fill, letter, line)


def _shirt(thing: Item, fill: str, letter: str, line: dict[str, Value]) -> Parts:
    if thing.kind == "pet" and not is_unsure(thing):
        yield circle(Point(0, 0), 28, fill=shade(fill), **line)
        yield from paw(1, "ink")
        return
    yield path(SHIRT, fill=shade(fill), **line)
    yield letters(letter, Point(0, 3), size=19)


LOOK = Look(ground=ground, centre=centre, item=item, tie=tie, mark=dashed_ring, face=lambda _: OVER_SHIRT)
