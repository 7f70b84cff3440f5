"""Labels wrap and never shrink, and say no more than is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.drawing.fonts import text_width
from kith.engines.drawing.network import Account, Name, Person
from kith.engines.drawing.symbols import described, label_of, load_sheet, move, room_of, symbol_of
from kith.engines.drawing.symbols.wrapping import wrap
from kith.kernel.partial_dates import PartialDate

SHEET = load_sheet()
TODAY = date(2026, 11, 24)


def somebody(birth: str = "", death: str = "", **told: object) -> Person:
    return Person(
        id="p",
        names=(Name(text="Emine Demir"),),
        birth=PartialDate(birth) if birth else None,
        death=PartialDate(death) if death else None,
        **told,  # type: ignore[arg-type]
    )


def words(person: Person, **told: object) -> list[str]:
    return [line.text for line in label_of(person, **told).lines]  # type: ignore[arg-type]


def test_the_name_is_bold_and_the_facts_are_not() -> None:
    lines = label_of(somebody("1958"), kin="aunt").lines
    assert [(line.text, line.bold) for line in lines] == [("Emine Demir", True), ("born 1958, aunt", False)]


@pytest.mark.parametrize(
    ("person", "fact"),
    [
        (somebody("1958-03-02"), "born 1958"),
        (somebody("1952", "2018-09"), "1952 to 2018"),
        (somebody("", "2018"), "died 2018"),
        (somebody("1952", has_died=True), "born 1952, died"),
        (somebody(has_died=True), "died"),
        (somebody("2015-02-03", kind="child"), "2015"),
        (somebody("2014~", kind="child"), "about 2014"),
        (somebody("2027-03", kind="unborn"), "due March 2027"),
    ],
)
def test_dates_in_a_few_words(person: Person, fact: str) -> None:
    assert words(person)[1:] == [fact]


def test_somebody_known_only_by_one_name_says_so_and_who_told_us() -> None:
    account = Account(told_by="m", told_on=PartialDate("2026-10-12"))
    baz = Person(id="b", names=(Name(text="Baz", kind="known_as"),), provisional=True, account=account)
    assert words(baz, teller="Mum") == ["“Baz”", "name not known", "from Mum", "Oct 2026"]


def test_a_place_kept_open_asks_who() -> None:
    assert words(Person(id="p9", unknown=True, provisional=True)) == ["Who?"]


@given(st.text(min_size=1, max_size=300))
def test_no_line_is_wider_than_the_label_and_no_letter_is_lost(name: str) -> None:
    lines = wrap(name, width=120, size=15, bold=True)
    assert "".join("".join(lines).split()) == "".join(name.split())
    one_letter_at_most = [line for line in lines if text_width(line, 15, bold=True) > 120]
    assert all(sum(text_width(sign, 15, bold=True) > 0 for sign in line) == 1 for line in one_letter_at_most)


def test_a_double_name_breaks_after_its_hyphen() -> None:
    assert wrap("Ann Featherstone-Cholmondeley", width=140, size=15, bold=True) == ("Ann Featherstone-", "Cholmondeley")


def test_a_name_is_not_cut_for_a_few_letters() -> None:
    person = Person(id="p", names=(Name(text="Wilhelmina Featherstonehaugh"),))
    assert words(person) == ["Wilhelmina", "Featherstonehaugh"]
    assert all(len(line) > 1 for line in words(Person(id="p", names=(Name(text="M" * 40),))))


def test_a_long_word_is_cut_between_letters_and_their_marks_stay() -> None:
    lines = wrap("é" * 40, width=60, size=15)
    assert len(lines) > 1
    assert not any(line.startswith("\u0301") for line in wrap("e\u0301" * 40, width=60, size=15))


@pytest.mark.parametrize(
    ("birth", "death", "inside"),
    [
        ("2015-02-03", "", "11"),
        ("2015", "", "~11"),
        ("2015~", "", "~11"),
        ("../1950", "", ""),
        ("1850", "", ""),
        ("1952-03-01", "2018-09-01", "66"),
        ("1952", "2018", "~66"),
        ("2018", "1952", ""),
        ("", "2018", ""),
        ("2030-01-01", "", ""),
    ],
)
def test_the_age_inside_is_exact_or_about_or_left_out(birth: str, death: str, inside: str) -> None:
    assert symbol_of(somebody(birth, death), sheet=SHEET, on=TODAY).inside == inside


def test_without_a_day_only_the_dead_have_an_age() -> None:
    assert symbol_of(somebody("2015"), sheet=SHEET).inside == ""
    assert symbol_of(somebody("1952-03-01", "2018-09-01"), sheet=SHEET).inside == "66"


@pytest.mark.parametrize(
    ("person", "kin", "said"),
    [
        (somebody("1958-03-02"), "Mum's mother", "Emine Demir, 68, Mum's mother, alive"),
        (somebody("1952-03-01", "2018"), "", "Emine Demir, died 2018, aged 65 or 66"),
        (somebody(), "", "Emine Demir"),
        (somebody(provisional=True), "Eli's dad", "“Emine Demir”, Eli's dad, not sure"),
        (Person(id="p", unknown=True), "", "Who? We do not know yet"),
    ],
)
def test_a_person_in_words(person: Person, kin: str, said: str) -> None:
    assert described(person, on=TODAY, kin=kin) == said


def test_a_symbol_and_its_label_move_together() -> None:
    symbol = symbol_of(somebody("1958"), sheet=SHEET, on=TODAY)
    moved = move(symbol, 300, 200)
    assert symbol.label and moved.label
    assert (moved.label.box.x, moved.label.box.y - symbol.label.box.y) == (300, 200)
    assert room_of(moved) == room_of(symbol)
    assert room_of(symbol).h == pytest.approx(symbol.label.box.y + symbol.label.box.h / 2 + 22)
