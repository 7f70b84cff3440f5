"""One sweeping curve from the side or shoulder of a symbol to that of another: all that could be, best first."""

from collections.abc import Iterator
from functools import cache
from heapq import heappop, heappush
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
_FEW, _SAMPLES = 12, 40  # for a first look, and to choose by
_AT_ONCE = 32  # curves that are looked at closely at a time
_STEP = 5.0  # pixels between the points of a finished curve
_PER_NEAR, _PER_LENGTH, _PER_BEND, _PER_OUTSIDE, _PER_SINK = 5.0, 0.09, 14.0, 0.3, 5.0
_SHARPEST = 0.5  # turn between two samples, in radians


class Arcs:
    """Curves between the symbols of one drawing."""

    def __init__(self, symbols: dict[str, Symbol], obstacles: Obstacles, sheet: SymbolSheet) -> None:
        self._symbols, self._obstacles, self._sheet = symbols, obstacles, sheet

    def best(self, a: str, b: str, half: float) -> list[Point]:
        """The points of the best curve that touches nobody else and no words; empty where there is none."""
        controls = self._controls(a, b)
        controls = controls[~self._obstacles.is_hit(_bezier(controls, _FEW), half, (a, b))]
        trial = _bezier(controls, _SAMPLES)
        for number in self._best_first(trial, half, (a, b)):
            points = _finished(controls[number], trial[number])
            if not self._obstacles.is_hit(points, half, (a, b))[0]:
                return [Point(round(float(x), 2), round(float(y), 2)) for x, y in points[0]]
        return []

    def _best_first(self, trial: Floats, half: float, people: tuple[str, str]) -> Iterator[int]:
        """Curves that touch nobody, the cheapest first: looked at only as far as none that is left could be cheaper."""
        lengths, least = self._least(trial)
        order = np.argsort(least, kind="stable")
        waiting: list[tuple[float, int]] = []
        for start in range(0, len(order), _AT_ONCE):
            some = order[start : start + _AT_ONCE]
            while waiting and waiting[0][0] < least[some[0]]:
                yield heappop(waiting)[1]
            some = some[self._is_free(trial[some], half, people)]
            costs = least[some] + self._along(trial[some], lengths[some]) if len(some) else ()
            for number, cost in zip(some, costs, strict=True):
                heappush(waiting, (float(cost), int(number)))
        while waiting:
            yield heappop(waiting)[1]

    def _is_free(self, trial: Floats, half: float, people: tuple[str, str]) -> Truths:
        free: Truths = ~self._obstacles.is_hit(trial, half, people) & ~self._enters(trial, people) & ~_is_pointed(trial)
        return free

    def port(self, person: str, degrees: float) -> Point:
        """Where a curve leaves a symbol in a direction: a little outside its outline."""
        symbol, angle = self._symbols[person], radians(degrees)
        ring = self._sheet.sizes.ring if "index" in symbol.marks else 0.0
        far = reach(self._sheet.shapes[symbol.shape], symbol.box, angle) + ring + _OFF
        return Point(symbol.box.x + far * cos(angle), symbol.box.y + far * sin(angle))

    def _controls(self, a: str, b: str) -> Floats:
        """Four control points for every pair of ports and every pair of pulls."""
        first, second = self._symbols[a].box, self._symbols[b].box
        apart = hypot(first.x - second.x, first.y - second.y)
        (start, out), (end, back) = (self._leaving(person, apart) for person in (a, b))
        ways = len(PORTS) * len(_PULLS)
        leaving = np.repeat(np.stack([start, out], axis=1), ways, axis=0)
        arriving = np.tile(np.stack([back, end], axis=1), (ways, 1, 1))
        return np.concatenate([leaving, arriving], axis=1)

    def _leaving(self, person: str, apart: float) -> tuple[Floats, Floats]:
        """Ports and the control points after them, for every port and pull."""
        pairs = [(port, pull) for port in PORTS for pull in _PULLS]
        ports = np.array([self.port(person, port) for port, _ in pairs])
        pulled = [(cos(radians(port)) * pull * apart, sin(radians(port)) * pull * apart) for port, pull in pairs]
        return ports, ports + np.array(pulled)

    def _enters(self, trial: Floats, people: tuple[str, str]) -> Truths:
        """Whether a curve comes back over one of its own two symbols."""
        found = np.zeros(len(trial), dtype=bool)
        for person in people:
            box = self._symbols[person].box
            from_middle = np.hypot(trial[:, :, 0] - box.x, trial[:, :, 1] - box.y)
            found |= (from_middle < box.w / 2).any(axis=1)
        return found

    def _least(self, trial: Floats) -> tuple[Floats, Floats]:
        """The length of each curve, and what it costs at the least: wherever others run, it costs more."""
        lengths: Floats = np.hypot(*np.moveaxis(np.diff(trial, axis=1), -1, 0)).sum(axis=1)
        outside = self._obstacles.outside(trial)
        sinks = (trial[:, 1, 1] > trial[:, 0, 1]).astype(np.float64) + (trial[:, -2, 1] > trial[:, -1, 1])
        least: Floats = _PER_LENGTH * lengths + _PER_BEND * _turning(trial) + _PER_OUTSIDE * outside + _PER_SINK * sinks
        return lengths, least

    def _along(self, trial: Floats, lengths: Floats) -> Floats:
        """What it costs to run along family lines, edges of homes and earlier curves."""
        along: Floats = _PER_NEAR * self._obstacles.nearness(trial) * lengths / _SAMPLES / _STEP
        return along


def _finished(controls: Floats, trial: Floats) -> Floats:
    length = float(np.hypot(*np.diff(trial, axis=0).T).sum())
    return _bezier(controls[None], max(8, int(length / _STEP)))


def _turns(trial: Floats) -> Floats:
    """The turn of each curve at each of its samples, in radians."""
    steps = np.diff(trial, axis=1)
    ways = np.arctan2(steps[:, :, 1], steps[:, :, 0])
    turns: Floats = np.abs((np.diff(ways, axis=1) + pi) % (2 * pi) - pi)
    return turns


def _turning(trial: Floats) -> Floats:
    """How far each curve turns in all, in half circles."""
    whole: Floats = _turns(trial).sum(axis=1) / pi
    return whole


def _is_pointed(trial: Floats) -> Truths:
    pointed: Truths = np.asarray((_turns(trial) > _SHARPEST).any(axis=1))
    return pointed


@cache
def _weights(samples: int) -> Floats:
    t = np.linspace(0, 1, samples)
    weights: Floats = np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3], axis=1)
    return weights


def _bezier(controls: Floats, samples: int) -> Floats:
    """Points (curves, samples, 2) of cubic curves with control points (curves, 4, 2)."""
    points: Floats = np.einsum("sk,ckd->csd", _weights(samples), controls)
    return points
