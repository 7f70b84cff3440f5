"""Silence is said only where it is sure: never longer than it may have been, nor before the first row."""

import datetime as dt

import pytest

from kith.engines.chronology import Kind, Span
from kith.engines.chronology.tests.adding import TODAY, aids, row, said, summed

SEEN = row("1", "1 July 2026", "Home visit: Noor seen.")
BACK = row("3", "20 August 2026", "Seen at the drop in.", agency="Youth")
RECENT = row("9", "20 November 2026", "Seen in class.")


def silences(*rows, **more):
    return said(Kind.SILENCE, *rows, **more)


def spans(*rows, **more):
    return [aid.span for aid in aids(Kind.SILENCE, summed(*rows, **more))]


def test_weeks_without_seeing_are_told_with_what_bounds_them_and_what_was_told_meanwhile():
    call = row("2", "3 August 2026", "Mum rang about the rent.", agency="Housing")
    before = row("0", "20 June 2026", "Mum rang.", agency="Housing")
    later = [row(f"{n}", f"{n} October 2026", "Seen.") for n in (1, 20)]
    found = aids(Kind.SILENCE, summed(before, SEEN, call, BACK, row("7", "15 September 2026", "Seen."), *later, RECENT))
    assert [aid.sentence for aid in found] == [
        "No professional is said to have seen Noor for 7 weeks, from 2 July 2026 to 19 August 2026."
    ]
    assert found[0].span == Span(dt.date(2026, 7, 2), dt.date(2026, 8, 19))
    assert [(part.words, [id for _, id in part.rows]) for part in found[0].parts] == [
        ("before", ["1"]),
        ("meanwhile", ["2"]),
        ("after", ["3"]),
    ]
    assert [id for _, id in found[0].rows] == ["1", "2", "3"]


def test_a_day_less_than_six_weeks_is_no_silence():
    assert spans(SEEN, row("2", "13 August 2026", "Seen."), on=dt.date(2026, 8, 20)) == [
        Span(dt.date(2026, 7, 2), dt.date(2026, 8, 12))
    ]
    assert spans(SEEN, row("2", "12 August 2026", "Seen."), on=dt.date(2026, 8, 20)) == []


def test_the_last_silence_goes_on_to_the_day_asked_and_never_beyond():
    assert silences(SEEN, on=dt.date(2026, 8, 12)) == [
        ("No professional is said to have seen Noor for 6 weeks, since 2 July 2026.", ["1"])
    ]
    assert silences(SEEN, on=dt.date(2026, 8, 11)) == []
    assert silences(SEEN, row("2", "after 1 December 2026", "Seen."), on=dt.date(2026, 8, 12))[0][1] == ["1"]


def test_it_begins_with_the_first_row_at_the_earliest_also_where_that_row_saw_nobody():
    assert spans(row("1", "1 September 2026", "Mum rang.")) == [Span(dt.date(2026, 9, 2), TODAY)]
    assert spans(row("1", "1 September 2026", "Mum rang."), RECENT) == [
        Span(dt.date(2026, 9, 2), dt.date(2026, 11, 19))
    ]


@pytest.mark.parametrize(
    ("when", "left"),
    [
        ("20 August 2026", [Span(dt.date(2026, 7, 2), dt.date(2026, 8, 19))]),
        ("August 2026", []),
        ("about 20 August 2026", [Span(dt.date(2026, 7, 2), dt.date(2026, 8, 12))]),
        ("2026", []),
        ("before 20 August 2026", []),
        ("after 1 July 2026", []),
    ],
)
def test_a_vague_day_of_seeing_covers_all_days_it_may_mean(when, left):
    assert spans(SEEN, row("2", when, "Noor seen."), on=dt.date(2026, 9, 1)) == left


def test_where_a_call_and_a_visit_are_on_the_first_day_the_visit_is_what_it_rests_on():
    call = row("0", "1 July 2026", "Mum rang.", agency="Housing")
    assert silences(call, SEEN, on=dt.date(2026, 9, 1))[0][1] == ["1"]


def test_a_vague_first_row_does_not_make_silence_begin_too_early():
    assert spans(row("1", "2026", "Mum rang."), row("2", "1 December 2026", "Seen."), on=dt.date(2026, 12, 1)) == []


def test_what_has_an_end_covers_all_days_up_to_it():
    stay = row("2", "2 July 2026", "Admitted.", type="injury_admission", end=SEEN.start.parse("15 August 2026"))
    assert spans(SEEN, stay, BACK, on=dt.date(2026, 9, 1)) == []


@pytest.mark.parametrize(
    ("fact", "more", "is_seeing"),
    [
        ("Noor arrived late.", {}, True),
        ("Home visit: not seen.", {}, False),
        ("Home visit planned.", {}, False),
        ("Home visit with Mum present.", {}, True),
        ("Visited twice, no answer.", {}, False),
        ("Mum told the nurse that the rent is late.", {}, False),
        ("Mum was seen by the nurse.", {}, False),
        ("Mum called. Not at home. Seen at school later.", {}, True),
        ("Call from Mum.", {"childs_words": "I am fine."}, True),
        ("Told us of a fight.", {"type": "disclosure"}, True),
        ("Was not brought. Seen by nobody.", {"type": "missed_appointment"}, False),
    ],
)
def test_what_counts_as_seeing_is_read_from_kinds_words_and_the_childs_own_voice(fact, more, is_seeing):
    between = row("2", "25 July 2026", fact, **more)
    found = spans(SEEN, between, BACK, on=dt.date(2026, 9, 1))
    assert (found == []) is is_seeing


def test_what_only_the_family_tells_is_no_seeing_by_a_professional():
    by_nan = row("2", "25 July 2026", "Noor seen by Nan.", agency="Family")
    assert spans(SEEN, by_nan, BACK, on=dt.date(2026, 9, 1)) == []
    assert len(spans(SEEN, by_nan, BACK, on=dt.date(2026, 9, 1), family=[by_nan.name])) == 1


def test_a_withdrawn_row_saw_nobody():
    gone = row("2", "25 July 2026", "Noor seen.", withdrawn="Another child.")
    assert len(spans(SEEN, gone, BACK, on=dt.date(2026, 9, 1))) == 1
