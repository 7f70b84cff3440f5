"""A chronology as a timeline: lanes, marks, bars, piles, bands and silences, each with its place in px.

Where the rows come from and how the lines are drawn is for others; colours and shapes are chosen where it is written.
"""

from kith.engines.chronology.timeline.layout import lay_out
from kith.engines.chronology.timeline.placed import (
    Arc,
    Bar,
    Label,
    Notch,
    Placed,
    PlacedBand,
    PlacedLane,
    PlacedSilence,
    Tick,
    Timeline,
)
from kith.engines.chronology.timeline.reach import whole_of
from kith.engines.chronology.timeline.story import (
    Band,
    Birthday,
    Happening,
    Lane,
    Mark,
    Measure,
    Silence,
    Story,
    Window,
)
from kith.engines.chronology.timeline.windows import Choice, Moves, inside, moves, opening

__all__ = [
    "Arc",
    "Band",
    "Bar",
    "Birthday",
    "Choice",
    "Happening",
    "Label",
    "Lane",
    "Mark",
    "Measure",
    "Moves",
    "Notch",
    "Placed",
    "PlacedBand",
    "PlacedLane",
    "PlacedSilence",
    "Silence",
    "Story",
    "Tick",
    "Timeline",
    "Window",
    "inside",
    "lay_out",
    "moves",
    "opening",
    "whole_of",
]
