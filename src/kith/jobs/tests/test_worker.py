"""The worker runs what is due, one job after the other, whatever becomes of each."""

import logging
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import OperationalError, connection

from kith.apps.installation.services import found
from kith.apps.upkeep.queries import job_states, timetable
from kith.apps.upkeep.rules import hold_of
from kith.apps.upkeep.services import BROKEN_OFF
from kith.jobs import worker as worker_module
from kith.jobs.table import TABLE
from kith.jobs.worker import AFTER_TROUBLE, LONGEST_PAUSE, Worker
from kith.kernel.errors import KithError
from kith.testing.factories import NOW, OPERATOR

pytestmark = pytest.mark.django_db
CANARY = "Wilhelmina Canary"


@pytest.fixture
def founded():
    found(by=OPERATOR, kind="demo", partnership="Eastmarch", seed="7", now=NOW)


class Diary:
    """Jobs that only write down that they ran; one of them may do something else."""

    def __init__(self, **instead):
        self.ran = []
        self.table = {name: instead.get(name) or self.note(name) for name in timetable()}

    def note(self, name):
        def job(now):
            self.ran.append(name)
            return "Done."

        return job

    def worker(self, now=NOW):
        return Worker(table=self.table, clock=lambda: now)


def breaking(problem):
    def job(now):
        raise problem

    return job


def states(now=NOW):
    return {state.name: state for state in job_states(now=now)}


def test_every_line_of_the_timetable_has_its_job():
    assert list(TABLE) == list(timetable())


def test_what_is_due_runs_once_and_then_waits(founded):
    diary = Diary()
    diary.worker().one_round()
    diary.worker().one_round()
    assert diary.ran == list(timetable())
    diary.ran.clear()
    diary.worker(NOW + timedelta(minutes=5)).one_round()
    assert diary.ran == ["heads", "journal"]


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (KithError("The folder is gone."), "The folder is gone."),
        (ValueError(f"duplicate key: {CANARY}"), "It broke: ValueError."),
        (OperationalError(f"no room for {CANARY}"), "It broke: OperationalError."),
    ],
)
def test_a_job_that_fails_is_told_and_stops_no_other(founded, caplog, problem, said):
    diary = Diary(heads=breaking(problem))
    diary.worker().one_round()
    assert diary.ran == [name for name in timetable() if name != "heads"]
    assert states()["heads"].is_failing and states()["heads"].failed_said == said
    assert all(state.is_well for name, state in states().items() if name != "heads")
    assert "heads" in caplog.text and said in caplog.text
    assert CANARY not in caplog.text, "what an unknown error says may tell of somebody"


def test_a_job_that_does_not_end_is_stopped(founded, monkeypatch):
    short = {name: replace(line, at_most=timedelta(milliseconds=50)) for name, line in timetable().items()}
    monkeypatch.setattr(worker_module, "timetable", lambda: short)
    diary = Diary(heads=lambda now: str(threading.Event().wait(60)))
    diary.worker().one_round()
    assert "more than" in states()["heads"].failed_said
    assert len(diary.ran) == len(timetable()) - 1


def test_nothing_is_looked_after_in_a_database_that_nobody_founded():
    diary = Diary()
    diary.worker().one_round()
    assert diary.ran == []
    assert not any(state.has_run for state in states().values())


def test_a_database_that_does_not_answer_is_asked_again(founded, monkeypatch, caplog):
    diary = Diary()
    with monkeypatch.context() as away:
        away.setattr(worker_module, "take", lambda *given, **more: breaking(OperationalError(CANARY))(NOW))
        assert diary.worker().one_round() == AFTER_TROUBLE
    assert "does not answer" in caplog.text and CANARY not in caplog.text
    assert 1 <= diary.worker().one_round() <= LONGEST_PAUSE
    assert diary.ran == list(timetable())


def test_a_worker_that_is_told_to_stop_ends_after_the_job_in_hand(founded):
    diary = Diary(heads=lambda now: worker.stopped.set() or "Done.")
    worker = diary.worker()
    worker.run()
    assert diary.ran == []
    assert states()["heads"].is_well, "what came of it is still told"


IN_HAND = """
import sys, django; django.setup()
from django.db import connection
from kith.apps.upkeep.queries import timetable
from kith.jobs.worker import Worker
from kith.testing.factories import NOW
connection.settings_dict["NAME"] = sys.argv[1]
def stuck(now):
    print("begun", flush=True)
    sys.stdin.read()
Worker(table=dict.fromkeys(timetable(), stuck), clock=lambda: NOW).one_round()
"""


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_worker_is_killed_in_the_middle_runs_again(founded, caplog):
    caplog.set_level(logging.CRITICAL)
    name = str(connection.settings_dict["NAME"])
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", IN_HAND, name], text=True, **pipes) as other:
        assert other.stdout.readline() == "begun\n"
        other.kill()
    diary = Diary()
    diary.worker().one_round()
    assert "heads" not in diary.ran, "nobody knows yet that the other worker is gone"
    later = NOW + hold_of(timetable()["heads"])
    diary.worker(later).one_round()
    assert diary.ran.count("heads") == 1
    assert states(later)["heads"].is_well and states(later)["heads"].failed_said == BROKEN_OFF


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_one_runs_what_is_due(founded):
    diary, start = Diary(), threading.Barrier(2, timeout=30)

    def go(worker):
        start.wait()
        for _ in range(3):
            worker.one_round()
        connection.close()

    threads = [threading.Thread(target=go, args=(Unhurried(table=diary.table, clock=lambda: NOW),)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(diary.ran) == sorted(timetable())


class Unhurried(Worker):
    """Signals reach the main thread only, so two workers in one process do without a time limit."""

    def _outcome(self, job):
        return worker_module.Ran(job, True, self.table[job.name](self.clock()))
