"""A sheet must be complete and readable, and say clearly what is wrong with it."""

import pytest

from kith.engines.drawing.formats.vocabulary import CHILD_LINKS, STATUSES
from kith.engines.drawing.symbols.sheet import SHEETS, load_sheet, read_sheet
from kith.engines.drawing.symbols.sheet_reading import CannotReadSheet

TEXT = (SHEETS / "mcgoldrick.toml").read_text(encoding="utf-8")


def test_every_kind_of_couple_and_descent_has_its_own_line() -> None:
    lines = load_sheet().lines
    missing = [kind for kind in STATUSES if f"couple.{kind}" not in lines]
    missing += [kind for kind in CHILD_LINKS if f"descent.{kind}" not in lines]
    assert missing == []


def test_kinds_that_must_be_told_apart_look_different() -> None:
    lines = load_sheet().lines
    looks = {
        (lines[kind].stroke, lines[kind].sign)
        for kind in ("couple.married", "couple.cohabiting", "couple.casual", "couple.separated", "couple.divorced")
    }
    assert len(looks) == 5
    assert lines["descent.birth"].stroke != lines["descent.adopted"].stroke


def test_a_sheet_says_where_it_is_from_and_since_when() -> None:
    sheet = load_sheet()
    assert sheet.source and sheet.version and sheet.valid_from.year >= 2026


def test_lines_unknown_to_the_sheet_are_drawn_as_their_family() -> None:
    sheet = load_sheet()
    assert sheet.line("couple.unknown").name == "couple"
    assert sheet.line("feud").name == "trunk"


def test_a_sheet_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(CannotReadSheet, match=r"There is: .*mcgoldrick"):
        load_sheet("../../secret")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('stroke = "unsure"', 'stroke = "wiggly"', r'\[line\.couple\.casual\].*"stroke" is not in the palette'),
        ("symbol = 44", 'symbol = "big"', r'\[sizes\]: "symbol" should be a number'),
        ('fill = "lantern"', 'fill = "mauve"', r'\[mark\.index\].*"fill" is not in the palette'),
        ("radius = 1.045", "", "either a radius or corners"),
        ('draws = ["ring"]', 'draws = ["star"]', "any of: arrow, brackets, cross, ring"),
        ('sign = "slash"', 'sign = "zigzag"', "slash or double_slash"),
        ('unborn = "triangle"', 'unborn = "heart"', 'the shape "heart"'),
        ("valid_from = 2026-11-01", 'valid_from = "soon"', "a day such as"),
        ("[sizes]", "[measures]", r'"sizes" is missing; it should be a section that begins with \[sizes\]'),
        ("[line.trunk]", "[line.stem]", 'the line "trunk" is missing'),
        ("corners = [[-1, -1],", "corners = [[-1],", "a list of pairs"),
        ("name = ", "name ", "not written as TOML"),
    ],
)
def test_a_mistake_is_named_by_its_place(before: str, after: str, message: str) -> None:
    assert before in TEXT
    with pytest.raises(CannotReadSheet, match=message) as caught:
        read_sheet(TEXT.replace(before, after, 1), where="own.toml")
    assert "own.toml" in caught.value.message
