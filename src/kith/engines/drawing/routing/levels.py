"""Heights that are known only once the lanes are counted: in a row, in a lane, or between two such."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Heights:
    """The y of every row's symbol middles and of every run's lane, in pixels."""

    rows: Sequence[float]
    runs: Mapping[int, float]


class Level(Protocol):
    """Something that has a y once the heights are known."""

    def y(self, heights: Heights) -> float: ...


@dataclass(frozen=True, slots=True)
class InRow:
    """So far below the middle of a row's symbols."""

    row: int
    below: float = 0

    def y(self, heights: Heights) -> float:
        return heights.rows[self.row] + self.below


@dataclass(frozen=True, slots=True)
class InLane:
    """On a horizontal run, by its number."""

    run: int

    def y(self, heights: Heights) -> float:
        return heights.runs[self.run]


@dataclass(frozen=True, slots=True)
class Between:
    """Part of the way from one level to another."""

    start: Level
    end: Level
    share: float

    def y(self, heights: Heights) -> float:
        start, end = self.start.y(heights), self.end.y(heights)
        return start + (end - start) * self.share
