"""Outlines of shapes in pixels, and how far a shape reaches along its diagonals."""

from math import cos, hypot, inf, pi, sin, sqrt

from kith.engines.drawing.picture import Box, Point
from kith.engines.drawing.symbols.styles import Shape


def corners_of(shape: Shape, box: Box, *, beyond: float = 0) -> tuple[Point, ...]:
    """The corners of a polygon fitted to a box, `beyond` pixels larger on each side (exact for a square)."""
    return tuple(
        Point(
            box.x + x * (box.w / 2 + beyond * _slant(shape)),
            box.y + shape.middle * box.h / 2 + y * (box.h / 2 + beyond * _slant(shape)),
        )
        for x, y in shape.corners
    )


def outline_of(shape: Shape, box: Box) -> tuple[Point, ...]:
    """The outline as corners, also of a circle."""
    if shape.corners:
        return corners_of(shape, box)
    radius, middle = radius_of(shape, box), box.y + shape.middle * box.h / 2
    angles = (step * pi / 24 for step in range(48))
    return tuple(Point(box.x + radius * cos(angle), middle + radius * sin(angle)) for angle in angles)


def radius_of(shape: Shape, box: Box, *, beyond: float = 0) -> float:
    """The radius of a circle in pixels."""
    return shape.radius * box.w / 2 + beyond


def reach(shape: Shape, box: Box, angle: float) -> float:
    """From the middle of the box to the outline in one direction, in pixels; an angle of 0 points right, pi/2 down.

    >>> from math import pi
    >>> square = Shape(name="square", says="", corners=((-1, -1), (1, -1), (1, 1), (-1, 1)))
    >>> round(reach(square, Box(0, 0, 44, 44), pi / 4), 1)
    31.1
    """
    if shape.radius or shape.middle:
        return max(hypot(x, y) for x, y in shape.corners) * box.w / 2 if shape.corners else shape.radius * box.w / 2
    ends = zip(shape.corners, (*shape.corners[1:], shape.corners[0]), strict=True)
    return min((_ray(a, b, (cos(angle), sin(angle))) for a, b in ends), default=1.0) * box.w / 2


def _ray(a: tuple[float, float], b: tuple[float, float], way: tuple[float, float]) -> float:
    """How far along a direction the side from a to b is met; infinite where it is not."""
    side = (b[0] - a[0], b[1] - a[1])
    turn = way[0] * side[1] - way[1] * side[0]
    if abs(turn) < 1e-9:
        return inf
    far = (a[0] * side[1] - a[1] * side[0]) / turn
    share = (a[0] * way[1] - a[1] * way[0]) / turn
    return far if far > 0 and -1e-9 <= share <= 1 + 1e-9 else inf


def diagonal_reach(shape: Shape, *, down: bool) -> float:
    """How far the shape reaches to each side along a diagonal, in half symbols.

    >>> diagonal_reach(Shape(name="square", says="", corners=((-1, -1), (1, -1), (1, 1), (-1, 1))), down=True)
    1.0
    """
    if shape.radius:
        return shape.radius / sqrt(2)
    ends = zip(shape.corners, (*shape.corners[1:], shape.corners[0]), strict=True)
    return min((_meeting(a, b, 1 if down else -1) for a, b in ends), default=1.0)


def _slant(shape: Shape) -> float:
    """A ring around slanted sides must be pushed out further to keep the same distance."""
    nearest = min(
        (_distance(a, b) for a, b in zip(shape.corners, (*shape.corners[1:], shape.corners[0]), strict=True)), default=1
    )
    return 1 / nearest if nearest else 1


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """From the middle to the line through a and b."""
    length = sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2)
    return abs(a[0] * b[1] - a[1] * b[0]) / length if length else 0


def _meeting(a: tuple[float, float], b: tuple[float, float], slope: int) -> float:
    """Where the ray (t, slope * t), t > 0, meets the side from a to b; infinite where it does not."""
    along = (b[1] - a[1]) - slope * (b[0] - a[0])
    if along == 0:
        return inf
    share = (slope * a[0] - a[1]) / along
    reach = a[0] + share * (b[0] - a[0])
    return reach if 0 <= share <= 1 and reach > 0 else inf
