"""The edges of a drawing: everything moved so that the margin around it is the same on every side."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.picture import Box, Line, Mark, Point, Size, Symbol
from kith.engines.drawing.symbols import move

WORD_SIZE = 14
WORD_ROOM = 28  # above a line for the words on it


@dataclass(frozen=True, slots=True)
class Framed:
    """What is drawn, moved into a picture of this size."""

    size: Size
    symbols: tuple[Symbol, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    hangs: Mapping[str, Point]


def framed(
    symbols: Iterable[Symbol],
    lines: Iterable[Line],
    marks: Iterable[Mark],
    hangs: Mapping[str, Point],
    *,
    margin: float,
    least_width: float = 0,
) -> Framed:
    """Everything shifted by one amount, so that the drawing begins at (0, 0) with `margin` pixels around it.

    A drawing narrower than `least_width` stands in the middle of that width.
    """
    people, drawn, signs = tuple(symbols), tuple(lines), tuple(marks)
    edges = _edges([*_boxes(people), *_points(drawn), *map(_room, signs)])
    width = max(edges.w + 2 * margin, least_width)
    shift = Point(width / 2 - edges.x, margin + edges.h / 2 - edges.y)
    return Framed(
        Size(width, edges.h + 2 * margin),
        tuple(move(symbol, symbol.box.x + shift.x, symbol.box.y + shift.y) for symbol in people),
        tuple(replace(line, points=_shifted(line.points, shift), jumps=_shifted(line.jumps, shift)) for line in drawn),
        tuple(replace(mark, at=_moved(mark.at, shift)) for mark in signs),
        {union: _moved(point, shift) for union, point in hangs.items()},
    )


def _moved(point: Point, shift: Point) -> Point:
    return Point(point.x + shift.x, point.y + shift.y)


def _shifted(points: Iterable[Point], shift: Point) -> tuple[Point, ...]:
    return tuple(_moved(point, shift) for point in points)


def _edges(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them; an empty one where there are none."""
    corners = [(box.x + side * box.w / 2, box.y + side * box.h / 2) for box in boxes for side in (-1, 1)]
    xs, ys = zip(*corners or [(0.0, 0.0)], strict=True)
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    return Box((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def _boxes(symbols: Iterable[Symbol]) -> Iterator[Box]:
    for symbol in symbols:
        yield symbol.box
        if symbol.label:
            yield symbol.label.box


def _points(lines: Iterable[Line]) -> Iterator[Box]:
    return (Box(x, y, 0, 0) for line in lines for x, y in line.points)


def _room(mark: Mark) -> Box:
    return Box(mark.at.x, mark.at.y - WORD_ROOM / 2, text_width(mark.text, WORD_SIZE), WORD_ROOM)
