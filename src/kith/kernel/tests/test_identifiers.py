"""Identifiers are normalised or refused with the reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.identifiers import CHECKERS, NotAnIdentifier, la_child_id, nhs_number, spaced_nhs_number, upn


def test_nhs_number_is_normalised_and_spaced() -> None:
    assert nhs_number(" 943-476 5919 ") == "9434765919"
    assert spaced_nhs_number("9990000018") == "999 000 0018"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "only digits"),
        ("94347659l9", "only digits"),
        ("943476591", "this has 9"),
        ("9434765918", "last digit"),
        ("1111111111", "all its digits are the same"),
        ("\u0669\u0664\u0663\u0664\u0667\u0666\u0665\u0669\u0661\u0669", "only digits"),
    ],
)
def test_a_wrong_nhs_number_says_why(text: str, said: str) -> None:
    with pytest.raises(NotAnIdentifier, match=said):
        nhs_number(text)


@given(st.sampled_from(["9434765919", "9990000018"]), st.integers(0, 9), st.integers(1, 9))
def test_any_single_wrong_digit_is_noticed(number: str, place: int, change: int) -> None:
    wrong = number[:place] + str((int(number[place]) + change) % 10) + number[place + 1 :]
    with pytest.raises(NotAnIdentifier):
        nhs_number(wrong)


def test_nine_digits_that_would_need_a_tenth_of_ten_are_never_an_nhs_number() -> None:
    for last in "0123456789":
        with pytest.raises(NotAnIdentifier, match="last digit"):
            nhs_number("000000006" + last)


@pytest.mark.parametrize("number", ["B823432110001", "H926123456789"])
def test_published_upn_vectors(number: str) -> None:
    assert upn(number.lower()) == number


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A823432110001", "first letter"),
        ("B82343211000", "this has 12"),
        ("S823432110001", "not I, O or S"),
        ("8234321100011", "12 digits"),
    ],
)
def test_a_wrong_upn_says_why(text: str, said: str) -> None:
    with pytest.raises(NotAnIdentifier, match=said):
        upn(text)


def test_a_temporary_upn_ends_in_a_letter_that_counts() -> None:
    accepted = [letter for letter in "ABCDEFGHJKLMNPQRTUVWXYZ" if _is_upn(f"{letter}92612345678A")]
    assert len(accepted) == 1


def _is_upn(text: str) -> bool:
    try:
        return upn(text) == text
    except NotAnIdentifier:
        return False


def test_la_child_id_has_twenty_characters_at_most() -> None:
    assert la_child_id(" 4417A ") == "4417A"
    for wrong in ("", "12 34", "x" * 21):
        with pytest.raises(NotAnIdentifier):
            la_child_id(wrong)


@given(st.sampled_from(sorted(CHECKERS)), st.text(max_size=30))
def test_every_checker_returns_or_refuses(kind: str, text: str) -> None:
    try:
        assert CHECKERS[kind](text)
    except NotAnIdentifier as refusal:
        assert refusal.message.endswith(".")
