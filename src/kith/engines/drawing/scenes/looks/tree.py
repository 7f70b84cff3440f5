"""A tree on its meadow: leaves for people, fruits for gifts, plates on bark and in the soil for words."""

from collections.abc import Sequence

from kith.engines.drawing.output.markup import Value
from kith.engines.drawing.output.svg_lines import path_of
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged, Spot
from kith.engines.drawing.scenes.lettering import lettered, plated
from kith.engines.drawing.scenes.looks.look import (
    Look,
    Parts,
    circle,
    course,
    ellipse,
    is_unsure,
    labelled,
    path,
    rect,
    shade,
)
from kith.engines.drawing.scenes.scene import Item
from kith.kernel.palette import scene_colour

# Clouds of leaves, in half crowns from its middle: x, y, radius in half heights.
CLOUDS = (
    (-0.66, 0.05, 0.62), (-0.74, 0.5, 0.48), (-0.4, -0.36, 0.64), (0.0, -0.44, 0.62), (0.4, -0.38, 0.64),
    (0.68, 0.02, 0.6), (0.76, 0.48, 0.46), (-0.36, 0.3, 0.6), (0.36, 0.3, 0.6), (0.0, 0.2, 0.6),
)  # fmt: skip
LIGHT = ((-0.6, -0.12, 0.3), (-0.12, -0.52, 0.3), (0.42, -0.48, 0.32), (0.7, 0.2, 0.28), (-0.74, 0.36, 0.24))
BOUGHS = ((-0.72, 0.34), (-0.52, -0.16), (-0.1, -0.58), (0.2, -0.52), (0.56, -0.14), (0.74, 0.3))
ROOTS = ((-0.36, 0.62), (-0.17, 0.9), (0.0, 0.96), (0.13, 0.9), (0.2, 0.6))  # of the width, of the depth of the soil
TRUNK = 36.0
LEAF_SIDE, LEAF_END = 15.0, 8.0
PLATES = {"trunk": "bark-deep", "roots": "bark-deep", "ground": "meadow-pale", "branches": "barley-pale"}
WOOD: dict[str, Value] = {"stroke": scene_colour("bark"), "fill": "none", "stroke_linecap": "round"}
DARK = ("trunk", "roots")


def ground(arranged: Arranged) -> Parts:
    """Sky, meadow, soil, roots, crown, trunk and boughs, then what the parts are called."""
    crown, trunk, grass, soil = arranged.bands
    width = arranged.width
    yield rect(Box(width / 2, soil / 2, width, soil), fill=shade("sky"))
    yield path(_hill(width, trunk, soil), fill=shade("soil"))
    yield path(_strip(width, trunk, grass), fill=shade("meadow"))
    yield from _roots(width, trunk, soil)
    leafage = arranged.zones[0].box
    yield ellipse(leafage._replace(w=leafage.w * 0.96), fill=shade("crown"))
    yield from _clouds(leafage, CLOUDS, "crown")
    yield from _clouds(leafage, LIGHT, "crown-light")
    yield from _wood(width / 2, leafage, crown, trunk)
    for zone in arranged.zones:
        if zone.title:
            yield from lettered(zone.title, faint="ink" if zone.part in ("roots", "seeds") else "fen")


def _hill(width: float, top: float, bottom: float) -> str:
    return course("M", 0, top + 8, "Q", width / 4, top - 22, width / 2, top, "T", width, top, "V", bottom, "H 0 Z")


def _strip(width: float, top: float, foot: float) -> str:
    """The grass, which ends in a soft line above the soil."""
    upper = course("M", 0, top + 8, "Q", width / 4, top - 22, width / 2, top, "T", width, top)
    return course(upper, "V", foot, "Q", width * 0.75, foot - 12, width / 2, foot, "T", 0, foot + 4, "Z")


def _roots(width: float, trunk: float, soil: float) -> Parts:
    middle, deep = width / 2, soil - trunk
    for x, y in ROOTS:
        end = Point(middle + x * width, trunk + y * deep)
        start = Point(middle + x * 90, trunk + 4)
        bend = Point(start.x + x * 60, trunk + 0.45 * deep)
        far = Point(middle + x * width * 0.6, end.y - 0.12 * deep)
        yield path(
            _bend(start, bend, far, end), stroke=shade("bark"), stroke_width=13, fill="none", stroke_linecap="round"
        )


def _clouds(box: Box, clouds: Sequence[tuple[float, float, float]], name: str) -> Parts:
    for x, y, r in clouds:
        half = r * box.h / 2
        at = Box(box.x + x * box.w / 2, box.y + y * box.h / 2, max(2 * half, r * box.w * 0.36), 2 * half)
        yield ellipse(at, fill=shade(name))


