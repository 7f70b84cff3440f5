"""What a laid-out timeline is made of, in px from its upper left corner; the column of titles is apart."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from kith.engines.chronology.timeline.story import Mark, Name, Window


class Bar(NamedTuple):
    """How far an event reaches, or may reach. A known end is cut straight; where nobody is sure, it fades.

    `sure_from` and `sure_to` bound the part in which it certainly was; both are `left` where no day is certain.
    """

    left: float
    right: float
    sure_from: float
    sure_to: float
    fades_left: bool
    fades_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One mark, or a pile of several. `left` and `right` bound what it covers, `x` and `y` are the middle of its shape.

    `kinds` are the marks it stands for with how often each occurs, the heaviest first. `opens` is the nearer window
    that takes a pile apart, None where no nearer one would.
    """

    lane: int
    x: float
    y: float
    left: float
    right: float
    names: tuple[Name, ...]
    kinds: tuple[tuple[Mark, int], ...]
    words: str
    first: dt.date
    last: dt.date
    number: int = 0
    is_struck: bool = False
    is_unsure: bool = False
    bar: Bar | None = None
    opens: Window | None = None

    @property
    def count(self) -> int:
        return len(self.names)


class PlacedLane(NamedTuple):
    """A lane from `top` down, and the lines of its title."""

    key: str
    title: str
    lines: tuple[str, ...]
    top: float
    height: float


class Label(NamedTuple):
    """One line of text, left-aligned at `x`, on the baseline `y`, as wide as it was measured."""

    words: str
    x: float
    y: float
    width: float


class PlacedBand(NamedTuple):
    """A ribbon from `left` to `right` at `top`; without a label where its title has no room."""

    title: str
    tone: int
    is_ground: bool
    left: float
    right: float
    top: float
    label: Label | None


class PlacedSilence(NamedTuple):
    """A hatched stretch of all lanes; without a label where its words have no room."""

    words: str
    left: float
    right: float
    label: Label | None


class Tick(NamedTuple):
    """A line down through the lanes; a label stands at most of the longer ones."""

    x: float
    is_long: bool
    label: Label | None


class Notch(NamedTuple):
    """A birthday or today: a short line with a label where there is room."""

    x: float
    label: Label | None


class Arc(NamedTuple):
    """Two accounts of one event: the start, two handles and the end of a curve."""

    points: tuple[tuple[float, float], ...]
    names: tuple[Name, Name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A timeline, ready to be written. `before` and `after` count the rows outside its window."""

    window: Window
    width: float
    height: float
    head: float  # where the lanes begin
    foot: float  # where the lanes end
    titles: float  # how wide the column of titles is
    lanes: tuple[PlacedLane, ...]
    marks: tuple[Placed, ...]
    arcs: tuple[Arc, ...]
    bands: tuple[PlacedBand, ...]
    silences: tuple[PlacedSilence, ...]
    birthdays: tuple[Notch, ...]
    ticks: tuple[Tick, ...]
    today: Notch | None
    before: int
    after: int
