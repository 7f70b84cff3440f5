"""Working days against the handbook's worked dates, the published list, and what must hold for every day."""

import datetime as dt
import json
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.timescales import (
    CalendarNotLoaded,
    WorkingCalendar,
    add_working_days,
    england,
    is_working_day,
    working_days_between,
)
from kith.engines.timescales.tests.worked_dates import COUNTS, WORKING_DAYS

SHARED = Path(__file__).parents[6] / "shared" / "data" / "calendar" / "bank-holidays.json"
ENGLAND = england()
DAYS = st.dates(dt.date(2013, 1, 1), dt.date(2027, 12, 31))
A_YEAR = st.integers(-250, 250)


@pytest.mark.parametrize("start", WORKING_DAYS, ids=str)
def test_the_worked_dates_of_the_handbook(start):
    due = [add_working_days(start, count, ENGLAND) for count in COUNTS]
    assert due == WORKING_DAYS[start]
    assert [working_days_between(start, day, ENGLAND) for day in due] == COUNTS


def test_the_list_is_the_published_one():
    if not SHARED.exists():
        pytest.skip("the published list of bank holidays is not beside this checkout")
    published = json.loads(SHARED.read_text(encoding="utf-8"))["england-and-wales"]["events"]
    assert {day.isoformat() for day in ENGLAND.holidays} == {event["date"] for event in published}


def test_another_reckoning_finds_the_same_working_days():
    """The package `holidays` also lists holidays that fall on a weekend; those are no working days anyway."""
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(2012, 2029))
    days = [ENGLAND.known_from + dt.timedelta(days=n) for n in range((ENGLAND.known_to - ENGLAND.known_from).days + 1)]
    assert [d for d in days if is_working_day(d, ENGLAND) != (d.weekday() < 5 and d not in theirs)] == []


def test_no_holiday_on_file_falls_on_a_weekend():
    assert [day for day in ENGLAND.holidays if day.weekday() >= 5] == []


@pytest.mark.parametrize("day", ["2011-12-31", "2028-12-27", "2029-01-01"])
def test_a_day_off_the_calendar_is_refused(day):
    with pytest.raises(CalendarNotLoaded, match="on file from 1 January 2012 to 26 December 2028"):
        is_working_day(dt.date.fromisoformat(day), ENGLAND)


def test_a_count_that_runs_off_the_calendar_is_refused():
    last = dt.date(2028, 12, 20)
    assert add_working_days(last, 2, ENGLAND) == dt.date(2028, 12, 22)
    with pytest.raises(CalendarNotLoaded, match="27 December 2028"):
        add_working_days(last, 3, ENGLAND)
    with pytest.raises(CalendarNotLoaded):
        add_working_days(dt.date(2012, 1, 4), -2, ENGLAND)
    with pytest.raises(CalendarNotLoaded):
        working_days_between(last, dt.date(2029, 2, 1), ENGLAND)


def test_another_calendar_can_be_handed_in():
    day = dt.date(2026, 1, 5)
    closed = WorkingCalendar({day: "Closed"}, day, day + dt.timedelta(days=6), "1", "a test")
    assert add_working_days(day, 1, closed) == dt.date(2026, 1, 6)
    assert working_days_between(dt.date(2026, 1, 6), day, closed) == 0


@given(DAYS, A_YEAR.filter(bool))
def test_a_count_ends_on_a_working_day_and_counts_back(day, count):
    due = add_working_days(day, count, ENGLAND)
    assert is_working_day(due, ENGLAND)
    assert working_days_between(day, due, ENGLAND) == count


@given(DAYS, st.integers(0, 120), st.integers(0, 120))
def test_two_counts_make_one(day, first, second):
    halfway = add_working_days(day, first, ENGLAND)
    assert add_working_days(halfway, second, ENGLAND) == add_working_days(day, first + second, ENGLAND)


@given(DAYS, DAYS)
def test_there_and_back_cancel_between_working_days(start, end):
    there, back = working_days_between(start, end, ENGLAND), working_days_between(end, start, ENGLAND)
    if is_working_day(start, ENGLAND) and is_working_day(end, ENGLAND):
        assert there == -back
    assert abs(there) <= abs((end - start).days)


@given(DAYS, st.integers(1, 120))
def test_later_triggers_are_never_due_earlier(day, count):
    next_day = day + dt.timedelta(days=1)
    assert add_working_days(day, count, ENGLAND) <= add_working_days(next_day, count, ENGLAND)


@given(DAYS, st.integers(-120, 119))
def test_longer_limits_are_never_due_earlier(day, count):
    assert add_working_days(day, count, ENGLAND) <= add_working_days(day, count + 1, ENGLAND)


@given(DAYS, st.integers(1, 250))
def test_counting_back_from_the_due_day_finds_the_trigger(day, count):
    """Or, where the trigger was no working day, the working day before it."""
    back = add_working_days(add_working_days(day, count, ENGLAND), -count, ENGLAND)
    assert back == (day if is_working_day(day, ENGLAND) else add_working_days(day, -1, ENGLAND))


def test_an_open_ended_calendar_counts_weekdays_beyond_the_last_holiday():
    assert add_working_days(dt.date(2028, 12, 22), 2, ENGLAND.open_ended()) == dt.date(2028, 12, 28)
