"""Finding room: each item takes the first of its own choices, best first, at which nothing touches anything."""

from collections.abc import Iterable, Iterator, Sequence
from math import cos, radians, sin
from typing import NamedTuple

from kith.engines.drawing.picture import Box, Point

GAP = 7.0  # pixels between two things that are placed
EDGE = 6.0  # to the edge of the picture
FIRST_TURN = 250.0
FEW, LOOSE, ROOMY = 12, 1.3, 2.0  # a few things, and more than a few, need so many times their own area


class Body(NamedTuple):
    """The room that a symbol and its label take around the middle of the symbol, in pixels."""

    half: float
    up: float
    down: float

    def at(self, point: Point) -> Box:
        """The room of the body with its symbol at a point."""
        return Box(point.x, point.y + (self.down - self.up) / 2, 2 * self.half, self.up + self.down)


class Segment(NamedTuple):
    """A straight line that words should not cover."""

    a: Point
    b: Point


class Ground:
    """A frame of so many pixels and what is taken of it; lines may run over `centre`, from which they start."""

    def __init__(self, width: float, height: float, *, taken: Iterable[Box] = (), centre: Iterable[Box] = ()) -> None:
        self.width, self.height = width, height
        self._centre = [_sides(box, GAP) for box in centre]
        self._taken = {box: _sides(box, GAP) for box in taken}
        self._bare = {box: _sides(box) for box in self._taken}
        self._lines: list[Segment] = []

    def is_free(self, box: Box) -> bool:
        """Whether the box lies in the frame and nothing touches it."""
        left, right, top, foot = _sides(box)
        if left < EDGE or top < EDGE or right > self.width - EDGE or foot > self.height - EDGE:
            return False
        for others in (self._taken.values(), self._centre):
            for a, b, c, d in others:  # written out: this is asked hundreds of thousands of times
                if left < b and right > a and top < d and foot > c:
                    return False
        return True

    def is_clear(self, box: Box, line: Segment | None) -> bool:
        """Whether no line runs over the box, and its own line over nothing else."""
        sides = _sides(box)
        for other in self._lines:
            if _runs_through(other, sides):
                return False
        return line is None or not any(_runs_through(line, other) for other in self._bare.values())

    def take(self, box: Box, line: Segment | None = None) -> None:
        """From now on nothing else may stand there."""
        self._taken[box] = _sides(box, GAP)
        self._bare[box] = _sides(box)
        if line:
            self._lines.append(line)

    def give_back(self, box: Box) -> None:
        """What stood there stands there no longer."""
        del self._taken[box], self._bare[box]

    def lines_over(self, box: Box, own: Segment | None = None) -> int:
        """How many lines but its own run over a box."""
        sides = _sides(box)
        return sum(_runs_through(line, sides) for line in self._lines if line != own)


def _sides(box: Box, gap: float = 0.0) -> tuple[float, float, float, float]:
    """Left, right, top and foot of a box with a gap around it."""
    wide, high = box.w / 2 + gap, box.h / 2 + gap
    return box.x - wide, box.x + wide, box.y - high, box.y + high


def has_room(boxes: Sequence[Box], area: float, *, roomy: float = ROOMY) -> bool:
    """Whether it is worth trying to place the boxes one after the other; many leave more gaps than few.

    >>> has_room([Box(0, 0, 10, 10)], 150), has_room([Box(0, 0, 10, 10)] * 20, 3000)
    (True, False)
    """
    return sum(box.w * box.h for box in boxes) * (roomy if len(boxes) > FEW else LOOSE) <= area


def touch(a: Box, b: Box, gap: float = GAP) -> bool:
    """Whether two boxes are nearer to each other than the gap.

    >>> touch(Box(0, 0, 10, 10), Box(16, 0, 10, 10)), touch(Box(0, 0, 10, 10), Box(18, 0, 10, 10))
    (True, False)
    """
    return abs(a.x - b.x) < (a.w + b.w) / 2 + gap and abs(a.y - b.y) < (a.h + b.h) / 2 + gap


def crosses(line: Segment, box: Box) -> bool:
    """Whether a line runs through a box.

    >>> crosses(Segment(Point(0, 0), Point(9, 9)), Box(5, 5, 2, 2))
    True
    """
    return _runs_through(line, _sides(box))


def _runs_through(line: Segment, sides: tuple[float, float, float, float]) -> bool:
    left, right, top, foot = sides
    (ax, ay), (bx, by) = line
    if (ax < left and bx < left) or (ax > right and bx > right) or (ay < top and by < top) or (ay > foot and by > foot):
        return False  # most lines are nowhere near
    start, end = 0.0, 1.0
    for low, high, a, b in ((left, right, ax, bx), (top, foot, ay, by)):
        if a != b:
            first, second = sorted(((low - a) / (b - a), (high - a) / (b - a)))
            start, end = max(start, first), min(end, second)
    return start <= end


def on_ellipse(middle: Point, rx: float, ry: float, turn: float) -> Point:
    """The point in a direction, in degrees clockwise from the top.

    >>> [round(value) for value in on_ellipse(Point(0, 0), 10, 5, 90)]
    [10, 0]
    """
    return Point(middle.x + rx * sin(radians(turn)), middle.y - ry * cos(radians(turn)))


def spread_turn(number: int) -> float:
    """The direction in which the item of that number stands while nobody has moved it: spread, and never rearranged.

    Each new one halves a gap that the earlier ones left, so that adding one at the end moves nobody.

    >>> [spread_turn(number) for number in range(4)]
    [250.0, 70.0, 160.0, 340.0]
    """
    share, half = 0.0, 0.5
    while number:
        share += half * (number & 1)
        number, half = number >> 1, half / 2
    return (FIRST_TURN - 360 * share) % 360


def swings(step: float, most: float) -> Iterator[float]:
    """No swing at first, then ever further to either side, in degrees.

    >>> list(swings(5, 10))
    [0.0, 5, -5, 10, -10]
    """
    yield 0.0
    swing = step
    while swing <= most:
        yield swing
        yield -swing
        swing += step
