"""Whom to go to: for any team, any absences and any day there is one answer, and it is somebody who is there."""

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.apps.teams.projections import Away, Cover, Seat
from kith.apps.teams.rules import (
    back_on,
    by_worker,
    has_many_workers,
    is_away,
    is_open,
    to_go_to,
    trusted_gap,
    workers_counted,
)

TODAY = dt.date(2026, 11, 24)
OFTEN = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORKERS = [f"w{number}" for number in range(6)]
DAYS = st.integers(-20, 40).map(lambda n: TODAY + dt.timedelta(days=n))


def seat(worker: str, **facts) -> Seat:
    known: dict[str, Any] = {"ref": worker, "worker": worker, "name": worker.upper(), "since": dt.date(2026, 1, 1)}
    return Seat(**known | facts)


def away(worker: str, first: int, days: int | None, cover: str = "", *, entered: int = 0) -> Away:
    since = TODAY + dt.timedelta(days=first)
    until = None if days is None else since + dt.timedelta(days=days)
    named = Cover(worker=cover, name=cover.upper()) if cover else None
    return Away(worker=worker, since=since, until=until, entered=entered, cover=named)


@st.composite
def absences(draw) -> Away:
    worker, cover = draw(st.sampled_from(WORKERS)), draw(st.sampled_from([*WORKERS, ""]))
    days = draw(st.one_of(st.none(), st.integers(1, 20)))
    return away(
        worker, draw(st.integers(-20, 30)), days, cover if cover != worker else "", entered=draw(st.integers(0, 9))
    )


@settings(OFTEN)
@given(st.lists(absences(), max_size=8), DAYS)
def test_whoever_is_to_be_gone_to_is_there(aways, on):
    known = by_worker(aways)
    found = to_go_to([seat(worker) for worker in WORKERS], aways, on)
    assert set(found) == set(WORKERS)
    for worker, answer in found.items():
        assert answer.is_away == is_away(worker, known, on)
        if not answer.is_away:
            assert answer.who is None
        if answer.who is not None:
            assert answer.who.worker != worker
            assert not is_away(answer.who.worker, known, on)
        for name in answer.passed:
            assert is_away(name.lower(), known, on)


@settings(OFTEN)
@given(st.lists(absences(), max_size=8), DAYS)
def test_nobody_covers_only_where_no_chain_of_covers_ends_with_somebody_there(aways, on):
    """By another way: everybody that covers reach, step by step."""
    known = by_worker(aways)
    live = [one for one in aways if one.since <= on and (one.until is None or on < one.until)]
    for worker, answer in to_go_to([seat(worker) for worker in WORKERS], aways, on).items():
        reached, before = {worker}, set()
        while reached != before:
            before = set(reached)
            reached |= {one.cover.worker for one in live if one.cover and one.worker in before}
        there = {one for one in reached - {worker} if not is_away(one, known, on)}
        assert (answer.who is not None) == (answer.is_away and bool(there))


@settings(OFTEN)
@given(st.lists(absences(), max_size=8), DAYS)
def test_the_day_back_is_the_first_without_an_absence(aways, on):
    known = by_worker(aways)
    for worker in WORKERS:
        back = back_on(worker, known, on)
        if back is None:
            assert any(one.worker == worker and one.until is None for one in aways)
        else:
            assert not is_away(worker, known, back)
            days = (on + dt.timedelta(days=n) for n in range((back - on).days))
            assert all(is_away(worker, known, day) for day in days)


@settings(OFTEN)
@given(st.lists(absences(), max_size=8), st.sets(st.sampled_from(WORKERS)), st.integers(1, 30))
def test_a_gap_is_a_day_on_which_all_the_trusted_are_away_and_the_first(aways, trusted, days):
    known, seats = by_worker(aways), [seat(worker, is_trusted=worker in trusted) for worker in WORKERS]
    gap = trusted_gap(seats, aways, TODAY, days)
    bad = [
        day
        for day in (TODAY + dt.timedelta(days=n) for n in range(days))
        if trusted and all(is_away(worker, known, day) for worker in trusted)
    ]
    assert (gap.since if gap else None) == (bad[0] if bad else None)


