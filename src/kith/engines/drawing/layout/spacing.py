"""How far things keep from each other: the one set of measures that layout and routing share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Distances in pixels at 100 %."""

    symbol: float = 44  # width and height of a symbol
    gap: float = 18  # between two rooms in a row
    strangers: float = 20  # between two rooms whose people are neither siblings nor partners
    couple: float = 70  # least distance between the middles of two partners
    marked: float = 100  # and where their line has slashes, dashes or dots
    corridor: float = 14  # width kept free where a line passes through a row
    lane: float = 16  # between two horizontal lines in one row gap
    clear: float = 22  # between a row and the nearest lane
    family: float = 90  # between two families that are not connected
    margin: float = 40  # around the drawing
    letter: float = 7.5  # average width of a letter in words beside a couple line
