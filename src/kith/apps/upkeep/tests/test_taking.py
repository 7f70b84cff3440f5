"""A job is in the hands of one worker, and what came of it is told."""

import datetime as dt
import threading

import pytest
from django.db import connection

from kith.apps.upkeep.models import JobRow
from kith.apps.upkeep.queries import job_states, next_due_at, timetable
from kith.apps.upkeep.rules import AGAIN, hold_of
from kith.apps.upkeep.services import BROKEN_OFF, take, tell
from kith.testing.factories import NOW

pytestmark = pytest.mark.django_db
HEADS = timetable()["heads"]
MINUTE = dt.timedelta(minutes=1)


def state(now=NOW):
    return next(one for one in job_states(now=now) if one.name == "heads")


def test_what_one_worker_has_in_hand_no_other_takes():
    assert take(HEADS, holder="one", now=NOW)
    assert not take(HEADS, holder="two", now=NOW)
    assert tell(HEADS, holder="one", went_well=True, said="Done.", now=NOW + MINUTE)
    assert not take(HEADS, holder="two", now=NOW + MINUTE), "it is not due yet"
    assert take(HEADS, holder="two", now=NOW + HEADS.rhythm.every)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("before", ["never run", "run before"])
def test_of_many_workers_that_ask_at_once_one_gets_the_job(before):
    if before == "run before":
        JobRow.objects.create(name="heads", known_at=NOW, began_at=NOW - 6 * MINUTE, ended_at=NOW - 6 * MINUTE)
    got, start = [], threading.Barrier(6, timeout=30)

    def ask(name: str) -> None:
        start.wait()
        if take(HEADS, holder=name, now=NOW):
            got.append(name)
        connection.close()

    threads = [threading.Thread(target=ask, args=(f"worker{number}",)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 1
    assert JobRow.objects.get(name="heads").holder == got[0]


def test_whoever_saw_the_job_before_it_was_run_to_its_end_does_not_run_it_again(monkeypatch):
    """Between the look and the taking, another worker takes the job and ends it."""
    take(HEADS, holder="one", now=NOW)
    tell(HEADS, holder="one", went_well=True, said="", now=NOW)
    later = NOW + HEADS.rhythm.every

    def look_and_be_overtaken(*given):
        monkeypatch.undo()
        assert take(HEADS, holder="quicker", now=later)
        assert tell(HEADS, holder="quicker", went_well=True, said="", now=later)
        return later

    monkeypatch.setattr("kith.apps.upkeep.services.due_at", look_and_be_overtaken)
    assert not take(HEADS, holder="slower", now=later)


def test_a_job_whose_worker_was_killed_is_taken_again_and_that_is_told():
    take(HEADS, holder="killed", now=NOW)
    assert not take(HEADS, holder="two", now=NOW + hold_of(HEADS) - MINUTE)
    assert take(HEADS, holder="two", now=NOW + hold_of(HEADS))
    assert (state().is_failing, state().failed_said, state().failed_at) == (True, BROKEN_OFF, NOW)
    assert not tell(HEADS, holder="killed", went_well=True, said="I was only slow.", now=NOW + hold_of(HEADS))
    assert state().is_failing
    assert tell(HEADS, holder="two", went_well=True, said="Done.", now=NOW + hold_of(HEADS))
    assert (state().is_well, state().said, state().failed_said) == (True, "Done.", BROKEN_OFF)


def test_a_failure_is_told_and_tried_again():
    take(HEADS, holder="one", now=NOW)
    tell(HEADS, holder="one", went_well=False, said="No room. " * 60, now=NOW + MINUTE)
    assert state().is_failing and not state().is_well
    assert state().failed_said.startswith("No room.") and len(state().failed_said) == 300
    again = min(NOW + HEADS.rhythm.every, NOW + MINUTE + AGAIN)
    assert not take(HEADS, holder="one", now=again - MINUTE) and take(HEADS, holder="one", now=again)


def test_a_job_that_has_not_gone_well_for_long_is_late():
    assert not state().has_run and not state().is_late
    take(HEADS, holder="one", now=NOW)
    tell(HEADS, holder="one", went_well=True, said="", now=NOW + MINUTE)
    assert state(NOW + MINUTE).is_well and state(NOW + MINUTE).took == MINUTE
    assert state(NOW + dt.timedelta(hours=1)).is_late


def test_a_worker_looks_again_when_the_next_job_is_due():
    assert next_due_at(now=NOW) == NOW
    for one in timetable().values():
        take(one, holder="one", now=NOW)
        tell(one, holder="one", went_well=True, said="", now=NOW)
    assert next_due_at(now=NOW) == NOW + dt.timedelta(minutes=5)
