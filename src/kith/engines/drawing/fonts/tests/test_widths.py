"""Widths must be those of the bundled typeface, because label sizes rest on them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.drawing.fonts import FOLDER, text_width
from kith.engines.drawing.fonts.widths import OTHER, SQUARE


@pytest.mark.parametrize(
    ("letter", "bold", "thousandths"),
    [(" ", False, 260), ("A", False, 639), ("i", False, 258), ("0", False, 572), ("W", True, 967), ("ø", False, 605)],
)
def test_single_letters_have_the_advance_of_the_font(letter: str, bold: bool, thousandths: int) -> None:
    assert text_width(letter, 1000, bold) == thousandths


def test_the_fonts_and_their_licence_are_there() -> None:
    names = {path.name for path in FOLDER.iterdir()}
    assert {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "OFL.txt", "README.md"} <= names


def test_letters_outside_the_table_get_the_documented_width() -> None:
    assert text_width("ب", 1000) == OTHER
    assert text_width("小", 1000) == SQUARE


def test_marks_on_a_letter_take_no_room() -> None:
    assert text_width("e\u0301\u0323", 20) == text_width("e", 20)
    assert text_width("\u200f\u200d", 20) == 0


@given(st.text(max_size=50), st.text(max_size=50), st.booleans())
def test_width_adds_up_and_grows_with_size(first: str, second: str, bold: bool) -> None:
    together = text_width(first + second, 15, bold)
    assert together == pytest.approx(text_width(first, 15, bold) + text_width(second, 15, bold))
    assert text_width(first, 30, bold) == pytest.approx(2 * text_width(first, 15, bold))
