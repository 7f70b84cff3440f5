"""`kith worker`: what Kith does by itself, at its times; `kith serve` starts one beside the web server."""

import os
import signal
from typing import Annotated

import typer

from kith.cli.own_keys import misplaced_keys
from kith.jobs.worker import Ran, Worker
from kith.kernel.errors import KithError

BEHIND_PEOPLE = 10

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


class CannotWork(KithError):
    """The worker cannot be started here, or a job failed."""


@app.command()
def work(
    once: Annotated[bool, typer.Option("--once", help="Run what is due now, say what came of it, and end.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say only what goes wrong.")] = False,
) -> None:
    """Run what is due by the timetable, until Ctrl+C. Several may run; each job is in the hands of one."""
    if misplaced := misplaced_keys():
        raise CannotWork(misplaced)
    if once:
        run_once(Worker())
        return
    if not quiet:
        print("The worker runs what is due by the timetable (Ctrl+C stops it).", flush=True)
    run_until_stopped(Worker())


def run_once(worker: Worker) -> None:
    ran = []
    for one in worker.run_due():
        print(said(one), flush=True)
        ran.append(one)
    if not ran:
        print("Nothing is due.")
    if any(not one.went_well for one in ran):
        raise CannotWork("Not every job went well.")


def run_until_stopped(worker: Worker) -> None:
    """Whoever says stop waits for the job in hand; a second time nobody waits, and the job runs again later.

    Nobody waits for a page because of what Kith does by itself.
    """
    os.nice(BEHIND_PEOPLE)

    def stop(number: int, *_: object) -> None:
        worker.stopped.set()
        signal.signal(number, signal.SIG_DFL)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    worker.run()


def said(one: Ran) -> str:
    return f"{one.job.says}: {one.said}"
