"""What a curve must not touch, and what it should not run along, as arrays for quick trials."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from kith.engines.drawing.picture import Box, Hull, Point
from kith.engines.drawing.routing.ground import Ground, stretches
from kith.engines.drawing.routing.homes import edges_of, name_box

Floats = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]
_NEAR_LINE, _NEAR_CURVE = 5.0, 12.0
_PER_EDGE = 0.2  # an edge of a home is broken and pale, and may be crossed
_SPARSE = 3  # of an earlier curve every so manieth point is remembered
_LABEL = 3.0  # pixels kept clear around words
_SYMBOL = 7.0  # and around symbols


class Obstacles:
    """Boxes to keep out of, family lines and earlier curves to keep off; points are arrays of (..., 2) in pixels."""

    def __init__(self, ground: Ground, hulls: Sequence[Hull] = ()) -> None:
        symbols = list(ground.symbols.values())
        labels = [symbol.label.box for symbol in symbols if symbol.label and symbol.label.lines]
        self._people = {symbol.person: number for number, symbol in enumerate(symbols)}
        self._symbols = _boxes([symbol.box for symbol in symbols], _SYMBOL)
        self._words = _boxes([*labels, *ground.words, *map(name_box, hulls)], _LABEL)
        self._lines = _bars(stretches(ground.lines))
        self._edges = _bars([edge for hull in hulls for edge in edges_of(hull)])
        self._curves = np.empty((0, 2))
        everything = np.concatenate([self._symbols, self._words])
        self._low, self._high = everything[:, :2].min(axis=0, initial=0), everything[:, 2:].max(axis=0, initial=0)

    def remember(self, points: Sequence[Point]) -> None:
        """A curve that was drawn, so that later ones keep off it."""
        self._curves = np.concatenate([self._curves, np.array(points[::_SPARSE])])

    def keep_free(self, box: Box) -> None:
        """Words that were written, which later curves and words keep clear of."""
        self._words = np.concatenate([self._words, _boxes([box], _LABEL)])

    def is_free(self, box: Box) -> bool:
        """Whether words could stand there."""
        taken = np.concatenate([self._symbols, self._words])
        left, top, right, bottom = _boxes([box], 0)[0]
        return not ((taken[:, 0] < right) & (taken[:, 2] > left) & (taken[:, 1] < bottom) & (taken[:, 3] > top)).any()

    def is_hit(self, points: Floats, half: float, but_for: Iterable[str]) -> Truths:
        """For each row of points, whether a bundle of that half width touches anybody else or any words."""
        others = np.delete(self._symbols, [self._people[person] for person in but_for], axis=0)
        return _inside_any(points, np.concatenate([others, self._words]), half)

    def outside(self, points: Floats) -> Floats:
        """How far each row of points goes beyond everybody drawn, in pixels."""
        beyond = np.maximum(self._low - points.min(axis=1), 0) + np.maximum(points.max(axis=1) - self._high, 0)
        far: Floats = beyond.sum(axis=1)
        return far

    def nearness(self, points: Floats) -> Floats:
        """For each row of points, how much of it runs along family lines, edges of homes and earlier curves."""
        on_lines = _count_inside(points, self._lines, _NEAR_LINE)
        on_lines += _PER_EDGE * _count_inside(points, self._edges, _NEAR_LINE)
        if not len(self._curves):
            return on_lines
        low, high = points.min(axis=(0, 1)) - _NEAR_CURVE, points.max(axis=(0, 1)) + _NEAR_CURVE
        near = self._curves[((self._curves > low) & (self._curves < high)).all(axis=1)]
        across, down = (np.abs(points[:, :, None, axis] - near[:, axis]) < _NEAR_CURVE for axis in (0, 1))
        on_curves: Floats = (across & down).any(axis=-1).sum(axis=-1).astype(np.float64)
        return on_lines + 2 * on_curves


def _boxes(boxes: Sequence[Box], around: float) -> Floats:
    """Rows of left, top, right, bottom."""
    edges = [
        (box.x - box.w / 2 - around, box.y - box.h / 2 - around, box.x + box.w / 2 + around, box.y + box.h / 2 + around)
        for box in boxes
    ]
    return np.array(edges).reshape(-1, 4)


def _bars(pieces: Sequence[tuple[Point, Point]]) -> Floats:
    edges = [(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)) for a, b in pieces]
    return np.array(edges).reshape(-1, 4)


def _near(points: Floats, boxes: Floats, around: float) -> Floats:
    """Only the boxes that lie where the points are; where there are no points, none."""
    if not len(points):
        return boxes[:0]
    low, high = points.min(axis=(0, 1)) - around, points.max(axis=(0, 1)) + around
    meets = (boxes[:, 0] < high[0]) & (boxes[:, 2] > low[0]) & (boxes[:, 1] < high[1]) & (boxes[:, 3] > low[1])
    near: Floats = boxes[meets]
    return near


def _within(points: Floats, boxes: Floats, around: float) -> Truths:
    x, y = points[:, :, None, 0], points[:, :, None, 1]
    across = (x > boxes[:, 0] - around) & (x < boxes[:, 2] + around)
    inside: Truths = across & (y > boxes[:, 1] - around) & (y < boxes[:, 3] + around)
    return inside


def _inside_any(points: Floats, boxes: Floats, around: float) -> Truths:
    hit: Truths = np.asarray(_within(points, _near(points, boxes, around), around).any(axis=(1, 2)))
    return hit


def _count_inside(points: Floats, boxes: Floats, around: float) -> Floats:
    count: Floats = _within(points, _near(points, boxes, around), around).any(axis=2).sum(axis=1).astype(np.float64)
    return count
