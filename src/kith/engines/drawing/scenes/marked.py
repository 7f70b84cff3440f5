"""The photograph of a paper map with a numbered mark for everybody who was pointed at on it, as one SVG image."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kith.engines.drawing.output.markup import Value, document, element, escaped, group
from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.scenes.looks.look import circle, letters, rect, shade

WIDE = 1000
RADIUS = 19.0
LETTER = 22.0
AROUND = 7.0
LEAST = 2 * RADIUS  # pixels of height, also of a strip


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody on the photograph: `x` and `y` are thousandths of its width and height, `number` is that of the list."""

    key: str
    number: int
    name: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class MarkedPhotograph:
    """`href` is where the bytes are, `width` and `height` how many points it has, `title` what it is called."""

    href: str
    width: int
    height: int
    title: str
    marks: tuple[Mark, ...] = ()

    @property
    def high(self) -> int:
        """The height of the drawing in pixels, where it is a thousand wide.

        >>> MarkedPhotograph("/photograph", 2000, 1500, "A paper map").high
        750
        """
        return max(round(WIDE * self.height / self.width), round(LEAST))


def marked_svg(photograph: MarkedPhotograph, *, interactive: bool = False, selected: str = "") -> str:
    """The photograph and its marks, one unit to a thousandth of its width.

    Interactive each mark is a button named in words; the selected one (else the first) is the one tab stop.

    >>> shown = MarkedPhotograph("/photograph", 400, 300, "A paper map", (Mark("nan", 1, "Nan", 500, 500),))
    >>> 'cx="500" cy="375"' in marked_svg(shown)
    True
    """
    opening: dict[str, Value] = {
        "viewBox": f"0 0 {WIDE} {photograph.high}",
        "width": str(WIDE),
        "height": str(photograph.high),
        "role": "group" if interactive else "img",
        "aria-label": photograph.title,
        "data-on": "photograph",
    }
    whole: dict[str, Value] = {"href": photograph.href, "width": str(WIDE), "height": str(photograph.high)}
    return document(
        opening,
        element("title", {}, escaped(photograph.title)) + "\n",
        group("ground", [element("image", whole)], **{"aria-hidden": "true"}),
        group("items", _marks(photograph, photograph.marks, interactive, selected)),
    )


def _marks(photograph: MarkedPhotograph, marks: Sequence[Mark], interactive: bool, selected: str) -> Iterator[str]:
    keys = [mark.key for mark in marks]
    stop = selected if selected in keys else "".join(keys[:1])
    for mark in marks:
        place = Point(float(mark.x), mark.y * photograph.high / WIDE)
        attributes: dict[str, Value] = {"class": "item", "data-item": mark.key}
        if interactive:
            attributes |= {
                "tabindex": "0" if mark.key == stop else "-1",
                "role": "button",
                "aria-label": f"{mark.number}, {mark.name}",
                "aria-pressed": "true" if mark.key == selected else "false",
            }
        yield element("g", attributes, *_mark(mark, place, is_selected=mark.key == selected))


def _mark(mark: Mark, place: Point, *, is_selected: bool) -> Iterator[str]:
    """A number on a white disc with an ink edge, which stands out on any paper."""
    if is_selected:
        side = 2 * (RADIUS + AROUND)
        yield rect(Box(place.x, place.y, side, side), rx=14, fill=shade("focus"), stroke=shade("ink"), stroke_width=3)
    yield circle(place, RADIUS, fill=shade("foam"), stroke=shade("ink"), stroke_width=3)
    yield letters(str(mark.number), place, size=LETTER)
