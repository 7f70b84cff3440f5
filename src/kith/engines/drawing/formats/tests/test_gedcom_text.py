"""Letters, line ends, line numbers and the ends of GEDCOM files."""

import codecs

import pytest

from kith.engines.drawing.formats import read
from kith.engines.drawing.formats.tests.samples import gedcom, person

ZOE = person("I1", name="Zo\xeb /\xc9t\xe9/")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (gedcom(*ZOE), "UTF-8"),
        (codecs.BOM_UTF8 + gedcom(*ZOE), "UTF-8"),
        (gedcom(*ZOE, charset="UNICODE", encoding="utf-16"), "UTF-16"),
        (codecs.BOM_UTF16_BE + gedcom(*ZOE, charset="UNICODE", encoding="utf-16-be"), "UTF-16"),
        (gedcom(*ZOE, charset="UNICODE", encoding="utf-16-le"), "UTF-16"),
        (gedcom(*ZOE, charset="ANSI", encoding="cp1252"), "Windows-1252"),
        (gedcom(*ZOE, charset="IBMPC", encoding="cp437"), "cp437"),
        (gedcom(*ZOE, charset="ASCII", encoding="cp1252"), "Windows-1252"),
        (gedcom(*ZOE, charset="ASCII"), "UTF-8"),
        (gedcom(*person("I1", name="Zo\xe8e /\xe2E t\xe2e/"), charset="ANSEL", encoding="latin-1"), "ANSEL"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    reading = read(data, name="x")
    assert reading.encoding == encoding
    assert reading.network.persons[0].called.replace(" ", "") == "Zo\xeb\xc9t\xe9".replace(" ", "")


def test_a_guess_and_a_contradiction_are_reported() -> None:
    assert "does not say" in read(gedcom(*ZOE, charset="ASCII"), name="x").warnings[0]
    assert "(line 4)" in read(gedcom(*ZOE, charset="ANSI", encoding="cp1252"), name="x").warnings[0]
    assert "(line 4)" in read(codecs.BOM_UTF8 + gedcom(*ZOE, charset="ANSEL"), name="x").warnings[0]
    assert read(gedcom(*ZOE), name="x").warnings == ()


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_numbers_with_every_line_end(end: bytes) -> None:
    data = gedcom(*person("I1", "1 NOTE a\x0bb\x85\u2028c", "1 _X y")).replace(b"\n", end)
    assert [kept.where for kept in read(data, name="x").network.kept] == ["line 7", "line 8"]


def test_blank_lines_count_as_lines() -> None:
    data = gedcom(*person("I1", "", "1 _X y"))
    assert read(data, name="x").network.kept[0].where == "line 8"


def test_indented_lines_and_lower_case_tags_are_understood() -> None:
    data = gedcom(*person("I1", "  1 birt", "    2 date 1900"))
    assert str(read(data, name="x").network.persons[0].birth) == "1900"


def test_a_doubled_at_sign_is_one() -> None:
    assert read(gedcom(*person("I1", name="Ann @@home")), name="x").network.persons[0].called == "Ann @home"


def test_a_missing_end_is_accepted_with_a_warning_when_the_last_line_is_whole() -> None:
    data = gedcom(*ZOE).removesuffix(b"0 TRLR\n")
    assert read(data, name="x").warnings == (
        'The file has no "0 TRLR" at its end, so a part of it may be missing (line 6).',
    )


@pytest.mark.parametrize("end", [b"0 TRLR", b"0 TRLR \r\n\r\n", b"0 TRLR\n\x1a"])
def test_other_proper_ends(end: bytes) -> None:
    assert read(gedcom(*ZOE).removesuffix(b"0 TRLR\n") + end, name="x").warnings == ()


def test_a_note_of_thousands_of_pieces_stays_whole() -> None:
    data = gedcom(*person("I1", "1 NOTE x", *["2 CONC " + "y" * 9] * 10_000))
    assert read(data, name="x").network.kept[0].value == "x" + "y" * 90_000


def test_the_format_names_its_version() -> None:
    assert read(gedcom(*ZOE), name="x").format == "GEDCOM 5.5.1"
    assert read(b"0 HEAD\n0 @I1@ INDI\n0 TRLR", name="C:\\families\\royal.v2.ged").network.name == "royal.v2"
