"""Days and times as people write them in tables: understood, or refused; never guessed in silence."""

import datetime as dt

import pytest

from kith.apps.chronologies.reading.notebook import CannotReadRow, Notebook
from kith.apps.chronologies.reading.whens import read_time, read_when


@pytest.mark.parametrize(
    ("told", "means"),
    [
        ("2019-03-05T00:00:00", "5 March 2019"),
        ("05/03/2019", "5 March 2019"),
        ("early 2019", "between about January 2019 and about April 2019"),
        ("circa March 2019", "about March 2019"),
        ("?12/03/2019", "about 12 March 2019"),
        ("Tue 5th March 2019", "5 March 2019"),
        ("w/c 4 March 2019", "between 4 March 2019 and 10 March 2019"),
        ("Week commencing Monday 4/3/2019", "between 4 March 2019 and 10 March 2019"),
        ("spring 2019", "spring 2019"),
        ("before 2019", "before 2019"),
        ("43528", "4 March 2019"),
        ("43528.0", "4 March 2019"),
        ("2019", "2019"),
        ("1/3/2019 - 4/3/2019", "between 1 March 2019 and 4 March 2019"),
        ("03/04/19", "3 April 2019"),
        ("3.4.19", "3 April 2019"),
        ("3/4/99", "3 April 1999"),
        ("c. 12/03/19", "about 12 March 2019"),
        ("Tue 5th March 19", "5 March 2019"),
        ("05-Mar-2019", "5 March 2019"),
        ("05-Mar-19", "5 March 2019"),
        ("w/c 4/3/19", "between 4 March 2019 and 10 March 2019"),
        ("1/3/19 - 4/3/19", "between 1 March 2019 and 4 March 2019"),
    ],
)
def test_a_day_is_as_exact_as_it_was_told(told: str, means: str) -> None:
    assert str(read_when(told, Notebook("B.csv")).day) == means


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("31/02/2020", "“31/02/2020” is not a day. The row was left out."),
        ("4/13/2019", "“4/13/2019” is not a day. The row was left out."),
        ("", "No date is given. The row was left out."),
        ("12/03/41", 'The year in "12/03/41" needs four digits, for example 5/3/2019. The row was left out.'),
        ("19-03-04", 'The year in "19-03-04" needs four digits, for example 5/3/2019. The row was left out.'),
        ("Monday 5 March 2019", "“Monday 5 March 2019” was a Tuesday. The row was left out."),
        ("w/c March 2019", "“w/c March 2019” names no day on which the week began. The row was left out."),
        ("99999", '"99999" was not understood'),
        ("unknown", '"unknown" was not understood'),
        ("x" * 5_000, "too long for a date"),
    ],
)
def test_what_is_no_day_is_refused(told: str, says: str) -> None:
    with pytest.raises(CannotReadRow) as refused:
        read_when(told, Notebook("B.csv"))
    assert says in refused.value.message


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("03/04/2020", "Dates are read with the day first: 03/04/2020 is 3 April 2020."),
        ("43528", "A bare number was read as a spreadsheet counts days: 43528 is 4 March 2019."),
        ("13/04/20", "Years of two digits were read as 1950 to 2035: 13/04/20 as 13/04/2020."),
        ("13/04/2020", ""),
        ("04/04/2020", ""),
    ],
)
def test_what_could_be_read_in_two_ways_is_said_once(told: str, says: str) -> None:
    notes = Notebook("B.csv")
    for _ in range(3):
        read_when(told, notes)
    assert [remark.says for remark in notes.remarks()] == ([f"{says[:-1]} (3 times)."] if says else [])


def test_a_month_above_twelve_makes_the_whole_file_doubtful() -> None:
    notes = Notebook("B.csv")
    with pytest.raises(CannotReadRow):
        read_when("4/13/2019", notes)
    assert "other dates of this file may have it too" in notes.remarks()[0].says


def test_a_workbook_that_counts_from_1904_is_another_four_years_on() -> None:
    assert str(read_when("42066", Notebook("A.xlsx"), counts_from_1904=True).day) == "4 March 2019"


@pytest.mark.parametrize(
    "told", ["2019-03-05T14:30:00", "2019-03-05 14:30", "5 March 2019 at 2.30pm", "5/3/2019, 14:30", "5/3/19 14:30"]
)
def test_a_time_may_stand_beside_its_day(told: str) -> None:
    when = read_when(told, Notebook("B.csv"))
    assert (str(when.day), when.time) == ("5 March 2019", dt.time(14, 30))


@pytest.mark.parametrize("told", ["14:30", "14.30", "2.30pm", "2:30 p.m.", "1430", "1430 hrs", "14:30:00"])
def test_times_are_read_as_they_are_written(told: str) -> None:
    assert read_time(told) == dt.time(14, 30)


@pytest.mark.parametrize("told", ["14", "25:00", "13pm", "0am", "evening", "14:75"])
def test_what_is_no_time_is_refused(told: str) -> None:
    with pytest.raises(CannotReadRow, match="is not a time of day"):
        read_time(told)
