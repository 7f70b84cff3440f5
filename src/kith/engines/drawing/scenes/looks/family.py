"""A friendly tree for a family: leafage behind each generation, boughs to each side, the child at its foot."""

from collections.abc import Sequence

from kith.engines.drawing.output.markup import Value
from kith.engines.drawing.output.svg_lines import path_of
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged, Spot, Zone
from kith.engines.drawing.scenes.centres import TOKEN_SIZE
from kith.engines.drawing.scenes.lettering import lettered, plated
from kith.engines.drawing.scenes.looks.look import (
    Look,
    Parts,
    course,
    dashed_ring,
    ellipse,
    labelled,
    lantern,
    path,
    rect,
    shade,
)
from kith.engines.drawing.scenes.looks.shapes import outlined
from kith.engines.drawing.scenes.scene import Item
from kith.kernel.palette import scene_colour

WOOD: dict[str, Value] = {"stroke": scene_colour("bark"), "fill": "none", "stroke_linecap": "round"}
TITLE_SIZE = 17.0
WIDE, NARROWER = 0.99, 0.05  # of the frame: the leafage of the parents, and how much less of each row above
THICKEST, THINNER = 22.0, 4.0  # the trunk above the child, and how much thinner it is at each generation


def ground(arranged: Arranged) -> Parts:
    """Sky, meadow, leafage, the trunk with a bough to each side of each generation, and the names of the sides."""
    top, meadow = arranged.bands
    width, height = arranged.width, arranged.key_top or arranged.height
    yield rect(Box(width / 2, height / 2, width, height), fill=shade("sky"))
    hill = course("M", 0, meadow + 12, "Q", width / 4, meadow - 14, width / 2, meadow + 2, "T", width, meadow + 4)
    yield path(course(hill, "V", height, "H 0 Z"), fill=shade("meadow"))
    rows = [zone for zone in arranged.zones if not zone.title and zone.step]
    sides = [zone for zone in rows if zone.box.x != width / 2]
    yield from _leafage([zone for zone in rows if zone not in sides], sides, width)
    yield path(_trunk(width / 2, top + 30, meadow + 8), fill=shade("bark"))
    for zone in sides:
        yield path(_bough(zone, width / 2), stroke_width=max(THICKEST - THINNER * zone.step, 8), **WOOD)
    for zone in arranged.zones:
        if zone.title:
            yield plated(zone.title, fill=shade("leaf-edge"), corner=16)
            yield from lettered(zone.title, size=TITLE_SIZE, ink="foam")


def _leafage(middles: Sequence[Zone], sides: Sequence[Zone], width: float) -> Parts:
    """One wide cloud for each generation, with a lighter place on each side."""
    for zone in middles:
        wide = width * (WIDE - NARROWER * (zone.step - 1))
        yield ellipse(zone.box._replace(w=wide, h=zone.box.h * 1.45), fill=shade("crown"))
    for zone in sides:
        yield ellipse(zone.box._replace(w=zone.box.w * 0.8, h=zone.box.h * 0.7), fill=shade("crown-light"))


def _trunk(middle: float, top: float, foot: float) -> str:
    left = course("M", middle - 46, foot, "Q", middle - 16, foot - 50, middle - 12, foot - 120, "L", middle - 5, top)
    return course(
        left, "L", middle + 5, top, "L", middle + 12, foot - 120, "Q", middle + 16, foot - 50, middle + 46, foot, "Z"
    )


def _bough(zone: Zone, middle: float) -> str:
    """From the trunk below the row out to the middle of its side."""
    low = zone.box.y + zone.box.h * 0.62
    end = zone.box.y + zone.box.h * 0.16
    half = (zone.box.x + middle) / 2
    return course("M", middle, low, "C", half, low - 8, half, end + 20, zone.box.x, end)


def centre(arranged: Arranged) -> Parts:
    """The child at the foot of the tree."""
    yield from lantern(arranged, size=TOKEN_SIZE)


def item(spot: Spot, thing: Item) -> Parts:
    """Somebody of the family, or an empty place that asks who stands there."""
    yield from outlined(spot, thing)
    yield from labelled(spot)


def tie(_kind: str, points: Sequence[Point]) -> Parts:
    """A plain line."""
    yield path(path_of(points), stroke=shade("ink"), stroke_width=2, fill="none")


LOOK = Look(ground=ground, centre=centre, item=item, tie=tie, mark=dashed_ring)
