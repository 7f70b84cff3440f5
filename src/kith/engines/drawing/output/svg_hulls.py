"""Homes as SVG: a tint, a rounded dashed edge, and the name of the home inside it."""

from collections.abc import Sequence
from math import hypot

from kith.engines.drawing.output.markup import element, escaped, number, text
from kith.engines.drawing.output.svg_symbols import line_attributes
from kith.engines.drawing.picture import Hull, Point
from kith.engines.drawing.routing.homes.plan import NAME_LINE, NAME_SIZE
from kith.engines.drawing.symbols.sheet import SymbolSheet
from kith.kernel.palette import colour, stroke

ROUND = 14.0


def hull_markup(hull: Hull, sheet: SymbolSheet) -> str:
    """Tint and edge, as one group that names the household, its kind and its members."""
    style = sheet.hulls.get(hull.kind) or sheet.hulls["other_home"]
    path = "".join(rounded(loop) for loop in hull.outlines)
    fill = colour(style.fill) if style.fill else "none"
    return element(
        "g",
        {"data-household": hull.household, "data-kind": hull.kind, "data-members": " ".join(hull.members)},
        element("title", {}, escaped(f"{style.says}: {' '.join(hull.name)}" if hull.name else style.says)),
        element("path", {"d": path, "fill": fill, "fill-rule": "evenodd", **line_attributes(stroke(style.stroke))}),
    )


def hull_name(hull: Hull, sheet: SymbolSheet) -> str:
    """The words of a home, above the tint and below the people."""
    style = sheet.hulls.get(hull.kind) or sheet.hulls["other_home"]
    lines = [
        text(
            words,
            hull.at.x,
            hull.at.y + NAME_LINE * row,
            size=NAME_SIZE,
            fill=colour(style.ink),
            bold=True,
            anchor="start",
        )
        for row, words in enumerate(hull.name)
    ]
    return element("g", {"data-household": hull.household}, *lines)


def rounded(corners: Sequence[Point], radius: float = ROUND) -> str:
    """A closed path through the corners, each cut off by a curve no longer than half its sides.

    >>> rounded((Point(0, 0), Point(20, 0), Point(20, 20), Point(0, 20)), radius=4)
    'M0 4Q0 0 4 0L16 0Q20 0 20 4L20 16Q20 20 16 20L4 20Q0 20 0 16Z'
    """
    parts: list[str] = []
    for place, corner in enumerate(corners):
        before, after = corners[place - 1], corners[(place + 1) % len(corners)]
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        parts.append(f"{'L' if parts else 'M'}{_pair(start)}Q{_pair(corner)} {_pair(end)}")
    return "".join(parts) + "Z"


def _towards(corner: Point, other: Point, radius: float) -> Point:
    length = hypot(other.x - corner.x, other.y - corner.y) or 1.0
    share = min(radius, length / 2) / length
    return Point(corner.x + (other.x - corner.x) * share, corner.y + (other.y - corner.y) * share)


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"
