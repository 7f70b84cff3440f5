"""What a finished hull takes on the ground: its edges, and the room of the words in it."""

from collections.abc import Iterator

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.picture import Box, Hull, Point
from kith.engines.drawing.routing.homes.plan import NAME_LINE, NAME_SIZE


def edges_of(hull: Hull) -> Iterator[tuple[Point, Point]]:
    """Every straight edge.

    >>> square = (Point(0, 0), Point(9, 0), Point(9, 9), Point(0, 9))
    >>> len(list(edges_of(Hull(household="h", kind="home", outlines=(square,)))))
    4
    """
    for loop in hull.outlines:
        yield from zip(loop, (*loop[1:], loop[0]), strict=True)


def name_box(hull: Hull) -> Box:
    """The room of the words; empty where there are none.

    >>> name_box(Hull(household="h", kind="home", outlines=())).w
    0.0
    """
    width = max((text_width(line, NAME_SIZE, bold=True) for line in hull.name), default=0.0)
    height = NAME_LINE * len(hull.name)
    return Box(hull.at.x + width / 2, hull.at.y - NAME_SIZE + height / 2, width, height)
