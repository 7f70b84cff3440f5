"""How a picture lies on paper: on one sheet where it can be read there, else spread over sheets that overlap.

Paper is measured in millimetres, pictures in their own pixels; at 100 % there are 96 pixels to an inch.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from kith.engines.drawing.picture import Box, Size
from kith.kernel.errors import KithError

PAPERS = {"a4": Size(210, 297), "a3": Size(297, 420), "a2": Size(420, 594), "a1": Size(594, 841)}
MARGIN = 15.0
HEADING = 20.0  # the title of a single sheet, or the words that say which sheet of how many this is
OVERLAP = 10.0
MM = 25.4 / 96  # of one pixel at 100 %
POINT = 25.4 / 72
SMALLEST_TEXT = 7.0  # points; smaller print is hard to read
LARGEST = 1.25  # a small family is not blown up further
MOST_SHEETS = 60


class CannotFitPaper(KithError):
    """The picture cannot be put on the paper that was asked for."""


class Tile(NamedTuple):
    """One sheet of a grid, counted from 1, and the part of the picture that lies on it, in the picture's pixels."""

    number: int
    row: int
    column: int
    window: Box


@dataclass(frozen=True, slots=True)
class Sheets:
    """A plan: the sheet as it is turned (mm), millimetres to one pixel, and how many sheets there are each way."""

    paper: str
    page: Size
    scale: float
    columns: int = 1
    rows: int = 1
    carries_key: bool = True  # below the picture; else it stands on a page before the sheets

    @property
    def count(self) -> int:
        return self.columns * self.rows

    @property
    def pane(self) -> Size:
        """The part of a sheet that is drawn on, in mm."""
        return pane_of(self.page)

    @property
    def note(self) -> str:
        """What somebody should know before they print; empty for a single sheet."""
        if self.count == 1:
            return ""
        return (
            f"This picture is spread over {self.count} sheets of {self.paper.upper()}, "
            f"{self.rows} down and {self.columns} across, so that it can be read."
        )

    def tiles(self) -> Iterator[Tile]:
        """Every sheet of the grid, row by row."""
        width, height = self.pane
        for place in range(self.count):
            row, column = divmod(place, self.columns)
            left, top = column * (width - OVERLAP), row * (height - OVERLAP)
            middle = ((left + width / 2) / self.scale, (top + height / 2) / self.scale)
            yield Tile(place + 1, row + 1, column + 1, Box(*middle, width / self.scale, height / self.scale))


def plan_sheets(
    picture: Size, text: float, *, paper: str = "a4", spread: bool | None = None, largest: float = LARGEST
) -> Sheets:
    """The sheets for a picture whose smallest words are `text` pixels high; on one it is at most `largest` times 100 %.

    `spread` true asks for 100 % on as many sheets as that takes, false for one sheet however small. Otherwise it is
    one sheet unless its words were below `SMALLEST_TEXT`, and then the fewest sheets on which they are not.

    >>> plan_sheets(Size(800, 500), 14).count
    1
    >>> plan = plan_sheets(Size(4000, 800), 14)
    >>> plan.columns, plan.rows, [tile.column for tile in plan.tiles()]
    (3, 1, [1, 2, 3])
    """
    if paper not in PAPERS:
        raise CannotFitPaper(f"Kith prints on {', '.join(PAPERS)}, not on {paper}.")
    single = max((_single(picture, paper, page, largest) for page in turned(paper)), key=lambda plan: plan.scale)
    wanted = MM if spread else SMALLEST_TEXT * POINT / text
    if spread is False or single.scale >= wanted:
        return single
    grids = [_grid(picture, paper, page, wanted) for page in turned(paper)]
    plan = min(grids, key=lambda grid: (grid.count, -grid.scale))
    if plan.count > MOST_SHEETS:
        raise CannotFitPaper(
            f"This picture would need {plan.count} sheets of {paper.upper()}. Ask for larger paper, or for an SVG."
        )
    return plan


def turned(paper: str) -> tuple[Size, Size]:
    upright = PAPERS[paper]
    return Size(upright.h, upright.w), upright


def pane_of(page: Size) -> Size:
    return Size(page.w - 2 * MARGIN, page.h - 2 * MARGIN - HEADING)


def _single(picture: Size, paper: str, page: Size, largest: float) -> Sheets:
    pane = pane_of(page)
    return Sheets(paper, page, min(pane.w / picture.w, pane.h / picture.h, largest * MM))


def _grid(picture: Size, paper: str, page: Size, wanted: float) -> Sheets:
    """The fewest sheets at the wanted scale, which then grows (to 100 % at most) until they are full."""
    pane = pane_of(page)
    columns, rows = _needed(picture.w * wanted, pane.w), _needed(picture.h * wanted, pane.h)
    fits = min(_reach(columns, pane.w) / picture.w, _reach(rows, pane.h) / picture.h)
    return Sheets(paper, page, max(wanted, min(MM, fits)), columns, rows)


def _needed(length: float, pane: float) -> int:
    return max(1, ceil(round((length - OVERLAP) / (pane - OVERLAP), 6)))


def _reach(count: int, pane: float) -> float:
    return OVERLAP + count * (pane - OVERLAP)
