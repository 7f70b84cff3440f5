"""The worker: takes what is due, one job after the other, and says what came of each.

A job that raises, or takes too long, is told and does not stop the next. A database that does not answer is asked
again; only being told to stop ends the worker.
"""

import datetime as dt
import logging
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError, connection
from django.utils import timezone

from kith.apps.installation.queries import installation_facts
from kith.apps.upkeep.projections import Job
from kith.apps.upkeep.queries import next_due_at, timetable
from kith.apps.upkeep.services import take, tell
from kith.jobs.table import TABLE
from kith.kernel.errors import KithError
from kith.kernel.refs import new_ref

LONGEST_PAUSE = 60.0  # seconds, so that a clock that is put right, or another installation, is noticed soon
AFTER_TROUBLE = 10.0

log = logging.getLogger("kith.jobs")


class TookTooLong(KithError):
    """A job did not end in its time."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of one job."""

    job: Job
    went_well: bool
    said: str


@dataclass(slots=True)
class Worker:
    """One worker, until it is told to stop."""

    table: Mapping[str, Callable[[dt.datetime], str]] = field(default_factory=lambda: TABLE)
    clock: Callable[[], dt.datetime] = timezone.now
    holder: str = field(default_factory=new_ref)
    stopped: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        while not self.stopped.wait(self.one_round()):
            connection.close()  # nothing waits at the database while nothing is due

    def one_round(self) -> float:
        """Everything that is due; seconds until somebody has to look again."""
        try:
            for _ in self.run_due():
                pass
            pause = (next_due_at(now=self.clock()) - self.clock()).total_seconds()
        except DatabaseError as problem:
            log.warning("The database does not answer the worker: %s.", type(problem).__name__)
            return AFTER_TROUBLE
        return min(max(pause, 1.0), LONGEST_PAUSE)

    def run_due(self) -> Iterator[Ran]:
        """Nothing is looked after in a database that nobody has founded: files beside it may belong to another."""
        if not installation_facts().kind:
            return
        for job in timetable().values():
            if not self.stopped.is_set() and take(job, holder=self.holder, now=self.clock()):
                yield self._run(job)

    def _run(self, job: Job) -> Ran:
        ran = self._outcome(job)
        if not ran.went_well:
            log.warning("The job %s failed: %s", job.name, ran.said)
        if connection.errors_occurred and not connection.in_atomic_block:
            connection.close()  # where the job lost its connection, this is told over another
        tell(job, holder=self.holder, went_well=ran.went_well, said=ran.said, now=self.clock())
        return ran

    def _outcome(self, job: Job) -> Ran:
        """What an unknown error says may hold what is known of somebody, so only its kind and place are told."""
        try:
            with at_most(job.at_most):
                return Ran(job, True, self.table[job.name](self.clock()))
        except KithError as problem:
            return Ran(job, False, problem.message)
        except Exception as problem:
            log.warning("%s in the job %s:\n%s", type(problem).__name__, job.name, _places(problem))
            return Ran(job, False, f"It broke: {type(problem).__name__}.")


@contextmanager
def at_most(limit: dt.timedelta) -> Iterator[None]:
    """A clock of the system interrupts what takes longer; works in the main thread only."""

    def ring(*_: Any) -> None:
        raise TookTooLong(f"It was stopped because it took more than {limit.total_seconds() / 60:g} minutes.")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, limit.total_seconds())
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _places(problem: Exception) -> str:
    return "".join(traceback.format_tb(problem.__traceback__)).rstrip()
