"""A sheet must be complete and readable, and say clearly what is wrong with it."""

from collections import Counter

import pytest

from kith.engines.drawing.network import Person
from kith.engines.drawing.symbols.shapes import shape_of
from kith.engines.drawing.symbols.sheet import OTHER, SHEETS, load_sheet, read_sheet, sheet_names
from kith.engines.drawing.symbols.sheet_reading import CannotReadSheet
from kith.engines.drawing.vocabulary import CHILD_LINKS, STATUSES
from kith.kernel.palette import stroke

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


@pytest.mark.parametrize("name", sheet_names())
def test_no_two_feelings_differ_by_colour_alone(name: str) -> None:
    looks = [
        (
            style.strands,
            style.wave,
            style.head,
            style.middle,
            style.word,
            stroke(style.stroke).dash,
            stroke(style.stroke).width > 3,
        )
        for kind, style in load_sheet(name).feelings.items()
        if kind != OTHER
    ]
    assert sorted(Counter(looks).items(), key=lambda entry: entry[1])[-1][1] == 1


@pytest.mark.parametrize("name", sheet_names())
def test_no_two_homes_differ_by_colour_alone(name: str) -> None:
    hulls = load_sheet(name).hulls
    looks = {(stroke(style.stroke).dash, bool(style.fill)) for style in hulls.values()}
    assert len(looks) == len(hulls)


def test_other_words_for_a_feeling_lead_to_its_line() -> None:
    sheet = load_sheet()
    assert sheet.feeling("hostile").name == "in_conflict" and sheet.feeling("caretaker").name == "cares_for"
    assert sheet.feeling("plays_chess_with").name == OTHER
    assert sheet.feeling_says("plays_chess_with") == "plays chess with"


def test_a_sheet_of_ones_own_needs_only_what_differs() -> None:
    own = read_sheet(
        'extends = "mcgoldrick"\nname = "own"\nversion = "1"\nvalid_from = 2026-11-01\nsource = "us"\n'
        '[shape_for.gender]\n"non binary" = "hexagon"\n'
    )
    assert own.shape_by_gender["non binary"] == "hexagon" and own.shape_by_gender["woman"] == "circle"
    assert shape_of(Person(id="p", gender="Non-binary"), own) == "hexagon"
    with pytest.raises(CannotReadSheet, match=r'no symbol sheet "nowhere"'):
        read_sheet('extends = "nowhere"')


def test_a_couple_who_never_married_parts_on_the_line_it_had() -> None:
    assert load_sheet().line("couple.separated.unmarried").stroke == "cohabiting"
    assert load_sheet().line("couple.divorced.unmarried").name == "couple.divorced"


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
