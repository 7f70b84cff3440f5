"""A drawing as a PNG file, with the bundled typeface and no system library."""

from dataclasses import dataclass
from functools import cache
from math import floor, sqrt
from types import ModuleType

from kith.engines.drawing.fonts import FOLDER
from kith.engines.drawing.output.key_panel import picture_height, picture_width
from kith.engines.drawing.output.svg import to_svg
from kith.engines.drawing.picture import Drawing
from kith.kernel.errors import KithError

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 30_000
PER_INCH = 72  # at which one pixel of the SVG is one of the PNG
STEPS = 1000  # a lowered scale is cut to thousandths


class CannotMakePng(KithError):
    """The picture could not be turned into a PNG file."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The scale at which a PNG is made; `note` says so where it is smaller than asked for."""

    scale: float
    note: str = ""


def png_fit(drawing: Drawing, scale: float = 2) -> Fit:
    """The largest scale up to `scale` that keeps the PNG within `MOST_PIXELS` and `LONGEST_SIDE`.

    >>> png_fit(Drawing(title="", description="", width=20_000, height=10_000), 1)
    Fit(scale=0.447, note='This picture is very large, so it is made at 45 % of its size. The SVG has every detail.')
    """
    return fit_of(picture_width(drawing), picture_height(drawing), scale)


def fit_of(width: float, height: float, scale: float) -> Fit:
    """The same for any picture of so many pixels."""
    if not scale > 0:
        raise CannotMakePng(f"A PNG cannot be made at scale {scale}; use a number above 0, for example 2.")
    most = min(sqrt(MOST_PIXELS / (width * height)), LONGEST_SIDE / max(width, height))
    if scale <= most:
        return Fit(scale)
    lowered = floor(most * STEPS) / STEPS
    return Fit(
        lowered,
        f"This picture is very large, so it is made at {lowered * 100:.0f} % of its size. The SVG has every detail.",
    )


def to_png(drawing: Drawing, scale: float = 2) -> bytes:
    """PNG bytes at `scale` pixels to one pixel at 100 %, or at the lower scale that `png_fit` tells.

    >>> to_png(Drawing(title="", description="", width=40, height=30))[1:4]
    b'PNG'
    """
    fit = png_fit(drawing, scale)
    return rendered(to_svg(drawing), fit.scale)


def rendered(svg: str, scale: float, *, per_inch: int = PER_INCH) -> bytes:
    """PNG bytes at `scale` pixels to one of the SVG, which say that `per_inch` of them make an inch on paper."""
    try:
        png: bytes = _renderer().svg_to_png(svg, scale=scale * PER_INCH / per_inch, ppi=per_inch)
    except ValueError as error:
        raise CannotMakePng("This picture could not be turned into a PNG file. The SVG shows it in full.") from error
    return png


@cache
def _renderer() -> ModuleType:
    """The one adapter to vl-convert: imported when first used because it is large, and told where the typeface is."""
    import vl_convert  # noqa: PLC0415

    vl_convert.register_font_directory(str(FOLDER))
    return vl_convert
