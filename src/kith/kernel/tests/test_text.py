"""Text is kept clean, put in one order, and found under other spellings."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.kernel.text import LIMITS, BadText, cleaned, folded_tokens, sort_key, sound_key


def test_text_is_composed_and_stripped() -> None:
    assert cleaned(" Zoe\u0308 ", limit=LIMITS["name"]) == "Zo\u00eb"
    assert cleaned("one\r\ntwo", limit=20, multi_line=True) == "one\ntwo"


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069", "\0", "\x1b", "\x85", "\ud800"])
def test_hidden_characters_are_refused_with_their_place(sign: str) -> None:
    with pytest.raises(BadText, match=f"Character 3 .U.{ord(sign):04X}"):
        cleaned(f"ab{sign}c", limit=10, multi_line=True)


def test_a_line_break_is_refused_on_one_line() -> None:
    with pytest.raises(BadText, match="one line"):
        cleaned("a\nb", limit=10)


def test_right_to_left_names_keep_their_marks() -> None:
    name = "\u200f\u0645\u062d\u0645\u062f\u200f \u200c"
    assert cleaned(name, limit=20) == name


def test_length_is_counted_after_composing() -> None:
    assert cleaned("e\u0301" * 5, limit=5) == "\u00e9" * 5
    with pytest.raises(BadText, match="6 characters long and the limit is 5"):
        cleaned("abcdef", limit=5)


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    try:
        once = cleaned(text, limit=100)
    except BadText:
        return
    assert cleaned(once, limit=100) == once
    assert unicodedata.is_normalized("NFC", once)


def test_order_ignores_case_and_marks() -> None:
    names = ["Zara", "\u0141ukasz", "\u00c9lodie", "eleanor", "Elliott", "  Ada  B"]
    assert sorted(names, key=sort_key) == ["  Ada  B", "eleanor", "Elliott", "\u00c9lodie", "\u0141ukasz", "Zara"]


@given(st.text(max_size=40))
def test_tokens_are_stable_under_their_own_folding(text: str) -> None:
    tokens = folded_tokens(text)
    assert folded_tokens(" ".join(tokens)) == tokens
    assert all(tokens)


SAME_SOUND = [
    "Mohammed Muhammad Mohamed Mohammad",
    "Catherine Katherine Kathryn Cathryn",
    "Stephen Steven Stefan",
    "Aisha Ayesha Aysha",
    "Hussain Hussein Husayn",
    "Yusuf Yousef Youssef",
    "Geoffrey Jeffrey",
    "Philip Phillip Filip",
    "Claire Clare",
    "McDonald MacDonald Macdonald",
    "Michael Micheal",
    "Rachel Rachael",
    "Thompson Thomson",
    "Vaughan Vaughn",
    "Dawood Daoud",
    "Khadija Kadijah",
    "Wright Write",
    "Szymon Simon",
]


@pytest.mark.parametrize("names", SAME_SOUND)
def test_spellings_of_one_name_share_a_key(names: str) -> None:
    assert len({sound_key(name) for name in names.split()}) == 1


def test_different_names_have_different_keys() -> None:
    names = ["Noor", "Comfort", "Daniel", "Amara", "Grace", "Ivy", "Ellis", "Thomas", "Oliver", "Priya", "Kwame"]
    assert len({sound_key(name) for name in names}) == len(names)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=20))
def test_no_word_is_without_a_key(word: str) -> None:
    assert sound_key(word)