def _wood(middle: float, crown: Box, top: float, foot: float) -> Parts:
    """Boughs that start where the trunk parts, and the trunk itself."""
    fork = Point(middle, top + 6)
    for x, y in BOUGHS:
        end = Point(crown.x + x * crown.w / 2, crown.y + y * crown.h / 2)
        first = Point(middle + x * 40, crown.y + 0.5 * crown.h / 2)
        second = Point(middle + (end.x - middle) * 0.5, end.y + 0.12 * crown.h)
        yield path(
            _bend(fork, first, second, end), stroke=shade("bark"), stroke_width=11, fill="none", stroke_linecap="round"
        )
    wide, low, high = TRUNK + 22, foot + 10, top + 10
    left = course("M", middle - wide, low, "Q", middle - TRUNK, foot - 40, middle - TRUNK + 4, high)
    tip = course("L", middle - 12, top - 70, "L", middle + 12, top - 70, "L", middle + TRUNK - 4, high)
    yield path(course(left, tip, "Q", middle + TRUNK, foot - 40, middle + wide, low, "Z"), fill=shade("bark"))


def _bend(a: Point, b: Point, c: Point, d: Point) -> str:
    return course("M", *a, "C", *b, *c, *d)


def centre(arranged: Arranged) -> Parts:
    """The child's name stands where the tree stands."""
    line: dict[str, Value] = {"stroke": shade("ink"), "stroke_width": 3}
    yield rect(arranged.centre, rx=13, fill=shade("lantern"), **line)
    yield from lettered(arranged.centre_name, size=20)


def item(spot: Spot, thing: Item) -> Parts:
    """A leaf, a fruit, seeds, or a plate."""
    if thing.part in PLATES:
        yield plated(spot.label, fill=shade(PLATES[thing.part]))
        ink = "foam" if thing.part in DARK else "ink"
        yield from lettered(spot.label, ink=ink, faint=ink)
    elif thing.part == "fruits":
        yield from _fruit(spot)
        yield from labelled(spot)
    elif thing.part == "seeds":
        yield from _seeds(spot)
        yield plated(spot.label, fill=shade("foam"))
        yield from lettered(spot.label)
    else:
        yield from _leaf(spot, thing)


def _leaf(spot: Spot, thing: Item) -> Parts:
    """Green for people, pale for who has died, dashed for who was not met yet."""
    is_green = thing.state == "sure"
    line: dict[str, Value] = {"stroke": shade("leaf-edge" if is_green else "ink"), "stroke_width": 2}
    if is_unsure(thing):
        line["stroke_dasharray"] = "6 5"
    fill = "leaf" if is_green else "leaf-pale" if thing.state == "has_died" else "foam"
    yield path(_leaf_path(spot.label.box), fill=shade(fill), **line)
    yield from lettered(spot.label, ink="foam" if is_green else "ink")


def _leaf_path(box: Box) -> str:
    """Two corners of the leaf are round and two run out in points."""
    left, right = box.x - box.w / 2 - LEAF_SIDE, box.x + box.w / 2 + LEAF_SIDE
    top, foot = box.y - box.h / 2 - LEAF_END, box.y + box.h / 2 + LEAF_END
    bow = min((right - left) * 0.3, 44.0)
    upper = course("M", left, foot - 4, "Q", left, top, left + bow, top, "L", right - bow * 0.5, top)
    point = course("Q", right - 6, top, right, top + 4, "Q", right, foot, right - bow, foot)
    return course(upper, point, "L", left + bow * 0.5, foot, "Q", left + 6, foot, left, foot - 4, "Z")


def _fruit(spot: Spot) -> Parts:
    at = Point(spot.x, spot.y)
    yield path(course("M", at.x, at.y - 19, "q 2 -10 8 -13"), stroke=shade("bark-deep"), stroke_width=3, fill="none")
    yield circle(at, spot.r, fill=shade("fruit"), stroke=shade("fruit-edge"), stroke_width=2)
    yield circle(Point(at.x - 7, at.y - 7), 5, fill=shade("lantern-pale"))


def _seeds(spot: Spot) -> Parts:
    top = spot.label.box.y - spot.label.box.h / 2
    for x, y in ((-22, 14), (0, 8), (22, 15)):
        yield ellipse(Box(spot.x + x, top - y, 16, 10), fill=shade("bark-deep"))


def tie(_kind: str, points: Sequence[Point]) -> Parts:
    """A thin line between two leaves."""
    yield path(path_of(points), stroke=shade("bark-deep"), stroke_width=2, fill="none")


def mark(name: str, middle: Point) -> Parts:
    """A small leaf of the key, pale or dashed."""
    line: dict[str, Value] = {"stroke": shade("ink"), "stroke_width": 2}
    if name == "not_met":
        line["stroke_dasharray"] = "4 3"
    fill = shade("leaf-pale" if name == "has_died" else "foam")
    yield path(_leaf_path(Box(middle.x, middle.y, 2, 4)), fill=fill, **line)


LOOK = Look(ground=ground, centre=centre, item=item, tie=tie, mark=mark, is_plate=True)
