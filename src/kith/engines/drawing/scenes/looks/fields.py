"""Soft fields round a person: circles of supporters, or the sectors of a community with a plain shape for each kind."""

from collections.abc import Sequence

from kith.engines.drawing.output.svg_lines import path_of
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged, Spot, Zone
from kith.engines.drawing.scenes.centres import TOKEN_SIZE
from kith.engines.drawing.scenes.lettering import lettered, plated
from kith.engines.drawing.scenes.looks.look import (
    Look,
    Parts,
    ellipse,
    labelled,
    lantern,
    path,
    rect,
    shade,
)
from kith.engines.drawing.scenes.looks.shapes import outlined, shape_mark
from kith.engines.drawing.scenes.scene import Item
from kith.engines.drawing.scenes.settling import on_ellipse

PALE = ("samphire-pale", "tern-pale", "barley-pale", "dusk-pale", "lantern-pale", "tide")
DEEP = ("samphire", "tern", "barley", "dusk", "lantern-deep", "slate")
TITLE_SIZE = 16.0


def ground(arranged: Arranged) -> Parts:
    """The fields, each with its name on a plate."""
    height = arranged.key_top or arranged.height
    yield rect(Box(arranged.width / 2, height / 2, arranged.width, height), fill=shade("foam"))
    for place, zone in enumerate(arranged.zones):
        pale, deep = shade(PALE[place % len(PALE)]), shade(DEEP[place % len(DEEP)])
        if zone.turns is None:
            yield ellipse(zone.box, fill=pale, stroke=deep, stroke_width=2)
        else:
            yield path(_sector(zone), fill=pale, stroke=shade("foam"), stroke_width=6)
    for place, zone in enumerate(arranged.zones):
        if zone.title:
            yield plated(zone.title, fill=shade(DEEP[place % len(DEEP)]), corner=15)
            yield from lettered(zone.title, size=TITLE_SIZE, ink="foam", faint="foam")


def _sector(zone: Zone) -> str:
    """From the middle to the rim, along it, and back; the whole ellipse where there is only one."""
    middle, rx, ry = Point(zone.box.x, zone.box.y), zone.box.w / 2, zone.box.h / 2
    first, last = zone.turns or (0, 360)
    steps = [first + (last - first) * step / 24 for step in range(25)]
    rim = [on_ellipse(middle, rx, ry, turn) for turn in steps]
    start = [] if last - first >= 360 else [middle]
    return path_of([*start, *rim]) + "Z"


def centre(arranged: Arranged) -> Parts:
    """The person in the middle."""
    yield from lantern(arranged, size=TOKEN_SIZE)


def item(spot: Spot, thing: Item) -> Parts:
    """Its shape and its words."""
    yield from outlined(spot, thing)
    yield from labelled(spot)


def tie(_kind: str, points: Sequence[Point]) -> Parts:
    """A thin line; fields are about where somebody stands."""
    yield path(path_of(points), stroke=shade("slate"), stroke_width=2, fill="none")


LOOK = Look(ground=ground, centre=centre, item=item, tie=tie, mark=shape_mark)
