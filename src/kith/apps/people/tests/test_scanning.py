"""A sealed value is found however it is written, and what is no secret is not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.apps.people.scanning import ADDRESS, HOME, LANGUAGE, NAME, NUMBER, Scanner, SealedValue

PLACE = SealedValue(ADDRESS, "a", 1, "Flat 2\n14 Quay Row\nEastmarch", "EM1 4QZ")
HOUSE = SealedValue(ADDRESS, "h", 1, "The Gables", "")
NAMED = SealedValue(NAME, "n", 1, "Zipporah Quillfeather")
PHONE = SealedValue(NUMBER, "p", 1, "01632 960777")
NHS = SealedValue(NUMBER, "q", 1, "9434765919")
HOME_NAME = SealedValue(HOME, "d", 0, "Vexmoor House")
SIGNED = SealedValue(LANGUAGE, "s", 1, "British Sign Language")
SPOKEN = SealedValue(LANGUAGE, "l", 1, "Chinese (Mandarin)")


def found(value: SealedValue, text: str, *, open_texts: tuple[str, ...] = ()) -> bool:
    return Scanner([value], open_texts=open_texts).found_in(text) == (value,)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (PLACE, "They went back to 14 Quay Row."),
        (PLACE, "at 14, QUAY-ROW!"),
        (PLACE, "14 Quay\nRow"),
        (PLACE, "1 4  q u a y  r o w"),
        (PLACE, "somewhere in Quay Row"),
        (PLACE, "the code is em14qz"),
        (PLACE, "EM1  4QZ"),
        (HOUSE, "she is at the gables"),
        (NAMED, "Zipporah\tQUILLFEATHER"),
        (NAMED, "Quillfeather, Z."),
        (NAMED, "ask Zípporah"),
        (PHONE, "ring 01632960777"),
        (PHONE, "ring +44 1632 960 777"),
        (PHONE, "0 1 6 3 2 9 6 0 7 7 7"),
        (NHS, "943 476 5919"),
        (NHS, "NHS943-476-5919"),
        (HOME_NAME, "staying at VEXMOOR house"),
        (SIGNED, "uses british-sign language"),
        (SPOKEN, "an interpreter for MANDARIN"),
        (SPOKEN, "reads Chinese"),
    ],
)
def test_it_is_found_however_it_is_written(value: SealedValue, text: str) -> None:
    assert found(value, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (PLACE, "114 Quayside Rowland"),
        (PLACE, "Flat 2"),
        (PLACE, "in Eastmarch"),
        (PLACE, ""),
        (NAMED, "a quill and a feather"),
        (PHONE, "01632 960778"),
        (NHS, "943 476 591"),
        (HOME_NAME, "the moor"),
        (SIGNED, "a sign of bad language, as the British say"),
        (SPOKEN, "ate mandarins"),
    ],
)
def test_what_only_looks_like_it_is_left_alone(value: SealedValue, text: str) -> None:
    assert not found(value, text)


def test_a_word_that_others_are_openly_called_by_is_no_secret() -> None:
    sealed = SealedValue(NAME, "n", 1, "Mina Farrow")
    assert not found(sealed, "Mina came", open_texts=("Mina Okafor",))
    assert found(sealed, "Mina Farrow came", open_texts=("Mina Okafor",))
    assert found(sealed, "the Farrows, Farrow", open_texts=("Mina Okafor",))


def test_an_address_stays_a_secret_although_somebody_lives_in_its_street() -> None:
    assert found(PLACE, "at 14 Quay Row", open_texts=("20 Quay Row\nEM1 4QZ",))
    assert not found(PLACE, "in Quay Row", open_texts=("20 Quay Row",))


def test_of_somebody_sealed_as_a_whole_nothing_is_secret_that_is_open_of_others() -> None:
    whole = SealedValue(ADDRESS, "a", 1, "14 Quay Row", "EM1 4QZ", is_whole=True)
    assert found(whole, "at 14 Quay Row")
    assert not found(whole, "at 14 Quay Row", open_texts=("14 Quay Row",))
    assert not Scanner([whole]).says_the_same("14 Quay Row")


@given(before=st.text(max_size=20), after=st.text(max_size=20), gaps=st.lists(st.sampled_from(" .-\n/"), max_size=9))
def test_digits_are_found_whatever_stands_between_them(before: str, after: str, gaps: list[str]) -> None:
    written = "".join(digit + gap for digit, gap in zip("9434765919", [*gaps, *[""] * 10], strict=False))
    assert found(NHS, f"{before} {written} {after}")


@given(text=st.text(max_size=200))
def test_any_text_can_be_looked_through(text: str) -> None:
    Scanner([PLACE, HOUSE, NAMED, PHONE, NHS, HOME_NAME], open_texts=[text]).found_in(text)
