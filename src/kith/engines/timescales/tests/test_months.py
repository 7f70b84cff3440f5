"""Calendar months."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.timescales import add_months
from kith.engines.timescales.tests.worked_dates import MONTHS as MONTHS_WORKED

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31))
MONTHS = st.integers(-600, 600)


@pytest.mark.parametrize(("start", "count", "due"), MONTHS_WORKED)
def test_the_worked_months_of_the_handbook(start, count, due):
    assert add_months(start, count) == due


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-05", 1, "2027-01-05"),
    ],
)
def test_worked_months(start, count, due):
    assert add_months(dt.date.fromisoformat(start), count) == dt.date.fromisoformat(due)


@given(DAYS, MONTHS)
def test_the_month_is_right_and_the_day_only_ever_clamped(day, count):
    due = add_months(day, count)
    assert (due.year - day.year) * 12 + due.month - day.month == count
    assert due.day == day.day or (due.day < day.day and (due + dt.timedelta(days=1)).day == 1)


@given(DAYS, st.integers(-600, 599))
def test_more_months_are_never_earlier(day, count):
    assert add_months(day, count) < add_months(day, count + 1)


@pytest.mark.parametrize("count", [-12 * 3000, 12 * 9000])
def test_years_that_no_calendar_has_are_refused(count):
    with pytest.raises(OverflowError, match="outside the calendar"):
        add_months(dt.date(2026, 1, 1), count)
