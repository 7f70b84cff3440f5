"""A PNG has the size asked for, or says that it had to be smaller."""

import struct

import pytest

from kith.engines.drawing.compose import draw
from kith.engines.drawing.output.key_panel import picture_height, picture_width
from kith.engines.drawing.output.png import LONGEST_SIDE, MOST_PIXELS, CannotMakePng, png_fit, to_png
from kith.engines.drawing.output.tests.families import KIN, TODAY, noor_family
from kith.engines.drawing.picture import Drawing


def size_of(png: bytes) -> tuple[int, int]:
    return struct.unpack(">II", png[16:24])


def test_a_png_is_a_png_of_the_right_size() -> None:
    drawing = draw(noor_family(), on=TODAY, kin=KIN)
    png = to_png(drawing, 2)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = size_of(png)
    assert width == pytest.approx(2 * picture_width(drawing), abs=2)
    assert height == pytest.approx(2 * picture_height(drawing), abs=2)


def test_the_bundled_typeface_is_what_is_drawn() -> None:
    """Letters leave ink: the same picture without its words is a smaller file."""
    drawing = draw(noor_family(), on=TODAY, kin=KIN)
    wordless = Drawing(title="", description="", width=drawing.width, height=drawing.height, lines=drawing.lines)
    assert len(to_png(drawing, 1)) > 3 * len(to_png(wordless, 1))


@pytest.mark.parametrize(("width", "height"), [(100_000, 2_000), (400_000, 40), (9_000, 9_000)])
def test_a_very_large_picture_is_made_smaller_and_says_so(width: int, height: int) -> None:
    fit = png_fit(Drawing(title="", description="", width=width, height=height))
    assert fit.scale * fit.scale * width * height <= MOST_PIXELS
    assert fit.scale * max(width, height) <= LONGEST_SIDE
    assert "made at" in fit.note


def test_an_ordinary_picture_keeps_its_scale_without_a_note() -> None:
    fit = png_fit(Drawing(title="", description="", width=800, height=600), 2)
    assert (fit.scale, fit.note) == (2, "")


@pytest.mark.parametrize("scale", [0, -1, float("nan")])
def test_a_scale_that_is_no_scale_is_refused(scale: float) -> None:
    with pytest.raises(CannotMakePng, match="above 0"):
        to_png(Drawing(title="", description="", width=10, height=10), scale)
