"""Where everybody stands: generations, order in each row, positions, and unconnected families side by side.

Rooms are separate and talk in plain numbers; only `engine` knows them all. Lines are the business of `routing`.
"""

from kith.engines.drawing.layout.earlier import CannotReadLayout, Earlier, again, earlier_layout
from kith.engines.drawing.layout.engine import layout
from kith.engines.drawing.layout.errors import CannotDraw
from kith.engines.drawing.layout.spacing import Spacing
from kith.engines.drawing.layout.warming import warm
from kith.engines.drawing.layout.wishes import Wishes

__all__ = [
    "CannotDraw",
    "CannotReadLayout",
    "Earlier",
    "Spacing",
    "Wishes",
    "again",
    "earlier_layout",
    "layout",
    "warm",
]