def test_a_cover_who_is_away_is_passed_over_for_who_covers_them():
    aways = [away("w0", 0, 5, "w1"), away("w1", -3, None, "w2")]
    found = to_go_to([seat("w0")], aways, TODAY)["w0"]
    assert (found.who.worker, found.passed, found.back_on) == ("w2", ("W1",), TODAY + dt.timedelta(days=5))


def test_two_who_cover_for_each_other_cover_for_nobody():
    found = to_go_to([seat("w0")], [away("w0", 0, 5, "w1"), away("w1", 0, 5, "w0")], TODAY)["w0"]
    assert found.is_away and found.who is None and found.passed == ("W1",)


def test_of_overlapping_absences_the_last_word_counts_and_the_days_join():
    aways = [away("w0", -1, 3, "w1", entered=1), away("w0", 0, 9, "w2", entered=2), away("w0", 9, 2, entered=3)]
    found = to_go_to([seat("w0")], aways, TODAY)["w0"]
    assert (found.who.worker, found.back_on) == ("w2", TODAY + dt.timedelta(days=11))


def test_an_absence_without_an_end_never_ends():
    assert to_go_to([seat("w0")], [away("w0", -90, None)], TODAY)["w0"].back_on is None
    assert trusted_gap([seat("w0", is_trusted=True)], [away("w0", 3, None)], TODAY, 14).until is None


def test_the_day_back_and_the_last_day_of_the_look_ahead_are_half_open():
    one = [seat("w0", is_trusted=True)]
    assert not to_go_to(one, [away("w0", -5, 5)], TODAY)["w0"].is_away
    assert trusted_gap(one, [away("w0", 14, 3)], TODAY, 14) is None
    assert trusted_gap(one, [away("w0", 13, 3)], TODAY, 14) is not None
    assert trusted_gap([seat("w0", is_trusted=True, until=TODAY)], [away("w0", 0, 3)], TODAY, 14) is None


def test_the_same_worker_at_two_agencies_is_away_at_both_and_counts_once():
    seats = [seat("w0"), seat("w0", ref="second", agency="Another")]
    found = to_go_to(seats, [away("w0", 0, 2)], TODAY)
    assert found["w0"].is_away and found["second"].is_away
    assert workers_counted(seats, TODAY, 365) == (1, 0)


def test_workers_of_a_year_are_those_whose_time_falls_into_it():
    left = [seat(f"old{n}", since=dt.date(2024, 1, 1), until=TODAY - dt.timedelta(days=365 + n)) for n in range(3)]
    lately = seat("w5", until=TODAY - dt.timedelta(days=364))
    groups = [seat("team", is_group=True), seat("next", since=TODAY + dt.timedelta(days=1))]
    there = [seat(worker) for worker in WORKERS[:4]]
    assert workers_counted([*left, *there, *groups], TODAY, 365) == (4, 0)
    assert workers_counted([*left, lately, *there], TODAY, 365) == (5, 1)
    assert has_many_workers((5, 1), 4) and not has_many_workers((4, 1), 4) and not has_many_workers((5, 0), 4)


def test_a_team_of_forty_has_forty_answers():
    seats = [seat(f"w{n}") for n in range(40)]
    aways = [away(f"w{n}", 0, 2, f"w{n + 1}") for n in range(39)]
    found = to_go_to(seats, aways, TODAY)
    assert len(found) == 40 and found["w0"].who.worker == "w39"


def test_offices_open_with_the_hour_and_shut_with_it():
    opens, closes = dt.time(9), dt.time(17)
    at = [
        dt.datetime(2026, 11, 24, hour, minute, tzinfo=dt.UTC) for hour, minute in ((8, 59), (9, 0), (16, 59), (17, 0))
    ]
    assert [is_open(moment, opens, closes, is_working=True) for moment in at] == [False, True, True, False]
    assert not is_open(at[1], opens, closes, is_working=False)
