"""The edges of a drawing: everything moved so that the margin around it is the same on every side."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.picture import Box, Curve, Drawing, Hull, Label, Line, Mark, Point, Symbol

WORD_SIZE = 14
WORD_ROOM = 28  # above a line for the words on it
CURVE_ROOM = 12  # a curve may have several strands
HULL_ROOM = 2


def framed(drawing: Drawing, *, margin: float, least_width: float = 0) -> Drawing:
    """The drawing shifted by one amount, so that it begins at (0, 0) with `margin` pixels around it.

    A drawing narrower than `least_width` stands in the middle of that width.

    >>> framed(Drawing(title="", description="", width=0, height=0), margin=40).height
    80.0
    """
    edges = _edges(_boxes(drawing))
    width = max(edges.w + 2 * margin, least_width)
    shift = _Shift(width / 2 - edges.x, margin + edges.h / 2 - edges.y)
    return replace(
        drawing,
        width=width,
        height=edges.h + 2 * margin,
        margin=margin,
        symbols=tuple(map(shift.symbol, drawing.symbols)),
        lines=tuple(map(shift.line, drawing.lines)),
        marks=tuple(replace(mark, at=shift.point(mark.at)) for mark in drawing.marks),
        hulls=tuple(map(shift.hull, drawing.hulls)),
        curves=tuple(map(shift.curve, drawing.curves)),
        hangs={union: shift.point(point) for union, point in drawing.hangs.items()},
    )


class _Shift:
    """One move for everything."""

    def __init__(self, x: float, y: float) -> None:
        self._x, self._y = x, y

    def point(self, point: Point) -> Point:
        return Point(point.x + self._x, point.y + self._y)

    def points(self, points: Iterable[Point]) -> tuple[Point, ...]:
        return tuple(map(self.point, points))

    def box(self, box: Box) -> Box:
        return box._replace(x=box.x + self._x, y=box.y + self._y)

    def symbol(self, symbol: Symbol) -> Symbol:
        return replace(symbol, box=self.box(symbol.box), label=symbol.label and self.label(symbol.label))

    def label(self, label: Label) -> Label:
        return replace(label, box=self.box(label.box))

    def line(self, line: Line) -> Line:
        return replace(line, points=self.points(line.points), jumps=self.points(line.jumps))

    def hull(self, hull: Hull) -> Hull:
        return replace(hull, outlines=tuple(map(self.points, hull.outlines)), at=self.point(hull.at))

    def curve(self, curve: Curve) -> Curve:
        return replace(curve, points=self.points(curve.points), word_at=self.point(curve.word_at))


def _edges(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them; an empty one where there are none."""
    corners = [(box.x + side * box.w / 2, box.y + side * box.h / 2) for box in boxes for side in (-1, 1)]
    xs, ys = zip(*corners or [(0.0, 0.0)], strict=True)
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def _boxes(drawing: Drawing) -> Iterator[Box]:
    for symbol in drawing.symbols:
        yield symbol.box
        if symbol.label:
            yield symbol.label.box
    yield from (Box(x, y, 0, 0) for line in drawing.lines for x, y in line.points)
    yield from (Box(x, y, HULL_ROOM, HULL_ROOM) for hull in drawing.hulls for loop in hull.outlines for x, y in loop)
    yield from (Box(x, y, CURVE_ROOM, CURVE_ROOM) for curve in drawing.curves for x, y in curve.points)
    yield from (_word_box(curve) for curve in drawing.curves if curve.word)
    yield from map(_room, drawing.marks)


def _word_box(curve: Curve) -> Box:
    return Box(*curve.word_at, text_width(curve.word, WORD_SIZE), WORD_SIZE)


def _room(mark: Mark) -> Box:
    return Box(mark.at.x, mark.at.y - WORD_ROOM / 2, text_width(mark.text, WORD_SIZE), WORD_ROOM)
