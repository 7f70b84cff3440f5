"""The part of a drawing that shows through a window, for a sheet of many."""

from collections.abc import Iterable
from dataclasses import replace

from kith.engines.drawing.picture import Box, Drawing, Mark, Point, Symbol

AROUND = 60  # pixels kept beyond the window: rings, hops and words that reach over their own place


def through_window(drawing: Drawing, window: Box) -> Drawing:
    """The drawing with only what touches the window, in the same places and without its key.

    >>> from kith.engines.drawing.picture import Line
    >>> lines = (Line(kind="trunk", points=(Point(0, 0), Point(0, 9))),)
    >>> family = Drawing(title="", description="", width=900, height=90, lines=lines)
    >>> [len(through_window(family, Box(x, 45, 90, 90)).lines) for x in (45, 855)]
    [1, 0]
    """
    return replace(
        drawing,
        symbols=tuple(symbol for symbol in drawing.symbols if _touch(window, _boxes_of(symbol))),
        lines=tuple(line for line in drawing.lines if _touch(window, [_around(line.points)])),
        marks=tuple(mark for mark in drawing.marks if _touch(window, [_box_of(mark)])),
        hulls=tuple(hull for hull in drawing.hulls if _touch(window, map(_around, hull.outlines))),
        curves=tuple(curve for curve in drawing.curves if _touch(window, [_around(curve.points)])),
        key=(),
    )


def _boxes_of(symbol: Symbol) -> list[Box]:
    return [symbol.box, *([symbol.label.box] if symbol.label else [])]


def _box_of(mark: Mark) -> Box:
    return Box(mark.at.x, mark.at.y, 12 * len(mark.text), 0)


def _around(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, max(xs) - min(xs), max(ys) - min(ys))


def _touch(window: Box, boxes: Iterable[Box]) -> bool:
    return any(
        abs(box.x - window.x) <= (box.w + window.w) / 2 + AROUND
        and abs(box.y - window.y) <= (box.h + window.h) / 2 + AROUND
        for box in boxes
    )
