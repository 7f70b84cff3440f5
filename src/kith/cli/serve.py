"""`kith serve`: the web server and one worker under one parent, which starts a worker anew and ends both as one."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Annotated

import typer

from kith.apps.installation.queries import installation_facts
from kith.cli.own_keys import misplaced_keys
from kith.kernel.errors import KithError

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

LOOPBACK = "127.0.0.1"
PORTS_TO_TRY = 20
PATIENCE = 10  # seconds a child has to finish what it is doing
TICK = 0.3
PAUSES = (1, 2, 4, 8, 15, 30, 60)  # seconds before a worker is started again, once, twice, ... in a row
STEADY = 60  # seconds after which a worker counts as started well

Child = subprocess.Popen[bytes]


class CannotServe(KithError):
    """The server cannot be started here, or did not stay."""


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The first port to try.")] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on. A demonstration listens here only.")] = LOOPBACK,
    threads: Annotated[int, typer.Option(help="How many requests at once.")] = 8,
) -> None:
    """Run the web server and one worker until Ctrl+C."""
    run_server(host=host, port=port, threads=threads)


def run_server(*, host: str = LOOPBACK, port: int = 8000, threads: int = 8) -> None:
    if installation_facts().is_demo and host != LOOPBACK:
        raise CannotServe("A demonstration listens on this machine only. Leave --host out.")
    if misplaced := misplaced_keys():
        raise CannotServe(misplaced)
    free = free_port(host, port)
    print(f"Kith is open at http://localhost:{free}  (Ctrl+C stops it)", flush=True)
    watch(lambda: web_process(host, free, threads), Kept(worker_process))


def free_port(host: str, first: int) -> int:
    """The first free port from `first` on."""
    for port in range(first, first + PORTS_TO_TRY):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise CannotServe(f"The ports from {first} to {first + PORTS_TO_TRY - 1} are all in use. Give another with --port.")


def web_process(host: str, port: int, threads: int) -> Child:
    options = ["--worker-class", "gthread", "--workers", "1", "--threads", str(threads), "--bind", f"{host}:{port}"]
    return begin("gunicorn", *options, "--log-level", "warning", "kith.project.wsgi:application")


def worker_process() -> Child:
    return begin("kith.cli.main", "worker", "--quiet")


def begin(module: str, *options: str) -> Child:
    """A child in a process group of its own, so that it is told once, by us, when to end.

    It stays in our session: only within one does Linux heed that the worker lets the web server go first.
    """
    return subprocess.Popen([sys.executable, "-m", module, *options], process_group=0)


class Kept:
    """A child that is started again when it ends: soon the first time, ever later where it does not stay."""

    def __init__(self, begin: Callable[[], Child], clock: Callable[[], float] = time.monotonic) -> None:
        self.begin, self.clock = begin, clock
        self.child: Child | None = None
        self.began, self.next_at, self.ends = 0.0, 0.0, 0

    def look_after(self) -> None:
        now = self.clock()
        if self.child is not None and self.child.poll() is not None:
            self.child = None
            self.ends = 1 if now - self.began >= STEADY else self.ends + 1
            pause = PAUSES[min(self.ends, len(PAUSES)) - 1]
            self.next_at = now + pause
            print(f"The worker ended by itself. It is started again in {pause} s.", file=sys.stderr, flush=True)
        if self.child is None and now >= self.next_at:
            self.child, self.began = self.begin(), now


def watch(begin_web: Callable[[], Child], worker: Kept) -> None:
    """Keep a worker beside the web server until somebody stops us or the server ends; then end both, kindly first."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    web = begin_web()
    try:
        while web.poll() is None:
            worker.look_after()
            time.sleep(TICK)
        raise CannotServe("The web server ended by itself, so Kith is closed. Its last lines above say why.")
    finally:
        children = [child for child in (web, worker.child) if child is not None]
        for child in children:
            child.terminate()
        for child in children:
            end(child)


def end(child: Child) -> None:
    """Give a child its time; then end it with everything it began."""
    try:
        child.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
