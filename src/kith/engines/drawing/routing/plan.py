"""What is to be drawn before heights are known: runs to be given lanes, lines and marks between levels."""

from dataclasses import dataclass, field

from kith.engines.drawing.picture import Line, Mark, Point
from kith.engines.drawing.routing.levels import Heights, InLane, Level

Stop = tuple[float, Level]


@dataclass(frozen=True, slots=True)
class Run:
    """A horizontal stretch in the gap above a row, and where vertical lines reach it from above and from below."""

    gap: int
    above: tuple[float, ...]
    below: tuple[float, ...]
    hugs_row: bool = False  # a bracket, which lies as near as possible to the symbols under it
    has_words: bool = False  # written above it, so that the lane above must stay empty

    @property
    def left(self) -> float:
        return min(self.above + self.below)

    @property
    def right(self) -> float:
        return max(self.above + self.below)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """A line whose heights are not known yet."""

    kind: str
    stops: tuple[Stop, ...]
    union: str = ""
    child: str = ""

    def drawn(self, heights: Heights) -> Line:
        """The line itself; stops at the same point as the one before are left out."""
        points = [Point(x, level.y(heights)) for x, level in self.stops]
        kept = [point for point, before in zip(points, [None, *points], strict=False) if point != before]
        return Line(kind=self.kind, points=tuple(kept), union=self.union, child=self.child)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMark:
    """A mark whose height is not known yet."""

    kind: str
    at: Stop
    text: str = ""
    union: str = ""

    def drawn(self, heights: Heights) -> Mark:
        at = Point(self.at[0], self.at[1].y(heights))
        return Mark(kind=self.kind, at=at, text=self.text, union=self.union)


@dataclass(slots=True)
class Plan:
    """Everything planned so far."""

    runs: list[Run] = field(default_factory=list)
    lines: list[DraftLine] = field(default_factory=list)
    marks: list[DraftMark] = field(default_factory=list)
    hangs: dict[str, Stop] = field(default_factory=dict)
    trunks: dict[str, tuple[Stop, ...]] = field(default_factory=dict)  # how trunks from brackets begin

    def add_run(self, run: Run) -> InLane:
        """The level on which the run will lie."""
        self.runs.append(run)
        return InLane(len(self.runs) - 1)
