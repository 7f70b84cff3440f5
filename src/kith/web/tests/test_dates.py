"""British dates, on London's clock."""

from datetime import UTC, date, datetime

from kith.web.jinja import clock, day, plural, short_day, weekday


def test_days_are_written_without_leading_noughts() -> None:
    assert day(date(2015, 2, 3)) == "3 February 2015"
    assert weekday(date(2026, 11, 24)) == "Tuesday 24 November"
    assert short_day(date(2026, 11, 3)) == "3 Nov"


def test_a_moment_is_told_by_londons_clock() -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert clock(late) == "00:30"
    assert day(late) == "2 July 2026"


def test_one_is_not_many() -> None:
    assert plural(1, "person", "people") == "1 person"
    assert plural(0, "person", "people") == "0 people"
