"""A picture lies on one sheet where it can be read there, else on as few as show all of it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.drawing.output.sheets import (
    LARGEST,
    MM,
    OVERLAP,
    PAPERS,
    POINT,
    SMALLEST_TEXT,
    CannotFitPaper,
    plan_sheets,
)
from kith.engines.drawing.picture import Size

TEXT = 14
pictures = st.builds(Size, st.floats(50, 9_000), st.floats(50, 3_000))
papers = st.sampled_from(sorted(PAPERS))


@given(picture=pictures, paper=papers, spread=st.sampled_from((None, True, False)))
def test_every_part_of_the_picture_is_on_a_sheet(picture: Size, paper: str, spread: bool | None) -> None:
    plan = plan_sheets(picture, TEXT, paper=paper, spread=spread)
    windows = [tile.window for tile in plan.tiles()]
    assert min(w.x - w.w / 2 for w in windows) == pytest.approx(0, abs=1e-6)
    assert max(w.x + w.w / 2 for w in windows) >= picture.w - 1e-3
    assert max(w.y + w.h / 2 for w in windows) >= picture.h - 1e-3
    assert sorted(plan.page) == sorted(PAPERS[paper])


@given(picture=pictures, paper=papers)
def test_words_stay_readable_and_no_sheet_is_wasted(picture: Size, paper: str) -> None:
    plan = plan_sheets(picture, TEXT, paper=paper)
    assert TEXT * plan.scale >= SMALLEST_TEXT * POINT * (1 - 1e-9)
    assert plan.scale <= LARGEST * MM
    assert all(w.x - w.w / 2 < picture.w and w.y - w.h / 2 < picture.h for _, _, _, w in plan.tiles())


@given(picture=pictures, paper=papers)
def test_neighbouring_sheets_share_a_strip(picture: Size, paper: str) -> None:
    plan = plan_sheets(picture, TEXT, paper=paper, spread=True)
    row = [tile.window for tile in plan.tiles() if tile.row == 1]
    for here, there in pairwise(row):
        assert ((here.x + here.w / 2) - (there.x - there.w / 2)) * plan.scale == pytest.approx(OVERLAP)


def test_one_sheet_is_one_sheet_however_small() -> None:
    assert plan_sheets(Size(9_000, 500), TEXT, spread=False).count == 1


def test_a_turned_sheet_is_taken_where_more_fits_on_it() -> None:
    assert plan_sheets(Size(900, 300), TEXT).page == Size(297, 210)
    assert plan_sheets(Size(300, 900), TEXT).page == Size(210, 297)


def test_a_note_says_how_many_sheets_there_are() -> None:
    assert plan_sheets(Size(900, 300), TEXT).note == ""
    assert "3 sheets of A4, 1 down and 3 across" in plan_sheets(Size(4_000, 700), TEXT).note


def test_what_cannot_be_done_is_said() -> None:
    with pytest.raises(CannotFitPaper, match="not on b5"):
        plan_sheets(Size(100, 100), TEXT, paper="b5")
    with pytest.raises(CannotFitPaper, match="larger paper"):
        plan_sheets(Size(100_000, 3_000), TEXT)
