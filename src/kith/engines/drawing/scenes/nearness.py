"""Nearness as distance: nested ellipses around the centre, the nearer the closer, and back from a point to nearness."""

from dataclasses import dataclass
from math import atan2, degrees, hypot

from kith.engines.drawing.picture import Point
from kith.engines.drawing.scenes.scene import FARTHEST, NEAREST


@dataclass(frozen=True, slots=True)
class Orbits:
    """The ellipses of nearness 0 and 100 around a middle, in pixels, and how those between are spread.

    A `curve` of 1 spreads them evenly; a smaller one leaves more room between those that are close.
    """

    middle: Point
    near: Point
    far: Point
    curve: float = 1.0

    def radii(self, farness: float) -> Point:
        """Both radii of the ellipse of that farness.

        >>> Orbits(Point(100, 100), Point(20, 10), Point(80, 40)).radii(100)
        Point(x=80.0, y=40.0)
        """
        share = ((farness - NEAREST) / (FARTHEST - NEAREST)) ** self.curve
        return Point(*(near + (far - near) * share for near, far in zip(self.near, self.far, strict=True)))

    def found(self, x: float, y: float) -> tuple[int, float]:
        """Farness and turn of a point: the inverse of `radii` and `on_ellipse`, kept within 0 and 100.

        >>> Orbits(Point(100, 100), Point(20, 10), Point(80, 40)).found(150, 100)
        (50, 90.0)
        """
        dx, dy = x - self.middle.x, y - self.middle.y
        low, high = float(NEAREST), float(FARTHEST)
        for _ in range(40):
            half = (low + high) / 2
            radii = self.radii(half)
            if hypot(dx / radii.x, dy / radii.y) > 1:
                low = half
            else:
                high = half
        radii = self.radii(low)
        return round(low), round(degrees(atan2(dx / radii.x, -dy / radii.y)), 1) % 360
