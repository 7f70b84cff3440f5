"""What every look offers to the writer of the picture, and the marks that several of them share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kith.engines.drawing.output.markup import Value, element, number, text
from kith.engines.drawing.output.svg_symbols import BASE_LINE
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.arranged import Arranged, Spot
from kith.engines.drawing.scenes.lettering import lettered, plated
from kith.engines.drawing.scenes.scene import Item
from kith.kernel.palette import NoSuchColour, colour, scene_colour

WHOLE = Point(1, 1)
ROUND = 1.02
Parts = Iterator[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The painters of one look, from back to front; each yields SVG elements.

    `reach` is how far a symbol reaches to the side and up, in its radii, so that lines end at its edge;
    `tie` paints one strand of a kind along points, `mark` a mark of the key around a point;
    the key stands on `key_fill` in `key_ink`.
    """

    ground: Callable[[Arranged], Parts]
    centre: Callable[[Arranged], Parts]
    item: Callable[[Spot, Item], Parts]
    tie: Callable[[str, Sequence[Point]], Parts]
    mark: Callable[[str, Point], Parts]
    reach: Point = WHOLE
    plate: float = 1.0  # height of the plate of the selected one, in widths
    is_plate: bool = False  # the symbol is the plate of its own words
    centre_reach: Point = WHOLE
    strand: float = 18.0  # pixels between two lines side by side
    face: Callable[[Item], float] = lambda _: ROUND  # the radius of a face, in radii of its symbol
    key_fill: str = "foam"
    key_ink: str = "ink"


def shade(name: str) -> str:
    """A colour of the scenes, or of the palette where the scenes have none of that name."""
    try:
        return scene_colour(name)
    except NoSuchColour:
        return colour(name)


def path(d: str, **attributes: Value) -> str:
    """A path; attribute names are written with underscores."""
    return element("path", {"d": d, **_dashed(attributes)})


def course(*steps: str | float) -> str:
    """The letters and numbers of a path, for its `d`.

    >>> course("M", 0, 1.25, "H", 9)
    'M 0 1.2 H 9'
    """
    return " ".join(step if isinstance(step, str) else number(step) for step in steps)


def circle(at: Point, r: float, **attributes: Value) -> str:
    """A circle around a point."""
    return element("circle", {"cx": at.x, "cy": at.y, "r": r, **_dashed(attributes)})


def ellipse(box: Box, **attributes: Value) -> str:
    """The ellipse that fills a box."""
    place = {"cx": box.x, "cy": box.y, "rx": box.w / 2, "ry": box.h / 2}
    return element("ellipse", {**place, **_dashed(attributes)})


def polygon(corners: Iterable[Point], **attributes: Value) -> str:
    """A closed shape through its corners."""
    points = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
    return element("polygon", {"points": points, **_dashed(attributes)})


def rect(box: Box, **attributes: Value) -> str:
    """A box as a rectangle."""
    place = {"x": box.x - box.w / 2, "y": box.y - box.h / 2, "width": box.w, "height": box.h}
    return element("rect", {**place, **_dashed(attributes)})


def at(point: Point, *inside: str, scale: float = 1) -> str:
    """Shapes drawn around the origin, moved to a point and made larger or smaller."""
    move = f"translate({number(point.x)} {number(point.y)})"
    return element("g", {"transform": move if scale == 1 else f"{move} scale({scale:.2f})"}, *inside)


def letters(words: str, at_point: Point, *, size: float, ink: str = "ink") -> str:
    """Initials or a sign in the middle of a symbol."""
    return text(words, at_point.x, at_point.y + size * BASE_LINE, size=size, fill=shade(ink), bold=True)


def dashed_ring(_name: str, middle: Point) -> Parts:
    """A mark of the key: a small dashed circle."""
    yield circle(middle, 9, fill=shade("foam"), stroke=shade("dusk"), stroke_width=2.5, stroke_dasharray="4 3")


def labelled(spot: Spot) -> Parts:
    """The item's words on a white plate."""
    yield plated(spot.label, fill=colour("foam"))
    yield from lettered(spot.label)


def lantern(arranged: Arranged, *, size: float) -> Parts:
    """Whoever stands in the middle: Lantern with a double outline, and the name."""
    box = arranged.centre
    line: dict[str, Value] = {"stroke": shade("ink"), "stroke_width": 3.0}
    yield ellipse(box, fill=shade("foam"), **line)
    yield ellipse(Box(box.x, box.y, box.w - 12, box.h - 12), fill=shade("lantern"), **line)
    yield from lettered(arranged.centre_name, size=size)


def wanderer(item: Item, choices: Sequence[str]) -> str:
    """One of several colours that mean nothing, the same for the same item each time."""
    return choices[sum(map(ord, item.id)) % len(choices)]


def is_unsure(item: Item) -> bool:
    """Whether the item is drawn dashed: not met, not sure of, or a place that nobody fills yet."""
    return item.state in ("not_met", "not_sure", "blank")


def _dashed(attributes: dict[str, Value]) -> dict[str, Value]:
    return {name.replace("_", "-"): value for name, value in attributes.items()}
