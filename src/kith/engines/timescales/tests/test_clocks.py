"""The states of a clock, and that nothing said about a delay or an end hides that it was late."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.timescales import CannotReadClock, ClockState, Delay, Ending, Unit, england, read_clock
from kith.engines.timescales.tests.samples import a_rule, day, due, london

TEN_DAYS = due(a_rule(10), day("2026-11-02"))  # due on Monday 16 November 2026
THREE_DAYS_OF_HOURS = due(a_rule(72, Unit.HOURS), london("2026-11-02T14:30"))
BY_PHONE = Delay("the school was closed", agreed_by="the team manager")
STOPPED = Ending(ClockState.STOPPED, day("2026-11-18"), "the family moved away")


def read(now, clock=TEN_DAYS, **said):
    return read_clock(clock, now=now if isinstance(now, dt.date) else day(now), calendar=england(), **said)


@pytest.mark.parametrize(
    ("now", "state", "variance"),
    [
        ("2026-11-01", ClockState.NOT_STARTED, None),
        ("2026-11-02", ClockState.RUNNING, -14),
        ("2026-11-11", ClockState.RUNNING, -5),
        ("2026-11-12", ClockState.DUE_SOON, -4),
        ("2026-11-16", ClockState.DUE_TODAY, 0),
        ("2026-11-17", ClockState.OVERDUE, 1),
    ],
)
def test_a_clock_runs_through_its_states(now, state, variance):
    reading = read(now)
    assert (reading.state, reading.variance_days) == (state, variance)


def test_the_last_fifth_is_due_soon_however_many_days_that_is():
    half_a_year = due(a_rule(26, Unit.WEEKS), day("2026-01-05"))  # 182 days, due on 6 July
    assert read("2026-05-30", half_a_year).state is ClockState.RUNNING
    assert read("2026-05-31", half_a_year).state is ClockState.DUE_SOON


def test_without_a_trigger_a_clock_has_not_started():
    assert read("2026-11-02", None).state is ClockState.NOT_STARTED


def test_a_clock_that_counts_back_runs_before_the_day_it_counts_from():
    clock = due(a_rule(5, is_before=True), day("2026-11-30"), now=day("2026-11-02"))  # due on 23 November
    states = [read(now, clock).state for now in ("2026-11-18", "2026-11-19", "2026-11-23", "2026-11-24")]
    assert states == [ClockState.RUNNING, ClockState.DUE_SOON, ClockState.DUE_TODAY, ClockState.OVERDUE]


@pytest.mark.parametrize(
    ("completed", "state", "variance"),
    [
        ("2026-10-30", ClockState.MET, -17),
        ("2026-11-16", ClockState.MET, 0),
        ("2026-11-17", ClockState.MET_LATE, 1),
    ],
)
def test_what_was_done_is_met_or_met_late(completed, state, variance):
    reading = read("2026-12-01", completed=day(completed))
    assert (reading.state, reading.variance_days) == (state, variance)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-11-05T13:00", ClockState.DUE_TODAY),
        ("2026-11-05T14:30", ClockState.DUE_TODAY),
        ("2026-11-05T14:31", ClockState.OVERDUE),
    ],
)
def test_a_clock_in_hours_is_late_by_the_minute(now, state):
    assert read(london(now), THREE_DAYS_OF_HOURS).state is state


def test_hours_are_met_or_late_by_the_minute_in_any_zone():
    late = dt.datetime(2026, 11, 5, 14, 31, tzinfo=dt.UTC)
    reading = read(london("2026-11-06T09:00"), THREE_DAYS_OF_HOURS, completed=late)
    assert reading.state is ClockState.MET_LATE


def test_a_time_is_taken_as_its_day_where_days_are_counted():
    assert read(london("2026-11-16T23:59")).state is ClockState.DUE_TODAY


def test_a_reason_for_delay_is_kept_and_never_makes_late_into_met():
    assert read("2026-12-01", completed=day("2026-11-17"), delay=BY_PHONE).state is ClockState.MET_LATE
    overdue = read("2026-11-17", delay=BY_PHONE)
    assert (overdue.state, overdue.delay) == (ClockState.OVERDUE, BY_PHONE)


@pytest.mark.parametrize("state", [ClockState.STOPPED, ClockState.SUPERSEDED, ClockState.NOT_APPLICABLE])
def test_an_ended_clock_says_why_and_how_late_it_was(state):
    reading = read("2026-12-01", ending=Ending(state, day("2026-11-18"), "the family moved away"))
    assert (reading.state, reading.variance_days, reading.ended_because) == (state, 2, "the family moved away")


def test_a_clock_that_never_started_can_be_not_applicable():
    ending = Ending(ClockState.NOT_APPLICABLE, day("2026-11-18"), "there was no enquiry")
    assert read("2026-12-01", None, ending=ending).state is ClockState.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("clock", "said", "says"),
    [
        (TEN_DAYS, {"completed": day("2026-12-02")}, "Wednesday 2 December 2026 has yet to come"),
        (TEN_DAYS, {"completed": london("2026-11-10T09:00")}, "is read with days without times"),
        (TEN_DAYS, {"completed": day("2026-11-10"), "ending": STOPPED}, "cannot be both met and stopped"),
        (TEN_DAYS, {"ending": Ending(ClockState.STOPPED, day("2026-11-10"), " ")}, "stopped needs a reason"),
        (TEN_DAYS, {"ending": Ending(ClockState.MET, day("2026-11-10"), "done")}, "cannot be ended as met"),
        (TEN_DAYS, {"delay": Delay("", "the chair")}, "A delay needs a reason"),
        (TEN_DAYS, {"delay": Delay("illness", "")}, "the name of whoever agreed"),
        (None, {"completed": day("2026-11-10")}, "has not started cannot be met"),
        (THREE_DAYS_OF_HOURS, {}, "is read with times with their zone"),
    ],
)
def test_facts_that_contradict_each_other_are_refused_in_one_sentence(clock, said, says):
    with pytest.raises(CannotReadClock, match=says):
        read("2026-12-01", clock, **said)


@given(st.dates(dt.date(2026, 11, 2), dt.date(2027, 6, 30)), st.booleans())
def test_a_delay_changes_no_state(completed, is_open):
    said = {} if is_open else {"completed": completed}
    now = completed if is_open else dt.date(2027, 7, 1)
    assert read(now, **said).state is read(now, delay=BY_PHONE, **said).state


@given(st.dates(dt.date(2026, 10, 1), dt.date(2027, 6, 30)), st.integers(0, 40))
def test_an_open_clock_only_ever_moves_on(now, days):
    order = ["NOT_STARTED", "RUNNING", "DUE_SOON", "DUE_TODAY", "OVERDUE"]
    earlier, later = read(now).state, read(now + dt.timedelta(days=days)).state
    assert order.index(earlier.name) <= order.index(later.name)
