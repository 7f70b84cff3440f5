"""Shape follows gender as lived, then the recorded sex, and is otherwise not guessed."""

import pytest

from kith.engines.drawing.network import Person
from kith.engines.drawing.picture import Box, Symbol
from kith.engines.drawing.symbols import load_sheet, marks_of, shape_of
from kith.engines.drawing.symbols.geometry import corners_of, diagonal_reach
from kith.engines.drawing.symbols.shapes import RECORDED_SEX
from kith.kernel.partial_dates import PartialDate

SHEET = load_sheet()


@pytest.mark.parametrize(
    ("gender", "sex", "shape"),
    [
        ("Woman", "M", "circle"),
        ("trans  man", "F", "square"),
        ("trans-girl", "", "circle"),
        ("non-binary", "F", "diamond"),
        ("ask me", "M", "diamond"),
        ("", "F", "circle"),
        ("  ", "M", "square"),
        ("", "X", "diamond"),
        ("", "", "diamond"),
    ],
)
def test_gender_in_a_persons_own_words_decides(gender: str, sex: str, shape: str) -> None:
    assert shape_of(Person(id="p", gender=gender, sex=sex), SHEET) == shape


def test_a_baby_not_born_yet_is_a_triangle_whatever_else_is_known() -> None:
    baby = Person(id="p", kind="unborn", sex="F")
    assert shape_of(baby, SHEET) == "triangle"
    assert RECORDED_SEX not in marks_of(baby, SHEET)


def test_the_recorded_sex_is_marked_until_somebody_says_otherwise() -> None:
    assert marks_of(Person(id="p", sex="F"), SHEET) == (RECORDED_SEX,)
    assert marks_of(Person(id="p", sex="F", gender="woman"), SHEET) == ()


def test_marks_say_died_unsure_unknown_and_the_child_at_the_centre() -> None:
    assert marks_of(Person(id="p", death=PartialDate("2018")), SHEET) == ("died",)
    assert marks_of(Person(id="p", has_died=True, provisional=True), SHEET) == ("provisional", "died")
    assert marks_of(Person(id="p", unknown=True, provisional=True), SHEET) == ("unknown",)
    assert marks_of(Person(id="p"), SHEET, is_index=True) == ("index",)


@pytest.mark.parametrize("name", ["square", "circle", "diamond", "triangle"])
def test_the_cross_of_somebody_who_died_stays_inside_the_outline(name: str) -> None:
    shape = SHEET.shapes[name]
    assert 0 < diagonal_reach(shape, down=True) <= 1
    assert 0 < diagonal_reach(shape, down=False) <= 1


def test_a_ring_around_a_square_keeps_its_distance() -> None:
    symbol = Symbol(person="p", box=Box(100, 50, 44, 44), shape="square")
    corners = corners_of(SHEET.shapes["square"], symbol.box, beyond=5)
    assert corners[0] == (73, 23) and corners[2] == (127, 77)
