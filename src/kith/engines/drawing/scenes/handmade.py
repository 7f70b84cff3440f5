"""What somebody drew by hand on a picture, and stickers: their words, and how they are drawn.

A ring around people lies behind them, so that no name is struck through; everything else lies over the picture.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kith.engines.drawing.output.markup import Value, element
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged
from kith.engines.drawing.scenes.looks.look import at, circle, course, path, rect, shade
from kith.engines.drawing.scenes.ringed import ring_course
from kith.engines.drawing.scenes.scene import Made, Scene
from kith.kernel.data_files import toml_of

STROKE, RING, STICKER = "stroke", "ring", "sticker"
WHOLE = 1000
HALF = 50.0  # of the square in which a sticker is drawn
EDGE = 2.5
SIZE = 0.075  # of a sticker, in widths of the picture
AROUND = 1.15


@dataclass(frozen=True, slots=True)
class Plane:
    """The part of a picture on which is drawn, in pixels: all of it but its key."""

    wide: float
    high: float

    def point(self, x: int, y: int) -> Point:
        """Thousandths of the plane as pixels.

        >>> Plane(1024, 608).point(500, 250)
        Point(x=512.0, y=152.0)
        """
        return Point(x * self.wide / WHOLE, y * self.high / WHOLE)


@cache
def hand_tools() -> Mapping[str, Any]:
    """Pens, widths and stickers by name, in the order in which they are offered, as the data file has them.

    >>> list(hand_tools()["widths"])
    ['thin', 'middle', 'thick']
    """
    return toml_of("kith.engines.drawing.scenes", "handmade.toml")


def plain_tools() -> dict[str, Any]:
    """The same with every colour as it is painted, for whoever draws without this engine.

    >>> plain_tools()["pens"]["black"]["colour"][0], sorted(plain_tools()["stickers"]["star"])
    ('#', ['shapes', 'title'])
    """
    tools = hand_tools()
    stickers = {
        name: {
            "title": one["title"],
            "shapes": [{"d": part["d"], "fill": shade(part["fill"])} for part in one["shapes"]],
        }
        for name, one in tools["stickers"].items()
    }
    pens = {name: {**one, "colour": shade(one["colour"])} for name, one in tools["pens"].items()}
    return {"pens": pens, "widths": dict(tools["widths"]), "stickers": stickers}


def made_says(made: Made) -> str:
    """A stroke or a sticker in words.

    >>> made_says(Made("1", STROKE, "green", (0, 0, 9, 9))), made_says(Made("2", STICKER, "star", (500, 500)))
    ('A drawing in green', 'A star')
    """
    if made.kind == STROKE:
        return f"A drawing in {hand_tools()['pens'][made.what]['says']}"
    return str(hand_tools()["stickers"][made.what]["title"])


def drawn_by_hand(arranged: Arranged, plane: Plane, *, interactive: bool = False, selected: str = "") -> Iterator[str]:
    """Each as one element, in the order in which they were made. A sticker is a button where the picture is drawn on;
    what was drawn with a pen lets a finger through to whatever is beneath it."""
    for made in arranged.scene.made:
        if made.kind == STROKE:
            yield _penned(made, _course(made, plane), plane, is_night=_is_night(arranged.scene))
        elif made.kind == STICKER:
            yield _sticker(made, plane, interactive, made.id == selected)


def rings_behind(arranged: Arranged, plane: Plane) -> Iterator[str]:
    """Rings around people, each as one element."""
    for made in arranged.scene.made:
        if made.kind == RING and (d := ring_course(made, arranged)):
            yield _penned(made, d, plane, is_night=_is_night(arranged.scene))


def _course(made: Made, plane: Plane) -> str:
    """Of a stroke; where it has one point, that is a dot."""
    places = [plane.point(x, y) for x, y in zip(made.points[::2], made.points[1::2], strict=True)]
    first, *rest = places
    steps = [step for place in rest or [first] for step in ("L", place.x, place.y)]
    return course("M", first.x, first.y, *steps)


def _is_night(scene: Scene) -> bool:
    """On a dark ground a dark pen needs a pale edge."""
    return scene.kind == "ecomap" and scene.look == "planets"


def _penned(made: Made, d: str, plane: Plane, *, is_night: bool) -> str:
    wide = hand_tools()["widths"][made.width]["wide"] * plane.wide / WHOLE
    look: dict[str, Value] = {"fill": "none", "stroke_linecap": "round", "stroke_linejoin": "round"}
    edge = [path(d, **look, stroke=shade("foam"), stroke_width=wide + 2 * EDGE)] if is_night else []
    line = path(d, **look, stroke=shade(hand_tools()["pens"][made.what]["colour"]), stroke_width=wide)
    return element("g", {"data-made": made.id, "pointer-events": "none"}, *edge, line)


def _sticker(made: Made, plane: Plane, interactive: bool, is_selected: bool) -> str:
    place, scale = plane.point(*made.points[:2]), SIZE * plane.wide / (2 * HALF)
    attributes: dict[str, Value] = {"class": "item", "data-item": made.id, "data-kind": STICKER}
    if interactive:
        pressed = "true" if is_selected else "false"
        attributes |= {"tabindex": "-1", "role": "button", "aria-label": made_says(made), "aria-pressed": pressed}
    side = 2 * HALF * AROUND * scale
    behind = Box(place.x, place.y, side, side)
    plate = [rect(behind, rx=14, fill=shade("focus"), stroke=shade("ink"), stroke_width=3)] if is_selected else []
    return element("g", attributes, *plate, at(place, *_shapes(made.what), scale=scale))


def _shapes(name: str) -> Iterator[str]:
    """Of one sticker, in a square whose middle is the origin."""
    edge: dict[str, Value] = {"stroke": shade("ink"), "stroke_width": EDGE, "stroke_linejoin": "round"}
    for shape in hand_tools()["stickers"][name]["shapes"]:
        yield path(shape["d"], fill=shade(shape["fill"]), **edge)


def sticker_svg(name: str) -> str:
    """One sticker alone, for the button that puts it on.

    >>> sticker_svg("star").count("<path")
    1
    """
    box: dict[str, Value] = {"viewBox": "-50 -50 100 100", "width": "44", "height": "44", "aria-hidden": "true"}
    return element("svg", box, *_shapes(name))


def pen_svg(name: str) -> str:
    """The colour of one pen, for its button.

    >>> pen_svg("black").count("<circle")
    1
    """
    box: dict[str, Value] = {"viewBox": "0 0 24 24", "width": "24", "height": "24", "aria-hidden": "true"}
    return element("svg", box, circle(Point(12, 12), 10, fill=shade(hand_tools()["pens"][name]["colour"])))
