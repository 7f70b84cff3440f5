"""Plain shapes around a circle, for professionals' sheets and for who wants no picture: the lines of a genogram."""

from collections.abc import Sequence
from dataclasses import replace

from kith.engines.drawing.output.svg_curves import curve_parts
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.routing.along import evenly
from kith.engines.drawing.scenes.arranged import Arranged, Spot
from kith.engines.drawing.scenes.centres import NAME_SIZE
from kith.engines.drawing.scenes.keys import FEELINGS
from kith.engines.drawing.scenes.looks.look import Look, Parts, ellipse, labelled, lantern, rect, shade
from kith.engines.drawing.scenes.looks.shapes import outlined, shape_mark
from kith.engines.drawing.scenes.scene import Item
from kith.engines.drawing.symbols.sheet import load_sheet


def ground(arranged: Arranged) -> Parts:
    """White paper with faint rings of nearness."""
    height = arranged.key_top or arranged.height
    yield rect(Box(arranged.width / 2, height / 2, arranged.width, height), fill=shade("foam"))
    for zone in arranged.zones:
        yield ellipse(zone.box, fill="none", stroke=shade("line"), stroke_width=1.5, stroke_dasharray="2 7")


def centre(arranged: Arranged) -> Parts:
    """Whoever stands in the middle: Lantern with a double outline."""
    yield from lantern(arranged, size=NAME_SIZE)


def item(spot: Spot, thing: Item) -> Parts:
    """Its shape and its words."""
    yield from outlined(spot, thing)
    yield from labelled(spot)


def tie(kind: str, points: Sequence[Point]) -> Parts:
    """The line that a genogram has for it."""
    style = load_sheet().feeling(FEELINGS.get(kind, "other"))
    yield from curve_parts(replace(style, head="", word=""), evenly(points, 12))


LOOK = Look(ground=ground, centre=centre, item=item, tie=tie, mark=shape_mark, strand=16)
