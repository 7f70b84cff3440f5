"""Rings around the child on a pale ground, round symbols with initials, and dashed ghosts of another view."""

from collections.abc import Sequence
from math import hypot

from kith.engines.drawing.output.svg_lines import path_of
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged, Spot
from kith.engines.drawing.scenes.centres import TOKEN_SIZE
from kith.engines.drawing.scenes.lettering import FACT, lettered, plated
from kith.engines.drawing.scenes.looks.look import (
    Look,
    Parts,
    circle,
    course,
    dashed_ring,
    ellipse,
    labelled,
    lantern,
    letters,
    path,
    polygon,
    rect,
    shade,
)
from kith.engines.drawing.scenes.looks.shapes import DASH, outlined
from kith.engines.drawing.scenes.looks.strands import head_at
from kith.engines.drawing.scenes.scene import Item
from kith.engines.drawing.scenes.wording import initials_of

RINGS = ("ring-outer", "ring-middle", "lantern-pale")
TITLE_SIZE = 16.0
CLEAR, TIP_CLEAR = 4.0, 12.0  # pixels between a dashed arc and what it joins; its head stays off a yellow plate


def ground(arranged: Arranged) -> Parts:
    """The ground and the rings, the outer one first."""
    height = arranged.key_top or arranged.height
    yield rect(Box(arranged.width / 2, height / 2, arranged.width, height), fill=shade("ring-ground"))
    count = len(arranged.zones)
    for place, zone in enumerate(arranged.zones):
        fill = RINGS[max(len(RINGS) - count + place, 0)]
        yield ellipse(zone.box, fill=shade(fill), stroke=shade("dusk"), stroke_width=2.5)
    for zone in arranged.zones:
        if zone.title:
            yield plated(zone.title, fill=shade("dusk"), corner=16)
            yield from lettered(zone.title, size=TITLE_SIZE, ink="foam")
    yield from _ghosts(arranged)


def centre(arranged: Arranged) -> Parts:
    """The child: Lantern with a double outline."""
    yield from lantern(arranged, size=TOKEN_SIZE)


def item(spot: Spot, thing: Item) -> Parts:
    """Its shape with initials, and its words."""
    yield from outlined(spot, thing)
    yield from labelled(spot)


def tie(kind: str, points: Sequence[Point]) -> Parts:
    """Lines are not part of circles; one that is there all the same is plain."""
    yield path(path_of(points), stroke=shade("dusk"), stroke_width=2, fill="none", stroke_dasharray=None)


def _ghosts(arranged: Arranged) -> Parts:
    names = {thing.id: thing for thing in arranged.scene.items}
    for ghost in arranged.ghosts:
        at, spot = Point(ghost.x, ghost.y), arranged.spot(ghost.item_id)
        yield from _arc(ghost, spot)
        dusk = shade("dusk")
        yield circle(at, ghost.r, fill=shade("ring-ground"), stroke=dusk, stroke_width=3, stroke_dasharray=DASH)
        yield letters(initials_of(names[ghost.item_id]), at, size=17, ink="dusk")
        yield plated(ghost.label, fill=shade("ring-ground"))
        yield from lettered(ghost.label, size=FACT, ink="dusk")


def _arc(ghost: Spot, spot: Spot) -> Parts:
    """A dashed arc from the ghost to where the person was put, with a head at its end."""
    dx, dy = spot.x - ghost.x, spot.y - ghost.y
    length = hypot(dx, dy) or 1.0
    bend = Point((ghost.x + spot.x) / 2 - dy * 0.22, (ghost.y + spot.y) / 2 + dx * 0.22)
    start = _toward(Point(ghost.x, ghost.y), bend, ghost.r + CLEAR)
    tip = _toward(Point(spot.x, spot.y), bend, spot.r + TIP_CLEAR)
    dusk = shade("dusk")
    if length > ghost.r + spot.r + 2 * CLEAR:
        yield path(
            course("M", *start, "Q", *bend, *tip), stroke=dusk, stroke_width=3, fill="none", stroke_dasharray=DASH
        )
        yield polygon(head_at(tip, bend), fill=dusk)


def _toward(a: Point, b: Point, far: float) -> Point:
    length = hypot(b.x - a.x, b.y - a.y) or 1.0
    return Point(a.x + (b.x - a.x) / length * far, a.y + (b.y - a.y) / length * far)


LOOK = Look(ground=ground, centre=centre, item=item, tie=tie, mark=dashed_ring)
