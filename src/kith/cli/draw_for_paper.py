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


@dataclass(frozen=True, slots=True)
class ForPaper:
    """What was asked for: a size of paper (or none), and whether a PDF is spread over sheets (or as it turns out)."""

    paper: str = ""
    tiles: bool | None = None

    def check(self, form: str) -> None:
        """Refuse before anything is drawn."""
        if self.paper and self.paper not in PAPERS:
            raise CannotFitPaper(f"Kith prints on {', '.join(PAPERS)}, not on {self.paper}.")
        if form == ".pdf" and (missing := missing_for_pdf()):
            raise CannotMakePdf(f"{missing} SVG, PNG and text work without it.")

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
