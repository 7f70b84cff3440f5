"""Pictures in which people are placed with a child: pure data in, places, SVG and the same in words out.

Owns where things stand and how they look; who may see what is cut before, and what is kept is the app's.
"""

from kith.engines.drawing.scenes.arranged import Arranged, Place, Spot, Zone
from kith.engines.drawing.scenes.arranging import CannotArrange, arrange, moved, placed
from kith.engines.drawing.scenes.compared import compared
from kith.engines.drawing.scenes.differing import differing
from kith.engines.drawing.scenes.family_ties import shape_for
from kith.engines.drawing.scenes.handmade import hand_tools, made_says, pen_svg, plain_tools, sticker_svg
from kith.engines.drawing.scenes.marked import Mark, MarkedPhotograph, marked_svg
from kith.engines.drawing.scenes.paper import OnPaper, to_pdf
from kith.engines.drawing.scenes.ringed import ring_words
from kith.engines.drawing.scenes.said import Said, Section, described, said
from kith.engines.drawing.scenes.scene import Face, Item, Line, Made, Part, Scene, State, Towards
from kith.engines.drawing.scenes.svg import to_png, to_svg

__all__ = [
    "Arranged",
    "CannotArrange",
    "Face",
    "Item",
    "Line",
    "Made",
    "Mark",
    "MarkedPhotograph",
    "OnPaper",
    "Part",
    "Place",
    "Said",
    "Scene",
    "Section",
    "Spot",
    "State",
    "Towards",
    "Zone",
    "arrange",
    "compared",
    "described",
    "differing",
    "hand_tools",
    "made_says",
    "marked_svg",
    "moved",
    "pen_svg",
    "placed",
    "plain_tools",
    "ring_words",
    "said",
    "shape_for",
    "sticker_svg",
    "to_pdf",
    "to_png",
    "to_svg",
]
