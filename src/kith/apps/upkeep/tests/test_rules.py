"""When a job is due and when it is late: by examples, and for every moment of several years."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.apps.upkeep.projections import Job, Rhythm
from kith.apps.upkeep.queries import timetable
from kith.apps.upkeep.rules import AGAIN, LONDON, SKEW, Past, due_at, hold_of, is_late, next_after

MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)
OFTEN, DAILY = Rhythm(every=5 * MINUTE), Rhythm(at=dt.time(3, 10))
NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
KNOWN = NOON - 30 * DAY
MOMENTS = st.timedeltas(dt.timedelta(0), dt.timedelta(days=2000)).map(lambda since: utc("2024-01-01T00:00") + since)
TIMES_THAT_EVERY_DAY_HAS_ONCE = st.times().filter(lambda time: time.hour != 1)


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def job(rhythm: Rhythm = OFTEN) -> Job:
    return Job(name="j", says="J", rhythm=rhythm, at_most=2 * MINUTE, late_after=30 * MINUTE)


@pytest.mark.parametrize(
    ("rhythm", "began", "following"),
    [
        (OFTEN, "2026-11-24T12:00", "2026-11-24T12:05"),
        (DAILY, "2026-11-24T12:00", "2026-11-25T03:10"),
        (DAILY, "2026-11-24T03:09:59", "2026-11-24T03:10"),
        (DAILY, "2026-11-24T03:10", "2026-11-25T03:10"),
        (DAILY, "2026-12-31T23:59", "2027-01-01T03:10"),
        (DAILY, "2026-03-28T12:00", "2026-03-29T02:10"),  # the clocks go forward that night
        (DAILY, "2026-07-01T00:00", "2026-07-01T02:10"),  # summer time
        (DAILY, "2026-10-24T12:00", "2026-10-25T03:10"),  # and back that night
        (Rhythm(at=dt.time(0, 30)), "2026-06-30T23:00", "2026-06-30T23:30"),  # already July in London
    ],
)
def test_the_next_time_of_a_rhythm(rhythm, began, following):
    assert next_after(rhythm, utc(began)) == utc(following)


@given(MOMENTS, TIMES_THAT_EVERY_DAY_HAS_ONCE)
def test_a_daily_job_comes_once_on_each_day_of_london(moment, time):
    first = next_after(Rhythm(at=time), moment)
    second = next_after(Rhythm(at=time), first)
    assert moment < first <= moment + 25 * HOUR
    assert second.astimezone(LONDON).date() - first.astimezone(LONDON).date() == DAY
    assert first.astimezone(LONDON).time() == time == second.astimezone(LONDON).time()


@given(MOMENTS, st.timedeltas(dt.timedelta(0), 3 * DAY), st.sampled_from([OFTEN, DAILY]))
def test_what_was_missed_is_due_once_and_then_waits_for_its_time(began, away, rhythm):
    now = next_after(rhythm, began) + away
    missed = Past(known_at=KNOWN, began_at=began, ended_at=began, well_at=began)
    assert due_at(job(rhythm), missed, now) <= now
    caught_up = Past(known_at=KNOWN, began_at=now, ended_at=now, well_at=now)
    assert due_at(job(rhythm), caught_up, now) == next_after(rhythm, now) > now


PASTS = {
    "it has never run": (Past(known_at=KNOWN), NOON),
    "it went well": (Past(known_at=KNOWN, began_at=NOON - MINUTE, ended_at=NOON), utc("2026-11-25T03:10")),
    "it failed": (Past(known_at=KNOWN, began_at=NOON - MINUTE, ended_at=NOON, went_well=False), NOON + AGAIN),
    "it failed just before its time": (
        Past(known_at=KNOWN, began_at=utc("2026-11-24T03:00"), ended_at=utc("2026-11-24T03:05"), went_well=False),
        utc("2026-11-24T03:10"),
    ),
    "somebody has it in hand": (
        Past(known_at=KNOWN, began_at=NOON - MINUTE, held_until=NOON + 2 * MINUTE),
        NOON + 2 * MINUTE,
    ),
    "whoever had it was killed": (
        Past(known_at=KNOWN, began_at=NOON - HOUR, held_until=NOON - 57 * MINUTE),
        NOON - 57 * MINUTE,
    ),
    "it began in the future": (Past(known_at=KNOWN, began_at=NOON + DAY, ended_at=NOON + DAY), NOON),
    "it is held far into the future": (Past(known_at=KNOWN, began_at=NOON, held_until=NOON + DAY), NOON),
    "another machine's clock is a little ahead": (
        Past(known_at=KNOWN, began_at=NOON + SKEW, held_until=NOON + SKEW + 3 * MINUTE),
        NOON + SKEW + 3 * MINUTE,
    ),
}


@pytest.mark.parametrize("what", PASTS)
def test_a_job_is_due_after(what):
    past, due = PASTS[what]
    assert due_at(job(DAILY), past, NOON) == due


def test_a_failing_job_with_a_quick_rhythm_is_not_slowed_down():
    past = Past(known_at=KNOWN, began_at=NOON, ended_at=NOON + MINUTE, went_well=False)
    assert due_at(job(OFTEN), past, NOON + 2 * MINUTE) == NOON + 5 * MINUTE


@pytest.mark.parametrize(
    ("past", "late_from"),
    [
        (Past(known_at=NOON), NOON + 35 * MINUTE),
        (Past(known_at=KNOWN, well_at=NOON), NOON + 35 * MINUTE),
        (Past(known_at=KNOWN, began_at=NOON + 30 * MINUTE, went_well=False, well_at=NOON), NOON + 35 * MINUTE),
    ],
)
def test_a_job_is_late_once_it_should_have_gone_well(past, late_from):
    assert not is_late(job(), past, late_from)
    assert is_late(job(), past, late_from + dt.timedelta(microseconds=1))


def test_the_timetable_holds_together():
    """One rhythm each, at no time that a day lacks or has twice, and nobody is told late before it had its chance."""
    for line in timetable().values():
        assert (line.rhythm.every is None) != (line.rhythm.at is None), line.name
        assert line.rhythm.at is None or line.rhythm.at.hour != 1, line.name
        assert line.late_after > hold_of(line), line.name
        assert line.says and not line.says.endswith(".")
