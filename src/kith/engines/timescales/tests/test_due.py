"""Due dates by a rule: every unit, what is refused, what is warned of, and what holds for every trigger."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.engines.timescales import CannotTellDueDate, Unit, england, england_rules, is_working_day
from kith.engines.timescales.tests.samples import a_rule, day, due, london
from kith.engines.timescales.tests.worked_dates import CONFERENCES, COUNTS, MONTHS, WORKING_DAYS

DAYS = st.dates(dt.date(2013, 1, 1), dt.date(2028, 6, 30))
IN_DAYS = [
    rule for rule in england_rules().rules if rule.is_confirmed and rule.limit and rule.limit.unit is not Unit.HOURS
]


@pytest.mark.parametrize("start", WORKING_DAYS, ids=str)
def test_rules_in_working_days_keep_the_worked_dates(start):
    assert [due(a_rule(count), start).on for count in COUNTS] == WORKING_DAYS[start]


@pytest.mark.parametrize(("start", "count", "on"), MONTHS)
def test_rules_in_months_keep_the_worked_dates(start, count, on):
    assert due(a_rule(count, Unit.MONTHS), start).on == on


@pytest.mark.parametrize(("strategy_discussion", "on"), CONFERENCES)
def test_the_conference_is_due_by_the_calendar_not_by_the_sample_file(strategy_discussion, on):
    rule = england_rules().in_force("S47_TO_ICPC", on=strategy_discussion)
    assert due(rule, strategy_discussion).on == on


@pytest.mark.parametrize(
    ("count", "unit", "on"),
    [(8, Unit.DAYS, "2026-11-10"), (26, Unit.WEEKS, "2027-05-03"), (0, Unit.DAYS, "2026-11-02")],
)
def test_days_and_weeks_take_no_notice_of_weekends(count, unit, on):
    assert due(a_rule(count, unit), day("2026-11-02")).on == day(on)


def test_hours_are_counted_as_they_pass_when_the_clocks_go_back():
    answer = due(a_rule(72, Unit.HOURS), london("2026-10-24T14:30"))
    assert answer.moment == london("2026-10-27T13:30")
    assert answer.on == day("2026-10-27")


def test_the_answer_names_the_holidays_that_were_passed_over():
    answer = due(a_rule(5), day("2026-03-27"))
    assert [name for _, name in answer.passed_over] == ["Good Friday", "Easter Monday"]
    assert answer.because == "5 working days after the kettle boiled, with Friday 27 March 2026 as day 0."


def test_a_rule_may_count_back_from_a_day_that_is_planned():
    rule = a_rule(7, is_before=True)
    assert due(rule, day("2027-01-05"), now=day("2026-11-22")).on == day("2026-12-22")


@pytest.mark.parametrize(("is_before", "moves"), [(False, "later"), (True, "earlier")])
def test_beyond_the_last_holiday_on_file_every_answer_is_warned_of(is_before, moves):
    answer = due(a_rule(5, is_before=is_before), day("2028-12-28"), now=day("2029-01-31"))
    assert len(answer.warnings) == 1
    assert f"up to 26 December 2028 only; any after that would make this day {moves}" in answer.warnings[0]


def test_within_the_calendar_nothing_is_warned_of():
    assert due(a_rule(2), day("2028-12-20")).warnings == ()


@pytest.mark.parametrize(
    ("rule", "trigger", "says"),
    [
        (a_rule(), day("2026-11-23"), "Monday 23 November 2026 has yet to come"),
        (a_rule(1, Unit.HOURS), london("2026-11-22T12:01"), "12:01 on Sunday 22 November 2026 has yet to come"),
        (a_rule(1, Unit.HOURS), day("2026-11-02"), "counted in hours: give the time too"),
        (a_rule(1, Unit.HOURS), london("2026-11-02T09:00").replace(tzinfo=None), "counted in hours: give the time too"),
        (a_rule(), london("2026-11-02T09:00"), "counted in working days: give the day alone"),
        (a_rule(is_confirmed=False), day("2026-11-02"), "TEA is unconfirmed, and so it is off"),
        (a_rule(limit=None, no_date="ask the host."), day("2026-11-02"), "TEA gives no date: ask the host."),
        (a_rule(2000, Unit.MONTHS, is_before=True), day("0100-01-01"), "is outside the calendar"),
    ],
)
def test_a_refusal_is_one_sentence(rule, trigger, says):
    with pytest.raises(CannotTellDueDate) as refused:
        due(rule, trigger, now=london("2026-11-22T12:00"))
    assert says in refused.value.message
    assert "\n" not in refused.value.message


@pytest.mark.parametrize("rule", IN_DAYS, ids=lambda rule: rule.id)
@given(start=st.dates(dt.date(2024, 9, 1), dt.date(2028, 8, 31)))
def test_rules_as_shipped_count_from_any_day(rule, start):
    answer = due(rule, start, now=dt.date(2028, 8, 31))
    assert (answer.on <= start) if rule.limit.is_before else (answer.on >= start)
    if rule.limit.unit is Unit.WORKING_DAYS:
        assert is_working_day(answer.on, england())
        assert all(is_between(start, held, answer.on) for held, _ in answer.passed_over)


@given(DAYS, st.integers(1, 60), st.sampled_from([unit for unit in Unit if unit is not Unit.HOURS]))
def test_a_later_trigger_or_a_longer_limit_is_never_due_earlier(start, count, unit):
    on = due(a_rule(count, unit), start).on
    assert on <= due(a_rule(count, unit), start + dt.timedelta(days=1)).on
    assert on <= due(a_rule(count + 1, unit), start).on


@given(DAYS, st.integers(0, 60), st.integers(0, 60), st.sampled_from([Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS]))
def test_two_limits_one_after_the_other_are_one(start, first, second, unit):
    later = dt.date(2040, 1, 1)
    halfway = due(a_rule(first, unit), start, now=later).on
    assert due(a_rule(second, unit), halfway, now=later).on == due(a_rule(first + second, unit), start, now=later).on


def is_between(one: dt.date, middle: dt.date, other: dt.date) -> bool:
    return min(one, other) < middle < max(one, other)
