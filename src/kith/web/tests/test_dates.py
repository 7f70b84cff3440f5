"""British dates, on London's clock."""

from datetime import UTC, date, datetime

import time_machine

from kith.web.jinja import clock, day, plural, short_day, weekday


def test_days_are_written_without_leading_noughts() -> None:
    assert day(date(2015, 2, 3)) == "3 February 2015"


@time_machine.travel(datetime(2026, 12, 31, 12, tzinfo=UTC), tick=False)
def test_the_year_stands_where_it_is_not_this_one() -> None:
    assert weekday(date(2026, 11, 24)) == "Tuesday 24 November"
    assert short_day(date(2026, 11, 3)) == "3 Nov"
    assert weekday(date(2027, 1, 4)) == "Monday 4 January 2027"
    assert short_day(date(2025, 11, 3)) == "3 Nov 2025"


@time_machine.travel(datetime(2027, 6, 30, 23, 30, tzinfo=UTC), tick=False)
def test_the_year_we_are_in_is_that_of_london() -> None:
    assert weekday(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == "Thursday 31 December 2026"
    assert weekday(date(2027, 7, 1)) == "Thursday 1 July"


def test_a_moment_is_told_by_londons_clock() -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert clock(late) == "00:30"
    assert day(late) == "2 July 2026"


def test_one_is_not_many() -> None:
    assert plural(1, "person", "people") == "1 person"
    assert plural(0, "person", "people") == "0 people"
