"""From the tables of an agency to its rows: headings, dates and words understood, or said to be not understood.

Pure: it needs no database, and files are opened elsewhere.
"""

from kith.apps.chronologies.reading.contributions import CannotReadChronology, Wanted, contribution_of
from kith.apps.chronologies.reading.maps import CannotUseMap, HeadingMap, read_map, write_map

__all__ = [
    "CannotReadChronology",
    "CannotUseMap",
    "HeadingMap",
    "Wanted",
    "contribution_of",
    "read_map",
    "write_map",
]
