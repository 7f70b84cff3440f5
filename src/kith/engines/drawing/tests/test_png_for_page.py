"""A PNG for a document knows its size on paper and comes with the words to read aloud for it."""

import struct
from dataclasses import replace

import pytest

from kith.engines.drawing.compose import draw
from kith.engines.drawing.output.png_for_page import MARGIN, PER_INCH, to_page_png
from kith.engines.drawing.output.sheets import CannotFitPaper
from kith.engines.drawing.output.tests.families import KIN, TODAY, noor_family

PER_METRE = round(PER_INCH / 0.0254)


@pytest.mark.parametrize("width", [600, 1_200, 3_000])
def test_it_is_sharp_and_fits_between_the_margins(width: int) -> None:
    drawing = replace(draw(noor_family(), on=TODAY, kin=KIN), width=width, height=400)
    png = to_page_png(drawing)
    pixels, _ = struct.unpack(">II", png.data[16:24])
    at = png.data.index(b"pHYs") + 4
    assert struct.unpack(">IIB", png.data[at : at + 9]) == (PER_METRE, PER_METRE, 1)
    assert pixels / PER_INCH * 25.4 <= 297 - 2 * MARGIN + 0.2
    assert f"{pixels / PER_INCH * 25.4:.0f} mm wide" in png.note
    assert ("points high" in png.note) == (width == 3_000)
    assert png.alt == f"{drawing.title}. {drawing.description}"


def test_paper_that_there_is_not_is_refused() -> None:
    with pytest.raises(CannotFitPaper, match="not for b5"):
        to_page_png(draw(noor_family()), "b5")
