"""The forms of `kith draw` that are made for paper: a PDF to print, and an image for a page of a document."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from kith.engines.drawing.output import (
    PAPERS,
    CannotFitPaper,
    CannotMakePdf,
    Passage,
    missing_for_pdf,
    plan_for,
    to_page_png,
    to_pdf,
    to_png,
)
from kith.engines.drawing.picture import Drawing


def why_no_pdf() -> str:
    """What is missing for a PDF and what works without it; empty where nothing is missing."""
    missing = missing_for_pdf()
    return f"{missing} SVG, PNG and text work without it." if missing else ""


@dataclass(frozen=True, slots=True)
class ForPaper:
    """What was asked for: a size of paper (or none), and whether a PDF is spread over sheets (or as it turns out)."""

    paper: str = ""
    tiles: bool | None = None

    def check(self, form: str) -> None:
        """Refuse before anything is drawn."""
        if self.paper and self.paper not in PAPERS:
            raise CannotFitPaper(f"Kith prints on {', '.join(PAPERS)}, not on {self.paper}.")
        if self.paper and form not in (".pdf", ".png"):
            raise CannotFitPaper(f"Leave --paper out: it is for .pdf and .png files, and a {form} file has no page.")
        if self.tiles is not None and form != ".pdf":
            name = "--tiles" if self.tiles else "--no-tiles"
            raise CannotFitPaper(f"Leave {name} out: it is for .pdf files, and a {form} file is always in one piece.")
        if form == ".pdf" and (why := why_no_pdf()):
            raise CannotMakePdf(why)

    def pdf(self, drawing: Drawing, passages: Iterable[Passage]) -> bytes:
        """Whoever waits is told first how many sheets there will be."""
        paper = self.paper or "a4"
        if note := plan_for(drawing, paper=paper, spread=self.tiles).note:
            print(note, file=sys.stderr)
        return to_pdf(drawing, passages, paper=paper, spread=self.tiles)

    def png(self, drawing: Drawing) -> bytes:
        """For a page its size is told, and the words for a screen reader, to be put into the document with it."""
        if not self.paper:
            return to_png(drawing)
        png = to_page_png(drawing, self.paper)
        print(png.note, file=sys.stderr)
        print(f"Alt text: {png.alt}")
        return png.data
