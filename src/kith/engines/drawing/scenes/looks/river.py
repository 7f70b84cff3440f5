"""A river of homes: the present one is Lantern, and a green ring is around whoever might be there again."""

from collections.abc import Sequence
from itertools import pairwise

from kith.engines.drawing.output.markup import Value
from kith.engines.drawing.output.svg_lines import path_of
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged, Spot
from kith.engines.drawing.scenes.looks.look import (
    Look,
    Parts,
    circle,
    course,
    labelled,
    path,
    polygon,
    rect,
    shade,
)
from kith.engines.drawing.scenes.looks.shapes import outlined
from kith.engines.drawing.scenes.scene import Item

BANK = 50.0
AGAIN = 7.0
HOUSE = ((-0.92, 0.95), (-0.92, -0.15), (0, -0.95), (0.92, -0.15), (0.92, 0.95))
DOOR = Box(0, 0.56, 0.42, 0.78)  # in half houses


def ground(arranged: Arranged) -> Parts:
    """White paper, the river, and dotted leaders."""
    height = arranged.key_top or arranged.height
    yield rect(Box(arranged.width / 2, height / 2, arranged.width, height), fill=shade("foam"))
    for points in arranged.paths:
        course = _curve(points)
        yield path(course, stroke=shade("river"), stroke_width=BANK, fill="none")
        yield path(
            course, stroke=shade("foam"), stroke_width=2, fill="none", stroke_dasharray="3 12", stroke_linecap="round"
        )
    for points in arranged.leaders:
        yield path(path_of(points), stroke=shade("edge"), stroke_width=1.6, fill="none", stroke_dasharray="4 4")


def _curve(points: Sequence[Point]) -> str:
    """A smooth course through all points, level at each of them."""
    parts = [course("M", *points[0])]
    for a, b in pairwise(points):
        half = (a.x + b.x) / 2
        parts.append(course("C", half, a.y, half, b.y, *b))
    return " ".join(parts)


def centre(_arranged: Arranged) -> Parts:
    """Nobody stands in the middle of a river: it is their life."""
    yield from ()


def item(spot: Spot, thing: Item) -> Parts:
    """A house, or a person with a green ring where they might be there again."""
    if thing.kind == "home":
        yield from _house(spot, thing)
    else:
        if thing.might_again:
            yield circle(Point(spot.x, spot.y), spot.r + AGAIN, fill="none", stroke=shade("samphire"), stroke_width=4)
        yield from outlined(spot, thing, fill="samphire-pale" if thing.might_again else "foam")
    yield from labelled(spot)


def _house(spot: Spot, thing: Item) -> Parts:
    line: dict[str, Value] = {"stroke": shade("ink"), "stroke_width": 2.5, "stroke_linejoin": "round"}
    corners = [Point(spot.x + x * spot.r, spot.y + y * spot.r) for x, y in HOUSE]
    yield polygon(corners, fill=shade("lantern" if thing.is_now else "foam"), **line)
    door = Box(spot.x + DOOR.x * spot.r, spot.y + DOOR.y * spot.r, DOOR.w * spot.r, DOOR.h * spot.r)
    yield rect(door, fill=shade("ink"))


def tie(_kind: str, points: Sequence[Point]) -> Parts:
    """A thin line between two people."""
    yield path(path_of(points), stroke=shade("slate"), stroke_width=2, fill="none")


def mark(_name: str, middle: Point) -> Parts:
    """The green ring of the key."""
    yield circle(middle, 9, fill=shade("samphire-pale"), stroke=shade("samphire"), stroke_width=4)


LOOK = Look(ground=ground, centre=centre, item=item, tie=tie, mark=mark)
