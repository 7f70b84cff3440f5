"""A drawing as a PNG for a page of a document: sharp enough to print, and no wider than the page has room."""

from dataclasses import dataclass

from kith.engines.drawing.output.key_panel import picture_height, picture_width
from kith.engines.drawing.output.png import png_fit, rendered
from kith.engines.drawing.output.sheets import MM, PAPERS, POINT, SMALLEST_TEXT, CannotFitPaper
from kith.engines.drawing.output.svg import to_svg
from kith.engines.drawing.picture import Drawing, Size
from kith.engines.drawing.symbols.sheet import sheet_of

PER_INCH = 300
MARGIN = 25.4  # mm, as word processors have it


@dataclass(frozen=True, slots=True)
class PagePng:
    """A PNG that knows how large it is on paper, what to know before it is used, and the words to read aloud for it."""

    data: bytes
    note: str
    alt: str


def to_page_png(drawing: Drawing, paper: str = "a4") -> PagePng:
    """300 pixels to an inch, at 100 % or as large as fits between the margins of the page, upright or turned.

    >>> to_page_png(Drawing(title="Noor's family", description="One person.", width=96, height=30)).alt
    "Noor's family. One person."
    """
    if paper not in PAPERS:
        raise CannotFitPaper(f"Kith makes pictures for {', '.join(PAPERS)}, not for {paper}.")
    picture = Size(picture_width(drawing), picture_height(drawing))
    upright, turned = _fit(picture, PAPERS[paper]), _fit(picture, Size(*reversed(PAPERS[paper])))
    scale = max(upright, turned)
    dots = png_fit(drawing, scale / 25.4 * PER_INCH).scale
    note = _note(drawing, paper.upper(), scale, is_turned=turned > upright)
    return PagePng(rendered(to_svg(drawing), dots, per_inch=PER_INCH), note, f"{drawing.title}. {drawing.description}")


def _fit(picture: Size, page: Size) -> float:
    """Millimetres to one pixel of the picture."""
    return min(MM, (page.w - 2 * MARGIN) / picture.w, (page.h - 2 * MARGIN) / picture.h)


def _note(drawing: Drawing, paper: str, scale: float, *, is_turned: bool) -> str:
    sizes = sheet_of(drawing.sheet).sizes
    points = min(sizes.name, sizes.fact) * scale / POINT
    page = "a turned" if is_turned else "an upright"
    wide = f"The picture is {picture_width(drawing) * scale:.0f} mm wide, for {page}"
    small = f" Its smallest words are {points:.0f} points high; larger paper makes them easier to read."
    return f"{wide} page of {paper}." + (small if points < SMALLEST_TEXT else "")
