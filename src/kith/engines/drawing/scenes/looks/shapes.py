"""One plain outline for each kind of thing, so that the kind is told without colour: circle, square, diamond."""

from math import cos, pi, sin

from kith.engines.drawing.output.markup import Value
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Spot
from kith.engines.drawing.scenes.looks.look import (
    Parts,
    circle,
    course,
    ellipse,
    is_unsure,
    letters,
    path,
    polygon,
    rect,
    shade,
)
from kith.engines.drawing.scenes.scene import Item
from kith.engines.drawing.scenes.wording import initials_of

DASH = "6 5"
INITIALS = 17.0  # type size, and the radius of a symbol it is made for
MADE_FOR = 29.0


def outlined(spot: Spot, thing: Item, *, fill: str = "foam") -> Parts:
    """The item as its plain shape with initials; dashed for what is not sure, pale for somebody who has died.

    >>> from kith.engines.drawing.scenes.lettering import plate
    >>> len(list(outlined(Spot("p", 0, 0, 20, plate(())), Item("p", "person", "Dad"))))
    2
    """
    at = Point(spot.x, spot.y)
    pale = "leaf-pale" if thing.state == "has_died" else fill
    line: dict[str, Value] = {
        "fill": shade(pale),
        "stroke": shade("ink"),
        "stroke_width": 2.5,
        "stroke_dasharray": DASH if is_unsure(thing) else None,
        "stroke_linejoin": "round",
    }
    yield from SHAPES.get(thing.kind, _circle)(at, spot.r, line)
    yield letters(initials_of(thing), at, size=max(13.0, INITIALS * min(spot.r / MADE_FOR, 1)))


def _circle(at: Point, r: float, line: dict[str, Value]) -> Parts:
    yield circle(at, r, **line)


def _group(at: Point, r: float, line: dict[str, Value]) -> Parts:
    """Two circles, one behind the other."""
    for step in (0.34, -0.14):
        yield circle(Point(at.x + r * step, at.y), r * 0.82, **line)


def _square(at: Point, r: float, line: dict[str, Value]) -> Parts:
    yield rect(Box(at.x, at.y, r * 1.76, r * 1.76), rx=7, **line)


def _corners(at: Point, r: float, line: dict[str, Value], count: int, first: float) -> Parts:
    angles = [first + 2 * pi * corner / count for corner in range(count)]
    yield polygon([Point(at.x + r * sin(one), at.y - r * cos(one)) for one in angles], **line)


def _hexagon(at: Point, r: float, line: dict[str, Value]) -> Parts:
    return _corners(at, r * 1.04, line, 6, 0)


def _diamond(at: Point, r: float, line: dict[str, Value]) -> Parts:
    return _corners(at, r * 1.02, line, 4, 0)


def _house(at: Point, r: float, line: dict[str, Value]) -> Parts:
    points = ((-0.82, 0.82), (-0.82, -0.2), (0, -0.98), (0.82, -0.2), (0.82, 0.82))
    yield polygon([Point(at.x + x * r, at.y + y * r) for x, y in points], **line)


def _triangle(at: Point, r: float, line: dict[str, Value]) -> Parts:
    return _corners(at, r * 1.15, line, 3, 0)


def shaped(name: str, at: Point, r: float, line: dict[str, Value]) -> Parts:
    """An outline by the name of its shape in a genogram, a small one for a pet.

    >>> len(list(shaped("hexagon", Point(0, 0), 20, {})))
    1
    """
    if name == "pet":
        return _diamond(at, r * 0.72, line)
    return OUTLINES[name](at, r, line)


OUTLINES = {"circle": _circle, "square": _square, "hexagon": _hexagon, "triangle": _triangle, "diamond": _diamond}
SHAPES = {
    "group": _group,
    "place": _square,
    "words": _square,
    "service": _hexagon,
    "pet": _diamond,
    "home": _house,
}


def shape_mark(name: str, middle: Point) -> Parts:
    """A mark of the key: the small outline of one kind of thing.

    >>> len(list(shape_mark("place", Point(0, 0))))
    1
    """
    line: dict[str, Value] = {"fill": shade("foam"), "stroke": shade("ink"), "stroke_width": 2}
    yield from SHAPES.get(name, _circle)(middle, 10, line)


def paw(size: float, fill: str) -> Parts:
    """A paw for any animal, around the origin; `size` 1 is 36 pixels wide.

    >>> len(list(paw(1, "bark-deep")))
    5
    """
    brown = shade(fill)
    yield path(_scaled(size), fill=brown)
    for x, y in ((-13, -4), (-5, -11), (5, -11), (13, -4)):
        yield ellipse(Box(x * size, y * size, 8 * size, 11 * size), fill=brown)


def _scaled(size: float) -> str:
    """The ball of the foot."""
    x, top, low = 11 * size, -4 * size, 11 * size
    left = course("M", 0, top, "C", x, top, x * 1.1, low, x * 0.4, low, "Q", 0, low * 0.75, -x * 0.4, low)
    return course(left, "C", -x * 1.1, low, -x, top, 0, top, "Z")


def question(at: Point, r: float, *, ink: str = "ink", fill: str = "foam") -> Parts:
    """A dashed circle with a question mark, for whoever is not known, met or sure yet."""
    yield circle(at, r, fill=shade(fill), stroke=shade(ink), stroke_width=2, stroke_dasharray="5 4")
    yield letters("?", at, size=r * 1.3, ink=ink)
