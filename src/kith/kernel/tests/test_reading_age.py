"""Counting how hard a text is."""

import pytest

from kith.kernel.reading_age import complaints, is_hard, read_text, sentences_of, syllables, words_of

EASY = "You can ring us at any time. We will listen. You can bring somebody with you."
HARD = "Practitioners are required to facilitate the participation of siblings in subsequent multi-agency assessments."


def test_an_easy_text_passes():
    assert list(complaints(read_text(EASY))) == []


def test_an_official_text_fails_by_both_measures():
    said = " ".join(complaints(read_text(HARD)))
    assert "grade" in said
    assert "say “brothers and sisters”" in said
    assert "say “help”" in said


def test_the_grade_is_the_published_formula():
    """Ten words of one syllable in two sentences: 0.39 * 5 + 11.8 * 1 - 15.59."""
    reading = read_text("The cat sat on it. The dog ran to me.")
    assert reading.grade == pytest.approx(0.39 * 5 + 11.8 - 15.59)


def test_a_sentence_may_be_neither_long_nor_long_on_average():
    long = " ".join(["go"] * 21)
    assert [c for c in complaints(read_text(f"{long}. Go. Go.")) if "longest" in c]
    assert [c for c in complaints(read_text(" ".join(["go"] * 13))) if "average" in c]


def test_a_line_is_a_sentence_of_its_own():
    assert sentences_of("In danger now\n999\nDay and night") == ["In danger now", "999", "Day and night"]


def test_names_stay_out_of_the_count():
    assert read_text("Safiyatou Wrayburn-Ashdown came.", names={"Safiyatou", "Wrayburn", "Ashdown"}).words == 1


def test_initials_are_hard_and_ordinary_capitals_are_not():
    assert is_hard("LADO") and is_hard("GPs")
    assert not is_hard("I") and not is_hard("Monday")


@pytest.mark.parametrize(
    ("word", "count"),
    [("danger", 2), ("tonight", 2), ("crisis", 2), ("telephone", 3), ("closes", 2), ("stopped", 1), ("table", 2),
     ("night", 1), ("somebody", 3), ("nurses", 2), ("phone", 1), ("computer", 3), ("you’re", 1), ("ages", 2)],
)  # fmt: skip
def test_syllables(word, count):
    assert syllables(word) == count


def test_an_empty_text_is_no_trouble():
    assert list(complaints(read_text(" \n "))) == []
    assert words_of("") == []
