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
) -> Framed:
    """Everything shifted by one amount, so that the drawing begins at (0, 0) with `margin` pixels around it."""
    people, drawn, signs = tuple(symbols), tuple(lines), tuple(marks)
    boxes = [*_boxes(people), *(Box(x, y, 0, 0) for line in drawn for x, y in line.points), *map(_room, signs)]
    left, top = (min((low(box) for box in boxes), default=0) for low in (_left, _top))
    right, bottom = (max((high(box) for box in boxes), default=0) for high in (_right, _bottom))
    dx, dy = margin - left, margin - top

    def at(point: Point) -> Point:
        return Point(point.x + dx, point.y + dy)

    return Framed(
        Size(right - left + 2 * margin, bottom - top + 2 * margin),
        tuple(move(symbol, symbol.box.x + dx, symbol.box.y + dy) for symbol in people),
        tuple(replace(line, points=tuple(map(at, line.points)), jumps=tuple(map(at, line.jumps))) for line in drawn),
        tuple(replace(mark, at=at(mark.at)) for mark in signs),
        {union: at(point) for union, point in hangs.items()},
    )


def _boxes(symbols: tuple[Symbol, ...]) -> Iterator[Box]:
    for symbol in symbols:
        yield symbol.box
        if symbol.label:
            yield symbol.label.box


def _room(mark: Mark) -> Box:
    return Box(mark.at.x, mark.at.y - WORD_ROOM / 2, text_width(mark.text, WORD_SIZE), WORD_ROOM)


def _left(box: Box) -> float:
    return box.x - box.w / 2


def _right(box: Box) -> float:
    return box.x + box.w / 2


def _top(box: Box) -> float:
    return box.y - box.h / 2


def _bottom(box: Box) -> float:
    return box.y + box.h / 2
