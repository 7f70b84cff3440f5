"""One sweeping curve from the side or shoulder of a symbol to that of another: all that could be, best first."""

from functools import cache
from math import cos, hypot, pi, radians, sin

import numpy as np

from kith.engines.drawing.picture import Point, Symbol
from kith.engines.drawing.routing.feelings.obstacles import Floats, Obstacles, Truths
from kith.engines.drawing.symbols import SymbolSheet
from kith.engines.drawing.symbols.geometry import reach

# Degrees clockwise from "right", y pointing down: shoulders and sides, never where a family line arrives.
PORTS = (-24, -46, -66, 24, -156, -134, -114, 156)
_PULLS = (0.25, 0.45, 0.75, 1.1)  # how far a curve is pulled out of its symbol, in distances of the two
_OFF = 3.0  # pixels between the outline and the end of a curve
_SAMPLES = 40
_STEP = 5.0  # pixels between the points of a finished curve
_PER_NEAR, _PER_LENGTH, _PER_BEND, _PER_DROP = 5.0, 0.045, 14.0, 10.0


class Arcs:
    """Curves between the symbols of one drawing."""

    def __init__(self, symbols: dict[str, Symbol], obstacles: Obstacles, sheet: SymbolSheet) -> None:
        self._symbols, self._obstacles, self._sheet = symbols, obstacles, sheet

    def best(self, a: str, b: str, half: float) -> list[Point]:
        """The points of the best curve that touches nobody else and no words; empty where there is none."""
        controls = self._controls(a, b)
        trial = _bezier(controls, _SAMPLES)
        free = ~self._obstacles.is_hit(trial, half, (a, b)) & ~self._enters(trial, (a, b))
        costs = self._costs(controls, trial)
        for number in np.argsort(np.where(free, costs, np.inf), kind="stable"):
            if not free[number]:
                break
            points = self._finished(controls[number], trial[number])
            if not self._obstacles.is_hit(points, half, (a, b))[0]:
                return [Point(round(float(x), 2), round(float(y), 2)) for x, y in points[0]]
        return []

    def port(self, person: str, degrees: float) -> Point:
        """Where a curve leaves a symbol in a direction: a little outside its outline."""
        symbol, angle = self._symbols[person], radians(degrees)
        ring = self._sheet.sizes.ring if "index" in symbol.marks else 0.0
        far = reach(self._sheet.shapes[symbol.shape], symbol.box, angle) + ring + _OFF
        return Point(symbol.box.x + far * cos(angle), symbol.box.y + far * sin(angle))

    def _controls(self, a: str, b: str) -> Floats:
        """Four control points for every pair of ports and every pull."""
        first, second = self._symbols[a].box, self._symbols[b].box
        apart = hypot(first.x - second.x, first.y - second.y)
        starts = [(self.port(a, port), radians(port)) for port in PORTS]
        ends = [(self.port(b, port), radians(port)) for port in PORTS]
        return np.array(
            [
                [start, _pulled(start, out, apart * pull), _pulled(end, back, apart * pull), end]
                for start, out in starts
                for end, back in ends
                for pull in _PULLS
            ]
        )

    def _enters(self, trial: Floats, people: tuple[str, str]) -> Truths:
        """Whether a curve comes back over one of its own two symbols."""
        found = np.zeros(len(trial), dtype=bool)
        for person in people:
            box = self._symbols[person].box
            from_middle = np.hypot(trial[:, :, 0] - box.x, trial[:, :, 1] - box.y)
            found |= (from_middle < box.w / 2).any(axis=1)
        return found

    def _costs(self, controls: Floats, trial: Floats) -> Floats:
        lengths = np.hypot(*np.moveaxis(np.diff(trial, axis=1), -1, 0)).sum(axis=1)
        straight = np.hypot(*(controls[:, 3] - controls[:, 0]).T)
        along = self._obstacles.nearness(trial) * lengths / _SAMPLES / _STEP
        turned = _turning(trial)
        drops = np.tile(np.repeat([port in (24, 156) for port in PORTS], len(_PULLS)), len(PORTS))
        costs: Floats = (
            _PER_NEAR * along + _PER_LENGTH * (2 * lengths - straight) + _PER_BEND * turned + _PER_DROP * drops
        )
        return costs

    def _finished(self, controls: Floats, trial: Floats) -> Floats:
        length = float(np.hypot(*np.diff(trial, axis=0).T).sum())
        return _bezier(controls[None], max(8, int(length / _STEP)))


def _pulled(port: Point, angle: float, far: float) -> Point:
    return Point(port.x + far * cos(angle), port.y + far * sin(angle))


def _turning(trial: Floats) -> Floats:
    """How far each curve turns in all, in half circles."""
    steps = np.diff(trial, axis=1)
    ways = np.arctan2(steps[:, :, 1], steps[:, :, 0])
    turns = np.abs((np.diff(ways, axis=1) + pi) % (2 * pi) - pi)
    whole: Floats = turns.sum(axis=1) / pi
    return whole


@cache
def _weights(samples: int) -> Floats:
    t = np.linspace(0, 1, samples)
    weights: Floats = np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3], axis=1)
    return weights


def _bezier(controls: Floats, samples: int) -> Floats:
    """Points (curves, samples, 2) of cubic curves with control points (curves, 4, 2)."""
    points: Floats = np.einsum("sk,ckd->csd", _weights(samples), controls)
    return points
