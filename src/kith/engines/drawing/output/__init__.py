"""A drawing translated: SVG, PNG, PDF, layout values, and the same family in plain sentences.

Nothing here decides who stands where or who may be seen; every output says what the drawing or the network says.
"""

from kith.engines.drawing.output.footing import footed_png, with_foot
from kith.engines.drawing.output.key import key_of
from kith.engines.drawing.output.layout_json import family_json, to_layout_json
from kith.engines.drawing.output.pdf import CannotMakePdf, missing_for_pdf, to_pdf
from kith.engines.drawing.output.png import CannotMakePng, png_fit, to_png
from kith.engines.drawing.output.png_for_page import to_page_png
from kith.engines.drawing.output.print_pages import plan_for
from kith.engines.drawing.output.sheets import PAPERS, CannotFitPaper
from kith.engines.drawing.output.svg import to_svg
from kith.engines.drawing.output.text import Passage, sentences, story, to_text
from kith.engines.drawing.output.words_pdf import to_words_pdf

__all__ = [
    "PAPERS",
    "CannotFitPaper",
    "CannotMakePdf",
    "CannotMakePng",
    "Passage",
    "family_json",
    "footed_png",
    "key_of",
    "missing_for_pdf",
    "plan_for",
    "png_fit",
    "sentences",
    "story",
    "to_layout_json",
    "to_page_png",
    "to_pdf",
    "to_png",
    "to_svg",
    "to_text",
    "to_words_pdf",
    "with_foot",
]
